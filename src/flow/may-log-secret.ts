import { toOwnText } from '../core/own-text.ts';
import { type Skim, skim } from '../ecmascript/skim.ts';
import { arrow, brace, braceEnd, bracket, bracketEnd, colon, comma, dot, equals, parenthesis, parenthesisEnd, quoted, semicolon, word } from '../ecmascript/skim-kinds.ts';
import { tests, wrapperName } from './call-words.ts';
import { judgeLiteral } from './literals.ts';
import { isLoggerName, loggerPackage } from './loggers.ts';
import { hasOtherTokenName, isTextToken } from './names.ts';
import { printsHotWord, type WordTest } from './printed-words.ts';
import { mayLog } from './sinks.ts';
import { isCarrier, isErrorName, isOfRenderer, isSecretHeader } from './sources.ts';
import { classify, getClass, isAnyHot, isAnySink, isAws, isClassName, isClientPart, isEnvironment, isGetter, isHeaders, isHotName, isLogin, isLogMethod, isParameter, isPass, isPasser, isRenderPass, isTelling, isTokens, mayTell } from './word-classes.ts';

/**
 * Reads the program without its syntax: false means that `findLoggedSecrets` finds nothing, so that it need not be parsed or walked. What
 * is printed is followed backwards, and held against the names and the calls that tell of secrets. Whatever is hard to follow counts
 * as suspicious. `read`: what makes tokens of it.
 */
export function mayLogSecret(text: string, loggers: readonly string[] = [], read: (text: string) => Skim | undefined = skim): boolean {
  if (!mayLog(text, loggers)) return false;
  if (loggers.length > 0 || text.length > sizeLimit) return true;
  const program = read(text);
  if (program === undefined) return hasTellingWord(text);
  const facts = new Facts(program);
  return facts.hasHotWord && (winding.test(text) || printsHotWord(program, facts));
}

/** Of what is no program that can be read so. */
function hasTellingWord(text: string): boolean {
  for (const [found] of text.matchAll(/[\w$\u0080-\uFFFF]{3,100}/gu)) if ((classify(found) & isAnyHot) !== 0) return true;
  return false;
}

/** Characters: beyond it, following names costs more than it saves. */
const sizeLimit = 500_000;

/** Loggers under names of their own, and calls of AWS under names of their own, are left to the real analysis. */
const winding = /(?<![lL]ogger\s?)= ?console\b|(?<!bind\()console\)|=\s{0,20}[\w$.!?()\s]{0,60}(?:console|[lL]og)\w{0,40}(?:\s*\.\s*\w{1,40})?\s*\.\s*bind\(|\} = (?:this\.)?\w*[lL]og|debuglog|(?:require\(|from\s?)['"]debug['"]|console\s*\[|console\.\w+\s*\.\s*(?:call|apply)|(?:Command|Parameters?\w{0,20}|SecretValue|Secret)\s+as\s/u;

/** One program. */
class Facts implements WordTest {
  readonly #program: Skim;
  readonly #known: { others?: boolean; passes?: boolean; logins?: boolean; ssm?: boolean; kms?: boolean; values?: boolean; process?: boolean; errors?: boolean; axios?: boolean; loggers?: boolean } = {};

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
    if ((bits & isAnyHot) === 0) return false;
    if ((bits & isAws) !== 0 && this.#isOfAws(token)) return true;
    if ((bits & isHotName) !== 0 && this.#isHotName(token, bits)) return true;
    // what is assigned is what is printed
    if ((bits & (isHeaders | isClientPart)) !== 0 && this.#getKind(token - 1) === dot && this.#getKind(token + 1) === equals) return false;
    if ((bits & isHeaders) !== 0) return this.#isPartOf(token, isCarrier) && !this.#isOfPlainHeader(token);
    if ((bits & isClientPart) !== 0) return this.#isHotClientPart(token);
    if ((bits & isEnvironment) !== 0) return this.#isEnvironment(token);
    return (bits & isParameter) !== 0 && this.#hasValues && !(this.#getKind(token - 1) === dot && this.#isClassName(token - 2));
  }

  isHotText(token: number): boolean {
    const { kinds, starts, ends } = this.#program;
    if (kinds[token] !== quoted) return false;
    const length = (ends[token] ?? 0) - (starts[token] ?? 0) - 2;
    if (length > 80 || length < 3) return false;
    const inner = this.#getQuoted(token);
    if (!mayTell(inner) && !/headers|cookies/u.test(inner)) return false;
    if (inner === 'Parameter' || inner === 'Parameters') return this.#hasValues && this.#isAskedFor(token);
    let isHot = texts.get(inner);
    if (isHot === undefined) {
      if (texts.size > mostTexts) texts.clear();
      texts.set(toOwnText(inner), (isHot = /^[\w$.:/-]+$/u.test(inner) && [...inner.matchAll(/[\w$-]+/gu)].some(([part]) => isTelling(part) || /^(?:headers|cookies)$/u.test(part))));
    }
    return isHot;
  }

  /** `output['Parameter']`, `output.get('Parameter')`; not what an enumeration is made of. */
  #isAskedFor(token: number): boolean {
    const before = this.#getKind(token - 1);
    return before === parenthesis || (before === bracket && this.#getKind(token + 1) === bracketEnd && this.#getKind(token + 2) !== equals);
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
    if (this.#hasLiteral(token)) return false;
    if ((bits & isTokens) !== 0 && this.#hasOtherTokens) return false;
    if (((bits & isPass) !== 0 && !this.#hasLogins) || ((bits & isRenderPass) !== 0 && this.#hasRenderPasses)) return false;
    if ((bits & isClassName) === 0) return true;
    // a class, and no member of anything
    if (before === dot) return !this.#isClassName(token - 2);
    return (before === brace || before === comma) && next !== dot && next !== parenthesis;
  }

  /** `{ credentials: 'include' }`: the text itself is what is printed. */
  #hasLiteral(token: number): boolean {
    if (this.#getKind(token + 1) !== colon || this.#getKind(token + 2) !== quoted) return false;
    const before = this.#getKind(token - 1);
    const behind = this.#getKind(token + 3);
    if ((before !== brace && before !== comma) || (behind !== braceEnd && behind !== comma)) return false;
    const literal = this.#getQuoted(token + 2);
    return !literal.includes('\\') && judgeLiteral(literal) === 'clean';
  }

  #isClassName(token: number): boolean {
    return this.#getKind(token) === word && (this.#getClass(token) & isClassName) !== 0;
  }

  /** `headers.origin`, `headers['content-type']`, `headers.get('accept')` */
  #isOfPlainHeader(token: number): boolean {
    if (!/headers$/iu.test(this.#getText(token))) return false;
    const header = this.#getMember(token) ?? this.#getAsked(token);
    return header !== undefined && !isSecretHeader(header);
  }

  /** Of an error's request and its configuration only the whole and its login tell a secret, and of its response the whole, if it is that of axios. */
  #isHotClientPart(token: number): boolean {
    const member = this.#getMember(token);
    if ((member !== undefined && member !== 'auth') || (this.#getText(token) === 'response' && !this.#hasAxios)) return false;
    return this.#isPartOf(token, (owner) => isErrorName(owner) || /^res(?:p|ponse)?$/u.test(owner)) && (this.#getKind(token - 1) === dot || this.#hasErrorPattern);
  }

  /** The name of a part that is read of a value, and not called. */
  #getMember(token: number): string | undefined {
    let next = token + 1;
    if (this.#getKind(next) === dot) {
      next++;
      if (this.#getKind(next) === word) return this.#getKind(next + 1) === parenthesis ? undefined : this.#getText(next);
    }
    if (this.#getKind(next) !== bracket || this.#getKind(next + 1) !== quoted || this.#getKind(next + 2) !== bracketEnd || this.#getKind(next + 3) === parenthesis) return undefined;
    return this.#getQuoted(next + 1);
  }

  /** The text that a value is asked for: `headers.get('accept')`. */
  #getAsked(token: number): string | undefined {
    const isAsked = this.#getKind(token + 1) === dot && this.#getKind(token + 2) === word && /^(?:get|has)$/u.test(this.#getText(token + 2));
    return isAsked && this.#getKind(token + 3) === parenthesis && this.#getKind(token + 4) === quoted && this.#getKind(token + 5) === parenthesisEnd ? this.#getQuoted(token + 4) : undefined;
  }

  #getQuoted(token: number): string {
    const { text, starts, ends } = this.#program;
    return text.slice((starts[token] ?? 0) + 1, (ends[token] ?? 0) - 1);
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
  #isInPattern(token: number, depth = 0): boolean {
    const open = depth > 5 ? undefined : this.#findOpening(token, brace);
    if (open === undefined) return false;
    const { values } = this.#program;
    if (this.#getKind((values[open] ?? 0) + 1) === equals) return true;
    const list = this.#findOpening(open, parenthesis);
    if (list === undefined) return this.#isInPattern(open, depth + 1);
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
    return (this.#known.others ??= this.#hasName(hasOtherTokenName) || isTextToken(this.#program.text));
  }

  get #hasRenderPasses(): boolean {
    return (this.#known.passes ??= this.#hasName(isOfRenderer));
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

  get #hasAxios(): boolean {
    return (this.#known.axios ??= /[aA]xios/u.test(this.#program.text));
  }

  /** Loggers that may have any name. */
  get #hasLoggers(): boolean {
    return (this.#known.loggers ??= this.#hasLoggerPackage() || /[lL]ogger|[lL]ogging|\.child\(|Signale/u.test(this.#program.text));
  }

  #hasLoggerPackage(): boolean {
    const { kinds, count } = this.#program;
    for (let token = 0; token < count; token++) if (kinds[token] === quoted && loggerPackage.test(this.#getQuoted(token))) return true;
    return false;
  }

  #hasName(isSo: (name: string) => boolean): boolean {
    const { kinds, values, words, count } = this.#program;
    const asked = new Set<number>();
    for (let token = 0; token < count; token++) {
      const number = values[token] ?? 0;
      if (kinds[token] !== word || asked.has(number)) continue;
      asked.add(number);
      if (isSo(words.get(number))) return true;
    }
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
