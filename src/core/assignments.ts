import { nameStems } from './names.ts';
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
}

/**
 * Finds assignments to secret-like names: `name = "value"`, `"name": "value"`, `name => 'value'`, `define('NAME', 'value')`,
 * `<name>value</name>` and, where `bare` is set, values without quotes. Linear in the text: each name is looked at once, in a
 * window.
 */
export function* findAssignments(text: string, { bare }: { bare: boolean }): Generator<Assignment> {
  const stems = new RegExp(nameStems.source, 'gi');
  for (let found = stems.exec(text), done = 0; found !== null; found = stems.exec(text)) {
    if (found.index < done) continue;
    const start = getNameStart(text, found.index);
    nameExpression.lastIndex = start;
    const name = nameExpression.exec(text)?.[0] ?? '';
    done = Math.max(start + name.length, found.index + 1);
    const assignment = isSegment(text, start) ? undefined : readValue(text, start, name, bare);
    if (assignment === undefined || isListItem(text, assignment)) continue;
    yield assignment;
    // a reference may name a default: `${DB_PASSWORD:…}`
    done = Math.max(done, assignment.value.startsWith('$') && !assignment.isQuoted ? assignment.range[0] : assignment.outerRange[1]);
    stems.lastIndex = Math.max(stems.lastIndex, done);
  }
}

/** `/users/password` */
const isSegment = (text: string, start: number): boolean => text.charAt(start - 1) === '/' && /[\w-]/u.test(text.charAt(start - 2));

/** `['password', 'token']`, and a row of CSV; the first argument of a call and a pair in brackets of its own name what follows. */
function isListItem(text: string, { nameRange, outerRange }: Assignment): boolean {
  // a constant without quotes names an option
  if (!/^["'`][ \t]{0,24},/u.test(text.slice(nameRange[1], outerRange[0]))) return false;
  const before = text.slice(Math.max(0, nameRange[0] - 90), nameRange[0]).replace(/[@LurbRfF]{0,2}["'`]?$/u, '').replace(/\s+/gu, '');
  if (before.endsWith('(')) return false;
  return !/[[{(,][[{]$/u.test(before) || !/^[ \t]{0,8}[}\]]/u.test(text.slice(outerRange[1], outerRange[1] + 10));
}

const nameExpression = /[\w$.-]{1,100}/uy;
const separator =
  /["'`]?\]?(?:\[\d{0,4}\])?(?:[ \t]{0,8}:[ \t]{0,4}(?:&'?(?:static )?)?[\w<>?]{1,20}(?=[ \t]{0,8}=[^=])|[ \t]{1,4}(?:string|\[\]byte)(?=[ \t]{0,8}=[^=]))?[ \t]{0,24}(?:=>|:=|\?=|\|\|=|\?\?|\|\||\?:|=(?![=~>])|:(?![:=])|,(?=[ \t]{0,4}["'`])|(?=[ \t]+["']))[ \t]{0,24}(?:(?:String::from|String\.valueOf|new String|\[\]byte|Buffer\.from)\((?=["']))?(?:[@LurbRfF]{1,2}(?=["'`]))?/uy;
/** `setPassword("…")` */
const setter = /\([ \t]{0,4}(?=["'])/uy;
const quoted = /"(?<double>(?:[^"\\\r\n]|\\[^\r\n]){0,4096})"|'(?<single>(?:[^'\\\r\n]|\\[^\r\n]){0,4096})'|`(?<back>(?:[^`\\\r\n]|\\[^\r\n]){0,4096})`/uy;
const bareWord = /[^\s"'`#;,<>{}()[\]|&][^\s"'`;<>|&]{0,511}/uy;
const element = />(?<inner>[^<>\r\n]{1,512})<\//uy;

function getNameStart(text: string, index: number): number {
  let start = index;
  while (start > 0 && index - start < 60 && /[\w$.-]/u.test(text.charAt(start - 1))) start--;
  while (start < index && /[.-]/u.test(text.charAt(start))) start++;
  return start;
}

function readValue(text: string, nameStart: number, name: string, bare: boolean): Assignment | undefined {
  const nameEnd = nameStart + name.length;
  const nameRange = [nameStart, nameEnd] as const;
  element.lastIndex = nameEnd;
  const inner = element.exec(text)?.groups?.['inner'];
  if (inner !== undefined && text.charAt(nameStart - 1) === '<') {
    return { name, nameRange, value: inner, range: [nameEnd + 1, nameEnd + 1 + inner.length], outerRange: [nameEnd + 1, nameEnd + 1 + inner.length], isQuoted: true };
  }
  const mark = /(?:^|\.)(?:set|with)_?[A-Z]/u.test(name) ? setter : separator;
  mark.lastIndex = nameEnd;
  const separated = mark.exec(text);
  if (separated === null || separated[0] === '' || (separated[0].includes(',') && !isArgumentName(text, name, nameEnd))) return undefined;
  const start = nameEnd + separated[0].length;
  return readQuoted(text, start, name, nameRange) ?? readWithin(text, start, name, nameRange) ?? (bare && !separated[0].includes(',') ? readBare(text, start, name, nameRange) : undefined);
}

/** `define('NAME', 'value')`, `setopt(CURLOPT_PASSWORD, "value")`; a variable before a comma is given beside the text, not the text. */
const isArgumentName = (text: string, name: string, nameEnd: number): boolean => /["'`]/u.test(text.charAt(nameEnd)) || /^(?:\w+\.)*[A-Z][A-Z\d_]*$/u.test(name);

function readQuoted(text: string, start: number, name: string, nameRange: Range): Assignment | undefined {
  quoted.lastIndex = start;
  const found = quoted.exec(text);
  if (found === null) return undefined;
  const value = found.groups?.['double'] ?? found.groups?.['single'] ?? found.groups?.['back'] ?? '';
  return { name, nameRange, value, range: [start + 1, start + 1 + value.length], outerRange: [start, start + found[0].length], isQuoted: true };
}

/** `"NAME=value"`: the quotes stand around both. */
function readWithin(text: string, start: number, name: string, nameRange: Range): Assignment | undefined {
  const quote = text.charAt(nameRange[0] - 1);
  if (!/["'`]/u.test(quote) || start !== nameRange[1] + 1 || text.charAt(nameRange[1]) !== '=') return undefined;
  const value = /^[^\s"'`<>]{1,512}/u.exec(text.slice(start, start + 513))?.[0] ?? '';
  if (value === '' || text.charAt(start + value.length) !== quote) return undefined;
  return { name, nameRange, value, range: [start, start + value.length], outerRange: [start, start + value.length], isQuoted: true };
}

function readBare(text: string, start: number, name: string, nameRange: Range): Assignment | undefined {
  bareWord.lastIndex = start;
  // Spring's `${NAME:default}` ends at its bracket
  const isDefault = text.startsWith('${', nameRange[0] - 2);
  const value = bareWord.exec(text)?.[0].replace(isDefault ? /\}.*$/u : /[,;)]+$/u, '');
  if (value === undefined || value === '') return undefined;
  return { name, nameRange, value, range: [start, start + value.length], outerRange: [start, start + value.length], isQuoted: false };
}
