import { getNameKind } from '../core/names.ts';
import { findLowest } from '../core/range-list.ts';
import { judgeName } from './names.ts';
import { mayLog } from './sinks.ts';

/**
 * Reads the text without its syntax: false means that `findLoggedSecrets` finds nothing, so that the program need not be
 * parsed or walked. Backwards from what is printed: the words of a sink's arguments, of what is assigned to them, and so on;
 * where none of them can be a secret's, nothing secret is printed. Whatever is hard to follow counts as suspicious.
 */
export function mayLogSecret(text: string, loggers: readonly string[] = []): boolean {
  if (!mayLog(text, loggers)) return false;
  if (loggers.length > 0 || text.length > sizeLimit || nameless.test(text) || (/\bParameters?\b/u.test(text) && /\bValue\b/u.test(text))) return true;
  const isHot = createHotTest(text);
  if (!hasHotWord(text, isHot)) return false;
  if (winding.test(text)) return true;
  if (!printsAny(text, isHot)) return false;
  const structure = readStructure(text);
  const source: Source = { text, functions: new Set(structure.functions.map(({ name }) => name)), isTelling: () => true, read: new Set(), work: { done: 0 } };
  const words = new Set<string>();
  for (const sink of text.matchAll(sinkStart)) readWords(source, sink.index + sink[0].length, words);
  for (const word of words) if (isHot(word)) return true;
  const bindings = readBindings(structure);
  // a set is walked in the order of insertion, and what is added on the way is met too
  for (const word of words) {
    if (isHot(word) || source.work.done > mostRead * text.length) return true;
    for (const start of bindings.get(word) ?? []) readWords(source, start, words);
  }
  return false;
}

/** Whether anything but fixed texts is printed. */
function printsAny(text: string, isTelling: (word: string) => boolean): boolean {
  const source: Source = { text, functions: undefined, isTelling, read: new Set(), work: { done: 0 } };
  const words = new Set<string>();
  for (const sink of text.matchAll(sinkStart)) {
    readWords(source, sink.index + sink[0].length, words);
    for (const word of words) if (!unprinted.test(word)) return true;
  }
  return false;
}

/** Words that no value has, and those of fixed texts. */
const unprinted = /^(?:new|Error|TypeError|RangeError|SyntaxError|ReferenceError|EvalError|URIError|\d\w*)$/u;

/** Beyond it, following names in the text costs more than it saves: characters, and how often each of them is read. */
const sizeLimit = 500_000;
const mostRead = 4;

/** Decrypted values and what HTTP clients leave in their errors need no telling name. */
const nameless =
  /GetParameter|getParameter|GetSecret|getSecret|[dD]ecrypt|SecretString|SecretBinary|Plaintext|ParametersBy|SSMProvider|SecretsProvider|secrets-?manager|catch \(?\w*\)? ?\{[^}]{0,400}\.(?:config|request|response)\b|dotenv|axios|['"]got['"]|superagent|needle/u;

/** Loggers under names of their own are left to the real analysis. */
const winding = /= ?console\b|console\)|(?:console|[lL]og)\w{0,40}(?:\s*\.\s*\w{1,40})?\s*\.\s*bind\(|\} = (?:this\.)?\w*[lL]og|debuglog|['"](?:node:)?(?:debug|util)['"]|\beval\(|console\s*\[|console\.\w+\s*\.\s*(?:call|apply|bind)/u;

/** Where the arguments of a sink begin. */
const sinkStart =
  /(?:console\s{0,80}(?:\?\.|\.)\s{0,80}\w{1,80}|std(?:out|err)\s{0,80}\.\s{0,80}\w{1,80}|[.\s](?:log|info|warn(?:ing)?|err(?:or)?|debug|trace|verbose|fatal|silly|notice|crit|alert|emerg|success|fail|note|child|setFailed|appendKeys|addContext|emitWarning|writeSync|write|dir|table|assert)|(?:Error|Exception|\breject|[dD]ebug\w{0,80}|\b[Ll]og\w{0,80}|printf?|\w(?:Log|Logger)))\s{0,80}(?:<[^>()]{0,80}>\s{0,80})?(?:\?\.)?\(|\bthrow\b/gu;

function createHotTest(text: string): (word: string) => boolean {
  const known = new Map<string, boolean>();
  let hasOtherTokens: boolean | undefined;
  const isOther = (word: string): boolean => /^_?tokens?$/iu.test(word) && (hasOtherTokens ??= otherTokens.test(withoutComments(text)));
  const isSecret = (word: string): boolean => hotWords.has(word) || judgeName(word, ['env']) !== undefined || getNameKind(word) !== undefined || isWholeEnvironment(word, text);
  return (word) => {
    let isHot = known.get(word);
    if (isHot === undefined) known.set(word, (isHot = isSecret(word) && !isOther(word) && !isCount(word, text) && !isType(word, text)));
    return isHot;
  };
}

/** `pass` beside no login counts tests or draws pictures. */
const isCount = (word: string, text: string): boolean => /^passe?s?$/u.test(word) && !/(?<![\w$])(?:user|user_?name|login|auth|smtp|nodemailer|host|email)(?![\w$])/iu.test(text);

/** A class, and no member of anything. */
const isType = (word: string, text: string): boolean => /^[A-Z][a-z]\w*$/u.test(word) && !new RegExp(String.raw`[.${quotes}]${word}\b|[{,]\s*${word}\s*[,}:=]`, 'u').test(text);

const quotes = `"'\``;

/** A program that names these speaks of the tokens of a text (see `isAboutOtherTokens`). */
const otherTokens = /(?<![\w$"'`])(?:lexer|tokeni[sz]er|tokenType|tokenKind|tokenStream|tokenIndex|nextToken|peekToken|consumeToken|expectToken|prevToken|SyntaxKind|ethers|web3|tokenAddress|tokenSymbol)\s{0,8}(?:[.=(,;]|:\s)/u;

const withoutComments = (text: string): string => text.replace(/\/\*[^]*?(?:\*\/|$)|\/\/[^\n]*/gu, '');

/** Most programs name nothing that could be secret. */
function hasHotWord(text: string, isHot: (word: string) => boolean): boolean {
  for (const [word] of text.matchAll(/(?<![\w$-])[\w$-]*(?:pass|pwd|pw|secret|token|cred|key|bearer|jwt|pat|senha|contrase|wacht|kennwort|motdepasse|mdp|header|cookie|authorization|env|auth|session|url|uri|dsn|connection)[\w$-]*/giu)) {
    if (isHot(word)) return true;
  }
  return /[^\u0000-\u007F]/u.test(text);
}

const hotWords: ReadonlySet<string> = new Set(
  'headers rawHeaders multiValueHeaders cookies signedCookies cookie Cookie authorization Authorization environ auth session credentials'.split(' '),
);

const isWholeEnvironment = (word: string, text: string): boolean => word === 'env' && /\benv\b(?!\s*(?:\??\.\s*\w|\[\s*["']))/u.test(text);

interface Structure {
  readonly text: string;
  readonly callees: readonly Callee[];
  readonly arrows: readonly Arrow[];
  readonly functions: readonly LocalFunction[];
}

function readStructure(text: string): Structure {
  const callees = readCallees(text);
  const arrows = readArrows(text);
  return { text, callees, arrows, functions: readFunctions(text, callees, arrows) };
}

interface LocalFunction {
  readonly name: string;
  readonly parameters: string;
  readonly start: number;
  /** Behind the opening of its body. */
  readonly end: number;
}

interface Callee {
  readonly name: string;
  readonly start: number;
  /** Behind the opening parenthesis. */
  readonly end: number;
}

/** Every name with a parenthesis behind it: calls, and declarations of functions and methods. */
function readCallees(text: string): Callee[] {
  const callees: Callee[] = [];
  for (let at = text.indexOf('('); at !== -1; at = text.indexOf('(', at + 1)) {
    const name = getWordBefore(text, at);
    if (name !== '') callees.push({ name, start: text.lastIndexOf(name, at), end: at + 1 });
  }
  return callees;
}

/** The word that ends before an offset, white space between them left out: looking back is cheaper than trying at every word. */
function getWordBefore(text: string, offset: number): string {
  let end = offset;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && isWordCode(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

/** Letters, digits, `_`, `$`. */
const isWordCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36;

const parameterList = /(?<parameters>[^()]{0,600})\)\s*(?::[^{=;]{0,200})?\{/uy;
const assignedName = /(?<name>[\w$]+)\s*(?::[^=;()]{0,80})?[=:]\s*(?:async\s*)?function\s*\*?\s*$/u;

function readFunctions(text: string, callees: readonly Callee[], arrows: readonly Arrow[]): LocalFunction[] {
  const functions: LocalFunction[] = [];
  for (const { name, start, end } of callees) {
    parameterList.lastIndex = end;
    const found = parameterList.exec(text);
    if (found === null) continue;
    const own = name === 'function' ? assignedName.exec(text.slice(Math.max(0, start - 160), end - 1))?.groups?.['name'] : name;
    if (own === undefined || /^(?:if|for|while|switch|catch|return|with)$/u.test(own)) continue;
    functions.push({ name: own, parameters: found.groups?.['parameters'] ?? '', start, end: end + found[0].length });
  }
  return [...functions, ...arrows.flatMap(({ name, parameters, start, end }) => (name === undefined ? [] : [{ name, parameters, start, end }]))];
}

interface Arrow {
  /** What it is assigned to, if it is. */
  readonly name: string | undefined;
  readonly parameters: string;
  readonly start: number;
  readonly end: number;
}

function readArrows(text: string): Arrow[] {
  const arrows: Arrow[] = [];
  for (let at = text.indexOf('=>'); at !== -1; at = text.indexOf('=>', at + 2)) {
    const before = text.slice(Math.max(0, at - 500), at);
    const found = /(?:(?<name>[\w$]+)\s*(?::[^=;()]{0,80})?[=:]\s*)?(?:async\s*)?(?:<[^>()]{0,80}>\s*)?(?<parameters>\([^()]{0,300}\)|[\w$]+)\s*(?::[^=;()]{0,120})?\s*$/u.exec(before);
    arrows.push({ name: found?.groups?.['name'], parameters: found?.groups?.['parameters'] ?? '', start: at - (found?.[0].length ?? 0), end: at + 2 });
  }
  return arrows;
}

/** Where the values of each name begin: declarations, assignments, loops, properties, parameters of callbacks, returned values. */
function readBindings(structure: Structure): Map<string, number[]> {
  const { text } = structure;
  const bindings = new Map<string, number[]>();
  const add = (names: string, start: number): void => {
    for (const [name] of names.matchAll(/[\w$]+/gu)) {
      const starts = bindings.get(name);
      if (starts === undefined) bindings.set(name, [start]);
      else starts.push(start);
    }
  };
  for (const found of text.matchAll(/\b(?:const|let|var)\s+(?<names>[\w$]+|\{[^=;]{0,400}?\}|\[[^=;]{0,200}?\])\s*(?::[^=;]{0,200})?=(?![=>])/gu)) add(found.groups?.['names'] ?? '', found.index);
  for (let at = text.indexOf('='); at !== -1; at = text.indexOf('=', at + 1)) {
    const start = getTargetStart(text, at);
    if (start !== undefined) add(text.slice(start, at), start);
  }
  for (const found of text.matchAll(/\b(?:const|let|var)\s+(?<names>[\w$]+|\{[^=;)]{0,200}?\}|\[[^=;)]{0,200}?\])\s+(?:of|in)\s/gu)) add(found.groups?.['names'] ?? '', found.index + found[0].length);
  for (const found of text.matchAll(/\??\.\s*(?:push|set|append|add|unshift|concat)\s*\(/gu)) add(getWordBefore(text, found.index), found.index + found[0].length);
  for (const found of text.matchAll(/\bObject\s*\.\s*assign\s*\(\s*(?<names>[\w$.]{1,120})/gu)) add(found.groups?.['names'] ?? '', found.index + found[0].length);
  addFunctions(structure, add);
  return bindings;
}

/** Where the target of an assignment begins: `this.config.token ||= …`; undefined for comparisons, arrows and defaults of types. */
function getTargetStart(text: string, equals: number): number | undefined {
  const next = text.charAt(equals + 1);
  let end = equals;
  while (end > 0 && /[|&?+]/u.test(text.charAt(end - 1))) end--;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  if (next === '=' || next === '>' || /[=!<>]/u.test(text.charAt(equals - 1))) return undefined;
  let start = end;
  while (start > 0 && end - start < 200 && (isWordCode(text.charCodeAt(start - 1)) || /[.?#[\]"']/u.test(text.charAt(start - 1)))) start--;
  return start === end ? undefined : start;
}

/** A function's name leads to what it returns, its parameters to what the calls of it are given. */
function addFunctions({ text, functions, callees, arrows }: Structure, add: (names: string, start: number) => void): void {
  const returned = [...text.matchAll(/\breturn\b/gu)].map((found) => found.index + 6).concat(arrows.map(({ end }) => end)).sort((a, b) => a - b);
  const calls = new Map<string, Callee[]>();
  for (const call of callees) {
    const known = calls.get(call.name);
    if (known === undefined) calls.set(call.name, [call]);
    else known.push(call);
  }
  for (const { name, parameters, start, end } of functions) {
    for (let index = findLowest(returned.length, (at) => (returned[at] ?? 0) >= end); index < returned.length && (returned[index] ?? 0) < end + 4000; index++) add(name, returned[index] ?? 0);
    for (const call of calls.get(name) ?? []) if (call.start < start || call.start >= end) add(parameters, call.end);
  }
  for (const arrow of arrows) if (arrow.name !== undefined) add(arrow.name, arrow.end);
  // a callback is given something of what stands before it
  for (const { parameters, start } of arrows) add(parameters, Math.max(0, text.lastIndexOf('\n', Math.max(0, start - 160))));
}

/** Functions that give back what they are given, or hand it to a callback; what any other function makes of its arguments is its own. */
const isPassing = (name: string): boolean => passing.has(name) || /^require\w*$/u.test(name);

const passing: ReadonlySet<string> = new Set(
  (
    'stringify String inspect format concat join trim toString toUpperCase toLowerCase replace replaceAll slice substring substr padEnd padStart normalize split from resolve all allSettled race ' +
    'then catch finally map flatMap filter forEach reduce find values entries fromEntries assign parse encode decode btoa atob encodeURIComponent decodeURIComponent repeat at Buffer await ' +
    'return if while dim bold red green blue yellow cyan gray push get s f t sprintf util'
  ).split(' '),
);

interface Source {
  readonly text: string;
  /** Names of the functions that the text declares; undefined while they are not known: what any of them makes of its arguments is its own, or not. */
  readonly functions: ReadonlySet<string> | undefined;
  /** Which words of a fixed text count. */
  readonly isTelling: (word: string) => boolean;
  /** Where reading began before. */
  readonly read: Set<number>;
  /** Characters that were read. */
  readonly work: { done: number };
}

/** Adds the words of an expression, or of the rest of an argument list, from `start` to its end. */
function readWords(source: Source, start: number, words: Set<string>): void {
  if (source.read.has(start)) return;
  source.read.add(start);
  source.work.done += readExpression(source, start, words) - start;
}

/** Gives where the expression ends. */
function readExpression(source: Source, start: number, words: Set<string>): number {
  const { text, functions } = source;
  const local = /[\w$]+|["'`]|[()[\]{};,]|\n|\/\/|\/\*/gu;
  local.lastIndex = start;
  let depth = 0;
  let last = '';
  for (let found = local.exec(text); found !== null && found.index < start + 6000; found = local.exec(text)) {
    const [token] = found;
    if (/[\w$]/u.test(token)) {
      words.add(token);
      last = token;
      continue;
    }
    if (token === '//' || token === '/*') {
      const end = text.indexOf(token === '//' ? '\n' : '*/', found.index);
      local.lastIndex = end === -1 ? text.length : end;
    } else if (token === '"' || token === "'" || token === '`') local.lastIndex = readQuoted(source, found.index, words);
    else if (token === '(' && isCall(text, found.index) && functions !== undefined && !isPassing(last) && !functions.has(last)) {
      // the name of an environment variable or a key may stand there
      const name = /\(\s*["'`](?<name>[\w$.:/-]{1,80})["'`]/uy;
      name.lastIndex = found.index;
      for (const [word] of (name.exec(text)?.groups?.['name'] ?? '').matchAll(/[\w$-]+/gu)) words.add(word);
      local.lastIndex = getClosing(text, found.index);
    } else if (token === '(' || token === '[' || token === '{') depth++;
    else if (token === ')' || token === ']' || token === '}') {
      if (--depth < 0) return found.index;
    } else if (depth === 0 && (token === ';' || (token === '\n' && isStatementEnd(text, found.index)))) return found.index;
  }
  return start + 6000;
}

/** A parenthesis right behind a name, another call or an index opens arguments. */
function isCall(text: string, offset: number): boolean {
  let before = offset - 1;
  while (before >= 0 && (text.charAt(before) === ' ' || text.charAt(before) === '\n')) before--;
  return /[\w$)\]>.]/u.test(text.charAt(before));
}

/** Names in the holes of a template, and a text that may be a key or name an environment variable; gives the offset behind the closing quote. */
function readQuoted({ text, functions, isTelling, work }: Source, start: number, words: Set<string>): number {
  const quote = text.charAt(start);
  let end = start + 1;
  while (end < text.length && text.charAt(end) !== quote && (quote === '`' || text.charAt(end) !== '\n')) end += text.charAt(end) === '\\' ? 2 : 1;
  const inner = text.slice(start + 1, end);
  if (quote === '`') for (const hole of inner.matchAll(/\$\{/gu)) readExpression({ text: inner, functions, isTelling, read: new Set(), work }, hole.index + 2, words);
  else if (/^[\w$.:/-]{1,80}$/u.test(inner)) for (const [word] of inner.matchAll(/[\w$-]+/gu)) if (isTelling(word)) words.add(word);
  return end + 1;
}

function getClosing(text: string, open: number): number {
  let depth = 0;
  for (let index = open; index < text.length && index < open + 20_000; index++) {
    const character = text.charAt(index);
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, index + 1);
      const line = text.indexOf('\n', index);
      if (end !== -1 && (line === -1 || end < line)) index = end;
    } else if (character === '(') depth++;
    else if (character === ')' && --depth === 0) return index + 1;
  }
  return text.length;
}

/** A line goes on where the next begins with an operator or this one ended with one. */
function isStatementEnd(text: string, newline: number): boolean {
  return !/^\s*(?:[.?:+\-*/&|=<>)\]},]|instanceof\b|in\b|as\b|satisfies\b)/u.test(text.slice(newline, newline + 80)) && !/[=(,?:+\-*/&|<>[{]\s*$|\b(?:return|await|throw)\s*$/u.test(text.slice(Math.max(0, newline - 40), newline));
}
