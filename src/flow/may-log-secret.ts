import { toCharacters } from '../core/characters.ts';
import { toOwnText } from '../core/own-text.ts';
import { getterVerbs } from '../core/taint-words.ts';
import { type Skim, skim } from '../ecmascript/skim.ts';
import { arrow, brace, braceEnd, bracket, bracketEnd, colon, comma, dot, equals, parenthesis, parenthesisEnd, quoted, semicolon, word } from '../ecmascript/skim-kinds.ts';
import { tests, wrapperName } from './calls.ts';
import { contextMethods, isLoggerName, loggerPackage, logMethods } from './loggers.ts';
import { getWords, hasOtherTokenName, isPlacedToken, judgeName } from './names.ts';
import { printsHotWord, type WordTest } from './printed-words.ts';
import { mayLog } from './sinks.ts';
import { isCarrier, isErrorName, isOfLogin, isSecretHeader, loginNames } from './sources.ts';

/**
 * Reads the program without its syntax: false means that `findLoggedSecrets` finds nothing, so that it need not be parsed or walked. What
 * is printed is followed backwards, and held against the names and the calls that tell of secrets. Whatever is hard to follow counts
 * as suspicious.
 */
export function mayLogSecret(text: string, loggers: readonly string[] = []): boolean {
  if (!mayLog(text, loggers)) return false;
  if (loggers.length > 0 || text.length > sizeLimit) return true;
  const program = skim(text);
  if (program === undefined) return hasTellingWord(text);
  const facts = new Facts(program);
  return facts.hasHotWord && (winding.test(text) || printsHotWord(program, facts));
}

/** Of what is no program that can be read so. */
function hasTellingWord(text: string): boolean {
  for (const [found] of text.matchAll(/[\w$\u0080-\uFFFF]{3,100}/gu)) if ((classify(toCharacters(found)) & (isHotName | isAws | isHeaders | isClientPart | isEnvironment | isParameter)) !== 0) return true;
  return false;
}

/** Characters: beyond it, following names costs more than it saves. */
const sizeLimit = 500_000;

/** Loggers under names of their own, and calls of AWS under names of their own, are left to the real analysis. */
const winding = /= ?console\b|console\)|(?:console|[lL]og)\w{0,40}(?:\s*\.\s*\w{1,40})?\s*\.\s*bind\(|\} = (?:this\.)?\w*[lL]og|debuglog|(?:require\(|from\s?)['"](?:node:)?(?:debug|util)['"]|\beval\(|console\s*\[|console\.\w+\s*\.\s*(?:call|apply|bind)|(?:Command|Parameters?\w{0,20}|SecretValue|Secret)\s+as\s/u;

const isHotName = 1;
const isAws = 2;
const isHeaders = 4;
const isClientPart = 8;
const isEnvironment = 16;
const isGetter = 32;
const isTokens = 64;
const isClassName = 128;
const isAnySink = 256;
const isLogMethod = 512;
const isPasser = 1024;
const isKnown = 2048;
const isPass = 4096;
const isParameter = 8192;
/** What says that a program is about other tokens, and about logins. */
const isOtherName = 16_384;
const isLogin = 32_768;

/** What a word is wherever it stands, found out once for all programs. */
let classes = new Uint16Array(1 << 12);
let age = 0;

function getClass(program: Skim, number: number): number {
  if (program.age !== age) {
    age = program.age;
    classes.fill(0);
  }
  if (number >= classes.length) {
    const longer = new Uint16Array(Math.max(classes.length * 2, number + 1));
    longer.set(classes);
    classes = longer;
  }
  const stored = classes[number] ?? 0;
  if (stored !== 0) return stored;
  return (classes[number] = classify(toCharacters(program.words.get(number))) | isKnown);
}

function classify(text: string): number {
  let bits = 0;
  if (isTelling(text)) bits |= isHotName;
  if (awsCall.test(text)) bits |= isAws;
  if (/^(?:headers|rawHeaders|multiValueHeaders|cookies|signedCookies)$/u.test(text)) bits |= isHeaders;
  if (/^(?:config|request|response)$/u.test(text)) bits |= isClientPart;
  if (text === 'env') bits |= isEnvironment;
  const words = getWords(text);
  if (words.length > 1 && getterVerbs.has(words[0] ?? '')) bits |= isGetter;
  if (isOtherTokenWord(words)) bits |= isTokens;
  if (/^[A-Z][a-z]/u.test(text)) bits |= isClassName;
  if (anySink.test(text)) bits |= isAnySink;
  if (logMethods.has(text) || contextMethods.has(text)) bits |= isLogMethod;
  if (passing.has(text) || /^(?:require|ansi)\w*$/u.test(text)) bits |= isPasser;
  if (text === 'pass' || text === 'passes') bits |= isPass;
  if (/^Parameters?$/u.test(text)) bits |= isParameter;
  if (hasOtherTokenName(text)) bits |= isOtherName;
  if (loginNames.includes(text)) bits |= isLogin;
  return bits;
}

const isTelling = (text: string): boolean => text === 'dotenv' || isSecretHeader(text) || judgeName(text, ['env']) !== undefined;

/** A token that is none of a login, by its own words. */
function isOtherTokenWord(words: readonly string[]): boolean {
  const own = [...words];
  while (own.length > 1 && /^(?:value|text|raw|plain|plaintext|string|content|current)$/u.test(own.at(-1) ?? '')) own.pop();
  return /^tokens?$/u.test(own.at(-1) ?? '') && !(own.length > 1 && own.some(isOfLogin));
}

/** Operations whose results hold secrets (see `aws.ts`). */
const awsCall =
  /[gG]etParameter|[gG]etSecret|ParametersBy|SecretString|SecretBinary|SSMProvider|SecretsProvider|^[dD]ecrypt(?:Command\w*|Result|Response)?$|[gG]enerateDataKey|[aA]ssumeRole|[gG]etSessionToken|[cC]reateAccessKey|[gG]etAuthorizationToken|[gG]etRandomPassword/u;

/** The names of methods that print, and what a function that prints is called. */
const anySink = /^(?:log|info|warn(?:ing)?|err(?:or)?|debug|trace|verbose|fatal|silly|notice|crit|alert|emerg|success|fail|note|child|setFailed|appendKeys|addContext|emitWarning|writeSync|write|dir|table|assert)$|(?:Error|Exception|reject|printf?|.Log|.Logger)$|[dD]ebug\w{0,80}$|^[Ll]og/u;

/** Functions that give back what they are given, or hand it to a callback (see `calls.ts`); and keywords before a bracket. */
const passing: ReadonlySet<string> = new Set(
  (
    'stringify String inspect inspectObject safeStringify fastStringify serialize dump format formatWithOptions sprintf concat join trim trimStart trimEnd ' +
    'toString toUpperCase toLowerCase toLocaleString normalize valueOf replace replaceAll slice substring substr padEnd padStart repeat split at from of ' +
    'resolve all any race allSettled then catch finally map flatMap filter forEach reduce reduceRight find findLast pop shift values entries fromEntries ' +
    'assign freeze seal structuredClone clone cloneDeep unref toRaw pRetry parse encode decode btoa atob encodeURIComponent decodeURIComponent encodeURI ' +
    'decodeURI escape unescape get getOrThrow getString fetch read value getItem getSetting getConfig getRequired header env config getEnv requireEnv ' +
    'getenv setting getParam getArg flat reverse toReversed sort toSorted required optional promise send execute Map Set Object URLSearchParams Buffer ' +
    'await return if while for switch typeof void yield throw case in of new delete else do instanceof push dim bold red green blue yellow cyan magenta ' +
    'gray grey chalk kleur colorette pc picocolors c styleText s f t util color colors'
  ).split(' '),
);

/** One program. */
class Facts implements WordTest {
  readonly #program: Skim;
  readonly #known: { others?: boolean; logins?: boolean; ssm?: boolean; kms?: boolean; values?: boolean; process?: boolean; errors?: boolean; loggers?: boolean } = {};

  constructor(program: Skim) {
    this.#program = program;
  }

  /** Most programs name nothing that could be secret. */
  get hasHotWord(): boolean {
    const { kinds, count } = this.#program;
    for (let token = 0; token < count; token++) if ((kinds[token] === word && this.isHot(token)) || (kinds[token] === quoted && this.isHotText(token))) return true;
    return false;
  }

  isHot(token: number): boolean {
    const bits = this.#getClass(token);
    if ((bits & (isHotName | isAws | isHeaders | isClientPart | isEnvironment | isParameter)) === 0) return false;
    if ((bits & isAws) !== 0 && this.#isOfAws(token)) return true;
    if ((bits & isHotName) !== 0 && this.#isHotName(token, bits)) return true;
    if ((bits & isHeaders) !== 0) return this.#isPartOf(token, isCarrier);
    if ((bits & isClientPart) !== 0) return this.#isPartOf(token, (owner) => isErrorName(owner) || /^res(?:p|ponse)?$/u.test(owner)) && (this.#getKind(token - 1) === dot || this.#hasErrorPattern);
    if ((bits & isEnvironment) !== 0) return this.#isEnvironment(token);
    return (bits & isParameter) !== 0 && this.#hasValues && !(this.#getKind(token - 1) === dot && this.#isClassName(token - 2));
  }

  isHotText(token: number): boolean {
    const { text, kinds, starts, ends } = this.#program;
    if (kinds[token] !== quoted) return false;
    const start = (starts[token] ?? 0) + 1;
    const end = (ends[token] ?? 0) - 1;
    if (end - start > 80 || end - start < 3) return false;
    const inner = text.slice(start, end);
    let isHot = texts.get(inner);
    if (isHot === undefined) {
      if (texts.size > mostTexts) texts.clear();
      texts.set(toOwnText(inner), (isHot = /^[\w$.:/-]+$/u.test(inner) && [...inner.matchAll(/[\w$-]+/gu)].some(([part]) => isTelling(part) || /^(?:headers|cookies)$/u.test(part))));
    }
    return isHot;
  }

  isSink(token: number): boolean {
    const bits = this.#getClass(token);
    if ((bits & isAnySink) !== 0) return true;
    if (this.#getKind(token - 1) !== dot || this.#getKind(token - 2) !== word) return (bits & isLogMethod) !== 0 && this.#getKind(token - 1) === dot && this.#hasLoggers;
    const owner = this.#getText(token - 2);
    // `log.debug.apply(log, values)`
    if (/^(?:call|apply)$/u.test(this.#getText(token))) return (this.#getClass(token - 2) & (isAnySink | isLogMethod)) !== 0;
    return /^(?:console|stdout|stderr)$/u.test(owner) || ((bits & isLogMethod) !== 0 && (isLoggerName(owner) || this.#hasLoggers));
  }

  isPassing(token: number): boolean {
    return (this.#getClass(token) & isPasser) !== 0;
  }

  isCalling(token: number): boolean {
    return wrapperName.test(this.#getText(token));
  }

  isTest(token: number): boolean {
    return measures.test(this.#getText(token)) || (this.#getKind(token + 1) === parenthesis && (tests.has(this.#getText(token)) || this.#getText(token) === 'match'));
  }

  #isHotName(token: number, bits: number): boolean {
    const before = this.#getKind(token - 1);
    const next = this.#getKind(token + 1);
    // what a call gives is judged by what is called
    if (next === parenthesis && (bits & isGetter) === 0) return false;
    if ((bits & isTokens) !== 0 && (bits & isGetter) === 0 && this.#hasOtherTokens) return false;
    if ((bits & isPass) !== 0 && !this.#hasLogins) return false;
    if ((bits & isClassName) === 0) return true;
    // a class, and no member of anything
    if (before === dot) return !this.#isClassName(token - 2);
    return (before === brace || before === comma) && next !== dot && next !== parenthesis;
  }

  #isClassName(token: number): boolean {
    return this.#getKind(token) === word && (this.#getClass(token) & isClassName) !== 0;
  }

  /** Many libraries have a `getParameter`. */
  #isOfAws(token: number): boolean {
    const text = this.#getText(token);
    if (/[dD]ecrypt/u.test(text)) return (this.#known.kms ??= /[kK][mM][sS]|CiphertextBlob/u.test(this.#program.text));
    return /Secret|SSM|Command|DataKey|Role|Session|AccessKey|Authorization/u.test(text) || (this.#known.ssm ??= /(?<![a-z])ssm|SSM|Ssm|[sS]ystems?[mM]anager|[pP]aram(?:eter)?s?[sS]tore|WithDecryption|powertools/u.test(this.#program.text));
  }

  /** A member of something that has it, or a part of a pattern. */
  #isPartOf(token: number, isOwner: (name: string) => boolean): boolean {
    const before = this.#getKind(token - 1);
    if (before === dot) return this.#getKind(token - 2) === word && isOwner(this.#getText(token - 2));
    if (before !== brace && before !== comma) return false;
    const next = this.#getKind(token + 1);
    return (next === braceEnd || next === comma || next === colon || next === equals) && this.#isInPattern(token);
  }

  /** Of an assignment or of a parameter. */
  #isInPattern(token: number): boolean {
    const open = this.#findOpening(token, brace);
    if (open === undefined) return false;
    const { values } = this.#program;
    if (this.#getKind((values[open] ?? 0) + 1) === equals) return true;
    const list = this.#findOpening(open, parenthesis);
    if (list === undefined) return this.#isInPattern(open);
    const behind = this.#getKind((values[list] ?? 0) + 1);
    return behind === arrow || behind === brace || behind === colon;
  }

  /** The bracket in which a token stands directly, if it is one of a kind. */
  #findOpening(token: number, kind: number): number | undefined {
    const { values } = this.#program;
    for (let at = token - 1; at >= 0 && token - at < 400; at--) {
      const found = this.#getKind(at);
      if (found === kind) return at;
      if (found === parenthesis || found === bracket || found === brace || found === semicolon) return undefined;
      if (found === parenthesisEnd || found === bracketEnd || found === braceEnd) at = values[at] ?? at;
    }
    return undefined;
  }

  /** The whole of it, or a variable by a key that is not known here. */
  #isEnvironment(token: number): boolean {
    const next = this.#getKind(token + 1);
    if (next === dot || (next === bracket && this.#getKind(token + 2) === quoted)) return false;
    if (this.#getKind(token - 1) === dot) return this.#getKind(token - 2) === word && /^(?:process|Bun|Deno|meta)$/u.test(this.#getText(token - 2));
    return (this.#known.process ??= /\bprocess['"]|=\s*(?:globalThis\.|global\.)?process\b/u.test(this.#program.text));
  }

  get #hasOtherTokens(): boolean {
    return (this.#known.others ??= this.#hasWord(isOtherName) || isPlacedToken(this.#program.text));
  }

  get #hasLogins(): boolean {
    return (this.#known.logins ??= this.#hasWord(isLogin));
  }

  get #hasValues(): boolean {
    return (this.#known.values ??= /\bValue\b/u.test(this.#program.text));
  }

  get #hasErrorPattern(): boolean {
    return (this.#known.errors ??= /\}\s*=\s*(?:await\s+)?(?:_?(?:e|ex|err|error|exception|reason|cause|\w{1,60}(?:Error|Err))|res(?:p|ponse)?)\b/u.test(this.#program.text));
  }

  /** Loggers that may have any name. */
  get #hasLoggers(): boolean {
    return (this.#known.loggers ??= this.#hasLoggerPackage() || /[lL]ogger|[lL]ogging|\.child\(|Signale/u.test(this.#program.text));
  }

  #hasLoggerPackage(): boolean {
    const { text, kinds, starts, ends, count } = this.#program;
    for (let token = 0; token < count; token++) if (kinds[token] === quoted && loggerPackage.test(text.slice((starts[token] ?? 0) + 1, (ends[token] ?? 0) - 1))) return true;
    return false;
  }

  #hasWord(bit: number): boolean {
    const { kinds, count } = this.#program;
    for (let token = 0; token < count; token++) if (kinds[token] === word && (this.#getClass(token) & bit) !== 0) return true;
    return false;
  }

  #getClass(token: number): number {
    return getClass(this.#program, this.#program.values[token] ?? 0);
  }

  #getText(token: number): string {
    const { words, values } = this.#program;
    return words.get(values[token] ?? 0);
  }

  #getKind(token: number): number {
    return token >= 0 && token < this.#program.count ? (this.#program.kinds[token] ?? 0) : 0;
  }
}

const measures = /^(?:length|size|byteLength)$/u;

/** Texts repeat, as names do. */
const texts = new Map<string, boolean>();
const mostTexts = 20_000;
