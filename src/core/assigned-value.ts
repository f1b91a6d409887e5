import type { Range } from './range.ts';

/** `name = value` in a text of any format. */
export interface Assignment {
  readonly name: string;
  readonly nameRange: Range;
  /** Text between the quotes, or the bare word. */
  readonly value: string;
  readonly range: Range;
  /** With the quotes. */
  readonly outerRange: Range;
  readonly isQuoted: boolean;
  /** A word of a command or of a form, which assigns wherever it stands. */
  readonly isOption?: boolean;
}

/** What is given to the name at a place, or compared with it. */
export function readValue(text: string, nameStart: number, name: string, bare: boolean): Assignment | undefined {
  const subject = { name, nameRange: [nameStart, nameStart + name.length] as const };
  return readElement(text, subject) ?? readOption(text, subject) ?? readRobot(text, subject) ?? readField(text, subject) ?? readAfter(text, subject, bare) ?? readCompared(text, subject);
}

type Subject = Pick<Assignment, 'name' | 'nameRange'>;

/** `<password>…</password>` */
function readElement(text: string, { name, nameRange }: Subject): Assignment | undefined {
  const [start, end] = nameRange;
  if (text.charAt(start - 1) !== '<') return undefined;
  element.lastIndex = end;
  const inner = element.exec(text)?.groups?.['inner'];
  if (inner === undefined) return undefined;
  const range = [end + 1, end + 1 + inner.length] as const;
  return { name, nameRange, value: inner, range, outerRange: range, isQuoted: true };
}

const element = />(?<inner>[^<>\r\n]{1,512})<\//uy;

/** `-Ddb.password=…` of Java and `-AdminPassword …` of PowerShell, where they stand in a text of any kind. */
function readOption(text: string, { name, nameRange }: Subject): Assignment | undefined {
  const [first, end] = nameRange;
  if (text.charAt(first - 1) !== '-' || !/^(?:[\s"'`(,[|]|)$/u.test(text.charAt(first - 2))) return undefined;
  const option = /^D[a-z]/u.test(name) && text.charAt(end) === '=' ? definition : /^[A-Z][a-z]/u.test(name) && /[ \t]/u.test(text.charAt(end)) ? parameter : undefined;
  if (option === undefined) return undefined;
  option.lastIndex = end;
  const found = option.exec(text);
  const value = found?.groups?.['quoted'] ?? found?.groups?.['bare'];
  if (found === null || value === undefined) return undefined;
  const start = end + found[0].indexOf(value, 1);
  const isQuoted = found.groups?.['quoted'] !== undefined;
  return { name, nameRange, value, range: [start, start + value.length], outerRange: isQuoted ? [start - 1, start + value.length + 1] : [start, start + value.length], isQuoted, isOption: true };
}

const definition = /=(?<bare>[^\s"'`\\;,&|<>]{3,200})/uy;

const parameter = /[ \t]{1,8}(?:(?<quote>["'])(?<quoted>[^"'$\r\n]{3,200})\k<quote>|(?<bare>[^\s"'`$@({[<\]})|;,-][^\s"'`(){}[\]<>|;,]{2,199})(?=[\s"'`)}\];,|]|$))/uy;

/** `${PASSWORD}    …` and `Input Password    field    …` of Robot Framework: two blanks stand between the parts of a line. */
function readRobot(text: string, { name, nameRange }: Subject): Assignment | undefined {
  const [first, end] = nameRange;
  const isVariable = text.startsWith('${', first - 2) && text.charAt(end) === '}';
  if (!(isVariable ? /^\s?$/u.test(text.charAt(first - 3)) : name === 'Password' && text.startsWith('Input ', first - 6))) return undefined;
  const line = isVariable ? variable : typed;
  line.lastIndex = end;
  const found = line.exec(text);
  const value = found?.groups?.['value'] ?? '';
  if (found === null) return undefined;
  const start = end + found[0].length - value.length;
  return { name, nameRange, value, range: [start, start + value.length], outerRange: [start, start + value.length], isQuoted: false, isOption: true };
}

const variable = /\}(?:[ ]{0,2}=)?(?:[ ]{2,40}|\t{1,10})(?<value>[^\s$%@&#{][^\s]{2,100})(?=[ \t]*(?:\r?\n|$))/uy;
const typed = /(?:[ ]{2,40}|\t{1,10})[^\s](?:[^\s]|[ ](?![ ])){0,200}(?:[ ]{2,40}|\t{1,10})(?<value>[^\s$%@&#{][^\s]{2,100})(?=[ \t]*(?:\r?\n|$))/uy;

/** `user=…&password=…`, as forms and addresses carry it. */
function readField(text: string, { name, nameRange }: Subject): Assignment | undefined {
  const [first, end] = nameRange;
  if (text.charAt(end) !== '=' || !/[&?\s"'`]/u.test(text.charAt(first - 1))) return undefined;
  field.lastIndex = end + 1;
  const value = field.exec(text)?.[0];
  if (value === undefined) return undefined;
  const stop = end + 1 + value.length;
  if (text.charAt(first - 1) !== '&' && !/^&(?:amp;)?\w{1,40}=/u.test(text.slice(stop, stop + 50))) return undefined;
  return { name, nameRange, value, range: [end + 1, stop], outerRange: [end + 1, stop], isQuoted: false, isOption: true };
}

const field = /[^\s"'`&<>;,\\|{}()[\]$#%+]{3,200}(?=[\s"'`&\\]|$)/uy;

function readAfter(text: string, subject: Subject, bare: boolean): Assignment | undefined {
  const separated = getSeparator(text, subject);
  // "pass 'x'" is a verb, and its object
  if (separated === undefined || (/^\s+$/u.test(separated) && /^pass$/iu.test(subject.name)) || (separated.includes(',') && !isArgumentName(text, subject))) return undefined;
  const start = subject.nameRange[1] + separated.length;
  return readQuoted(text, start, subject) ?? readWithin(text, start, subject) ?? (bare && !/[,(]/u.test(separated) ? readBare(text, start, subject) : undefined);
}

function getSeparator(text: string, { name, nameRange }: Subject): string | undefined {
  if (!mayBeSeparated(text, nameRange[1])) return undefined;
  const marks = isSetter(name) ? [setter] : name.includes('.') || text.charAt(nameRange[0] - 1) === '.' ? [separator, setter] : [separator];
  for (const mark of marks) {
    mark.lastIndex = nameRange[1];
    const found = mark.exec(text)?.[0] ?? '';
    if (found !== '') return found;
  }
  return undefined;
}

/** Most names stand in a sentence or in an expression: which one can tell by a look, without the expressions. */
function mayBeSeparated(text: string, end: number): boolean {
  let at = end;
  if (text.charCodeAt(at) === backslash) at++;
  if (quotes.has(text.charCodeAt(at))) at++;
  if (text.charCodeAt(at) === bracketEnd) at++;
  at = skipBlanks(text, at);
  switch (text.charAt(at)) {
    case ',':
      return quotes.has(text.charCodeAt(skipBlanks(text, at + 1))) || text.charAt(skipBlanks(text, at + 1)) === 'w';
    case '.':
      return 'ec'.includes(text.charAt(at + 1));
    default:
      return at < text.length && separating.has(text.charCodeAt(at));
  }
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9) at++;
  return at;
}

const backslash = 92;
const bracketEnd = 93;
const codes = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, (character) => character.charCodeAt(0)));
const quotes = codes('"\'`');
/** The first of what may separate, and of a type before it. */
const separating = codes('=:?|!{)("\'@[s');

const isSetter = (name: string): boolean => (name.includes('set') || name.includes('with')) && /(?:^|\.)(?:set|with)_?[A-Z]/u.test(name);

/** Between a name and its value: the quote and bracket that end the name, a type, and what assigns, compares or fills in. */
const separator =
  /\\?["'`]?\]?(?:\[\d{0,4}\])?(?:[ \t]{0,8}:[ \t]{0,4}(?:&'?(?:static )?)?[\w<>?[\]]{1,20}(?=[ \t]{0,8}=[^=])|[ \t]{1,4}(?:string|\[\]byte)(?=[ \t]{0,8}=[^=])|[ \t]{0,4}\{[ \t]{0,4}get;[^}\r\n]{0,40}\}(?=[ \t]{0,4}=))?(?:[ \t]{0,24}(?:=>|:=|\?=|\|\|=|\?\?|\|\||\?:|[=!]==?(?=[ \t]{0,4}["'])|=(?![=~>])|:(?![:=])|,(?:[ \t]{1,4}with:)?(?=[ \t]{0,4}["'`])|\{(?=["'])|(?=[ \t]{1,24}@?["']))|\.(?:equals(?:IgnoreCase)?|compareTo)\((?=["'])|\)\.(?:send_keys|sendKeys|SendKeys|fill|setValue|type)\((?=["']))[ \t]{0,24}(?:(?:String::from|String\.valueOf|new String|\[\]byte|Buffer\.from|(?:System\.Text\.)?Encoding\.\w{4,9}\.GetBytes|Secret(?:String|Box)?::(?:new|from)(?:\(String::from)?)\((?=["']))?(?:[@LurbRfF]{1,2}(?=["'`]))?/uy;

/** `setPassword("…")`, `.password("…")`, `.password(encoder.encode("…"))` */
const setter = /\([ \t]{0,4}(?:[\w.]{0,40}(?:\(\))?\.?encode\([ \t]{0,4})?(?=["'])/uy;

/** `define('NAME', 'value')`, `setopt(CURLOPT_PASSWORD, "value")`, `strcmp(password, "…")`; else a variable before a comma is given beside the text. */
const isArgumentName = (text: string, { name, nameRange }: Subject): boolean =>
  /["'`]/u.test(text.charAt(nameRange[1])) || /^(?:\w+\.)*[A-Z][A-Z\d_]*$/u.test(name) || /(?:\bstr\w{0,5}cmp|hash_equals|(?:Objects|String)\.equals)\([ \t]{0,4}$/u.test(text.slice(Math.max(0, nameRange[0] - 24), nameRange[0]));

function readQuoted(text: string, start: number, { name, nameRange }: Subject): Assignment | undefined {
  quoted.lastIndex = start;
  const found = quoted.exec(text);
  if (found === null) return undefined;
  const { double, single, back, escaped } = found.groups ?? {};
  const whole = double ?? single ?? back ?? escaped ?? '';
  // quotes for the program that the text is written for, and Spring's mark of a password in plain text
  const head = /^(?:\\["']|\{(?:noop|plain|PLAIN|cleartext)\})/u.exec(whole)?.[0] ?? '';
  const value = head.startsWith('\\') ? whole.slice(2).replace(/\\["']$/u, '') : whole.slice(head.length);
  const first = start + (escaped === undefined ? 1 : 2) + head.length;
  return { name, nameRange, value, range: [first, first + value.length], outerRange: [start, start + found[0].length], isQuoted: true };
}

const quoted =
  /"(?<double>(?:[^"\\\r\n]|\\[^\r\n]){0,4096})"|'(?<single>(?:[^'\\\r\n]|\\[^\r\n]){0,4096})'|`(?<back>(?:[^`\\\r\n]|\\[^\r\n]){0,4096})`|\\"(?<escaped>[^"\\\r\n]{1,512})\\"/uy;

/** `"NAME=value"`: the quotes stand around both. */
function readWithin(text: string, start: number, { name, nameRange }: Subject): Assignment | undefined {
  const quote = text.charAt(nameRange[0] - 1);
  if (!/["'`]/u.test(quote) || start !== nameRange[1] + 1 || text.charAt(nameRange[1]) !== '=') return undefined;
  const value = /^[^\s"'`<>]{1,512}/u.exec(text.slice(start, start + 513))?.[0] ?? '';
  if (value === '' || text.charAt(start + value.length) !== quote) return undefined;
  return { name, nameRange, value, range: [start, start + value.length], outerRange: [start, start + value.length], isQuoted: true };
}

function readBare(text: string, start: number, { name, nameRange }: Subject): Assignment | undefined {
  bareWord.lastIndex = start;
  // Spring's `${NAME:default}` ends at its bracket
  const isDefault = text.startsWith('${', nameRange[0] - 2);
  const value = bareWord.exec(text)?.[0].replace(isDefault ? /\}.*/u : /(?<![,;)])[,;)]+$/u, '');
  if (value === undefined || value === '') return undefined;
  return { name, nameRange, value, range: [start, start + value.length], outerRange: [start, start + value.length], isQuoted: false };
}

const bareWord = /[^\s"'`#;,<>{}()[\]|&][^\s"'`;<>|&]{0,511}/uy;

/** `"…".equals(password)`, `'…' == password` */
function readCompared(text: string, { name, nameRange }: Subject): Assignment | undefined {
  const from = Math.max(0, nameRange[0] - 160);
  const before = text.slice(from, nameRange[0]);
  if (!['==', '!=', '.equals'].some((mark) => before.includes(mark))) return undefined;
  const found = /(?<quote>["'])(?<value>[^"'\\\r\n]{4,100})\k<quote>(?:\.equals(?:IgnoreCase)?\([ \t]{0,4}|[ \t]{0,4}[=!]==?[ \t]{0,4})(?:[\w$]{1,40}\.){0,3}$/u.exec(before);
  const value = found?.groups?.['value'];
  if (found === null || value === undefined) return undefined;
  const start = from + found.index + 1;
  return { name, nameRange, value, range: [start, start + value.length], outerRange: [start - 1, start + value.length + 1], isQuoted: true };
}
