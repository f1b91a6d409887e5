import type { Detect, Place } from '../core/detect.ts';
import { toCharacters } from '../core/characters.ts';
import { unescape } from '../core/escapes.ts';
import { getNameKind, nameStems, withoutFigures, type NameKind } from '../core/names.ts';
import { isLocalePath, isTestPath } from '../core/paths.ts';
import { createHarmlessPairs, type HarmlessPairs } from '../core/harmless-pairs.ts';
import { createLiterals, getArgument, getExpressionEnd, isQuote, type Literals } from '../core/expression-text.ts';
import { toOwnText } from '../core/own-text.ts';
import type { Range } from '../core/range.ts';
import { sinks } from './holder.ts';

/**
 * Reads the text without its syntax: false means that `findHardcodedSecrets` finds nothing, so that the program need not be
 * parsed or walked. True says nothing yet.
 */
export const mayHoldSecret = (text: string, detect: Detect): boolean => detect.tokens(text).length > 0 || mayNameSecret(text, detect);

/** The same without the formats of tokens, where these were looked for already. */
export const mayNameSecret = (text: string, detect: Detect, { known = createKnownNames(), names = findStems(text), taking }: KnownOfText = {}): boolean =>
  (taking === undefined ? mayTakeSecret(text, detect) : taking.some((index) => mayTakeSecretAt(text, index, detect))) || hasNamedLiteral(text, detect, known, names) || hasTokenInPieces(text, detect, known);

/** What was found out about a text before. */
interface KnownOfText {
  readonly known?: KnownNames;
  /** Where stems stand of names that may be of a kind. */
  readonly names?: Iterable<number>;
  /** Where marks stand of what takes a secret without a telling name. */
  readonly taking?: readonly number[];
}

/**
 * The same of one place of a text, of which no more than what is around it may be at hand: where a stem of a name stands. The part
 * of the text that tells it, undefined for no secret.
 */
export function findNamedSecret(text: string, index: number, detect: Detect, known: KnownNames, places: readonly Place[]): Range | undefined {
  const name = readName(text, index, known);
  const found = name === undefined ? undefined : findLeakNear(text, name, detect, { harmless: known.harmless, judged: new Map(), literals: createLiterals(text), places: () => (sinkPlace.test(text) ? [...places, 'sink'] : places) });
  if (name !== undefined && found !== undefined) return [Math.min(name.start, found[0]), Math.max(name.end, found[1])];
  return hasTokenInPieces(text, detect, known) ? [0, text.length] : undefined;
}

/** And where a mark of what takes a key stands. */
export function mayTakeSecretAt(text: string, index: number, detect: Detect): boolean {
  const part = text.slice(Math.max(0, index - 24), index + 150);
  return header.test(part) || login.test(part) || (part.search(keyTaker) !== -1 && takesKey(text.slice(Math.max(0, index - backReach * 3 - 30), index + reach), detect));
}

/** What was asked before: names and values repeat. */
export interface KnownNames {
  readonly kinds: Map<string, NameKind | undefined>;
  readonly harmless: HarmlessPairs;
}

export const createKnownNames = (): KnownNames => ({ kinds: new Map(), harmless: createHarmlessPairs() });

const mostKnown = 50_000;

/** What needs no telling name. */
export const mayTakeSecret = (text: string, detect: Detect): boolean => header.test(text) || login.test(text) || takesKey(text, detect);

/** A credential of a header needs no name. */
const header = /["'`](?:Bearer|Basic|Token|token|ApiKey|Bot) +[\w.~+/=-]{12}/u;

/** Calls that take a user and a password, and those that hash one. */
const login = /(?:og_?[iI]n|ign_?[iI]n|uthenticate|(?:reset|change)Password)\(\s{0,20}["'`][^"'`\n]{1,60}["'`],\s{0,20}["'`]|(?:(?:crypt(?:js)?|argon2)\.(?:hash|compare)(?:Sync)?|(?:check|verify)_password)\(\s{0,20}["'`]/u;

/** Calls and options that take a key by their position, and a parameter of SSM that is made: none of them needs a telling name. */
function takesKey(text: string, detect: Detect): boolean {
  for (const found of text.matchAll(keyTaker)) {
    const literals = createLiterals(text);
    for (const range of getKeyRanges(text, found)) for (const { read } of literals.within(...range)) if (isKey(read(), detect)) return true;
  }
  return false;
}

const keyTaker =
  /(?<callee>\b(?:create(?:Hmac|Cipheriv|Decipheriv)|sign|verify|Hmac(?:SHA\d{1,3}|MD5)|encrypt|decrypt|[sS]tripe|[tT]wilio|cookieParser|scrypt(?:Sync)?|pbkdf2(?:Sync)?|Sequelize|fromPassword|Credentials|unsafePlainText))(?:<[^()]{0,80}>)?\s{0,8}(?=\()|(?<option>secretOr(?:Private|Public)?Key|\bkeys|\bauth)["'\]]{0,2}\s{0,20}:|\b(?<secure>SecureString)\b/gu;

/** Where the key stands that a call takes, an option or a parameter. */
function getKeyRanges(text: string, { index, 0: { length }, groups: { callee, option, secure } = {} }: RegExpExecArray): Range[] {
  const end = index + length;
  const object = readOwner(text, index);
  if (secure !== undefined) return [[Math.max(0, index - reach), end + reach]];
  if (option !== undefined) return [[end, getExpressionEnd(text, end, end + reach)]];
  return sinks.filter((sink) => sink.callee.test(callee ?? '') && (sink.object?.test(object) ?? true)).map(({ argument }) => getArgument(text, end + 1, argument));
}

/** `jwt` of `jwt.sign`. */
function readOwner(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 160), index).trimEnd();
  if (!before.endsWith('.')) return '';
  const owner = before.slice(0, -1).trimEnd().replace(/[?!]{1,2}$/u, '');
  let start = owner.length;
  while (start > 0 && isNameCode(owner.charCodeAt(start - 1))) start--;
  return owner.slice(start);
}

/** Values repeat, and most are harmless. */
function isKey(value: string | undefined, detect: Detect): boolean {
  if (value === undefined) return false;
  const harmless = harmlessKeys.get(detect) ?? new Set();
  harmlessKeys.set(detect, harmless);
  if (harmless.has(value)) return false;
  const isSecret = ['secret', 'password'].some((name) => detect.named({ name, path: [], value: unescape(value), range: [0, 0], place: 'sink' }) !== undefined);
  if (harmless.size > mostKnown) harmless.clear();
  if (!isSecret) harmless.add(toOwnText(value));
  return isSecret;
}

const harmlessKeys = new WeakMap<Detect, Set<string>>();

/** Literals that are put together, and are a token or a named value only as a whole. */
function hasTokenInPieces(text: string, detect: Detect, known: KnownNames): boolean {
  let done = 0;
  for (let plus = text.indexOf('+'); plus !== -1; plus = text.indexOf('+', plus + 1)) {
    if (plus < done || !isJoint(text, plus)) continue;
    done = plus + reach / 2;
    const whole = text.slice(Math.max(0, plus - backReach), done + reach).replace(anyJoint, '');
    if (detect.tokens(whole).length > 0 || hasNamedLiteral(whole, detect, known, findStems(whole))) return true;
  }
  return false;
}

/** Between two pieces without blanks, as no sentence is cut. */
function isJoint(text: string, plus: number): boolean {
  let end = plus - 1;
  while (plus - end < 40 && isBlank(text.charCodeAt(end))) end--;
  let start = plus + 1;
  while (start - plus < 40 && isBlank(text.charCodeAt(start))) start++;
  return isQuote(text.charAt(end)) && isQuote(text.charAt(start)) && /^[^\s"'`\\]{4}$/u.test(text.slice(end - 4, end)) && /^[^\s"'`\\]{4}$/u.test(text.slice(start + 1, start + 5));
}

const isBlank = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);
const anyJoint = /["'`]\s{0,40}\+\s{0,40}["'`]/gu;

function hasNamedLiteral(text: string, detect: Detect, known: KnownNames, stems: Iterable<number>): boolean {
  const surroundings = { harmless: known.harmless, judged: new Map<string, number>(), literals: createLiterals(text), places: createPlaces(text) };
  for (const stem of stems) {
    const name = readName(text, stem, known);
    if (name !== undefined && findLeakNear(text, name, detect, surroundings) !== undefined) return true;
  }
  return false;
}

/** The first stem of each name. */
function* findStems(text: string): Generator<number> {
  const stems = new RegExp(nameStems.source, 'gi');
  for (let found = stems.exec(text), end = 0; found !== null; found = stems.exec(text)) {
    if (found.index < end) continue;
    end = getNameEnd(text, found.index);
    yield found.index;
  }
}

/** The name around a stem, if it is one of a kind. */
function readName(text: string, index: number, known: KnownNames): Name | undefined {
  const start = getNameStart(text, index);
  const end = getNameEnd(text, index);
  const name = toField(text.slice(start, end));
  const kind = getKind(name, known);
  return kind === undefined ? undefined : { name: toCharacters(name), kind, start, end };
}

function getKind(name: string, { kinds }: KnownNames): NameKind | undefined {
  const stored = kinds.get(name);
  if (stored !== undefined || kinds.has(name)) return stored;
  if (kinds.size > mostKnown) kinds.clear();
  const kind = getNameKind(toCharacters(name));
  kinds.set(toOwnText(name), kind);
  return kind;
}

/** `withPassword('…')` sets what it names. */
const toField = (name: string): string => name.replace(/^(?:with|use|set)(?=[A-Z])/u, '');

/** Letters of other alphabets too, in whatever encoding. */
const isNameCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 36 || code === 45 || code >= 128;

function getNameStart(text: string, index: number): number {
  let start = index;
  while (start > 0 && index - start < 60 && isNameCode(text.charCodeAt(start - 1))) start--;
  return start;
}

function getNameEnd(text: string, index: number): number {
  let end = index;
  while (end < text.length && end - index < 60 && isNameCode(text.charCodeAt(end))) end++;
  return end;
}

/** How far from its name a value may stand: what a function returns and what a list holds may be further away. */
const reach = 400;
const farReach = 4000;
const backReach = 100;
const opensFar = /["'`]?\]?\s{0,80}(?::[^="'`(),;]{0,60})?(?:=\s{0,80})?(?:async\s{0,80})?(?:[([]|function\b)/uy;

interface Name {
  readonly name: string;
  readonly kind: NameKind;
  readonly start: number;
  readonly end: number;
}

interface Surroundings {
  readonly harmless: HarmlessPairs;
  /** Up to where literals of the text were held against a name. */
  readonly judged: Map<string, number>;
  readonly literals: Literals;
  readonly places: () => readonly Place[];
}

/** Where the value stands. */
function findLeakNear(text: string, { name, kind, start, end }: Name, detect: Detect, { harmless, judged, literals, places }: Surroundings): Range | undefined {
  noValue.lastIndex = end;
  const isCompared = /[!=]=\s*[\w$.?![\]'"]*$/u.test(text.slice(Math.max(0, start - 80), start)) || isInTuple(text, start, end);
  const isBefore = isCompared || isSibling(text, start, end);
  const isUsed = noValue.test(text);
  if (isUsed && !isBefore) return undefined;
  const own = isUsed || isCompared ? undefined : getExtent(text, start, end);
  const extent = isBefore ? getSurroundings(text, start, end) : own;
  if (extent === undefined) return undefined;
  const [from, limit] = extent;
  for (const { quote, read } of literals.within(Math.max(from, judged.get(name) ?? 0), limit)) {
    judged.set(name, quote + 1);
    if (isBefore && !isCompared && !(own !== undefined && quote >= own[0] && quote < own[1]) && !isOfValue(text, quote)) continue;
    const value = read();
    if (value === undefined || value.includes('${') || (kind === 'secret' && (value.length < 3 || (/\s/u.test(value) && value !== 'keyboard cat')))) continue;
    // the same few words stand beside the same few names all over a program
    const pair = harmless.isAsked() ? `${places().join(' ')} ${withoutFigures(name, value)} ${value}` : undefined;
    if (pair !== undefined && harmless.has(pair)) continue;
    if (isLeak(name, unescape(value), detect, places())) return [quote, quote + value.length + 2];
    if (pair !== undefined) harmless.add(pair);
  }
  return undefined;
}

/** Where what is given to the name may stand; undefined for what is only used. */
function getExtent(text: string, start: number, end: number): Range | undefined {
  // an option of a program, declared by a call with its default
  if (text.charAt(start) === '-') return [end, getLimit(text, end) + reach];
  given.lastIndex = end;
  const found = given.exec(text);
  if (found?.[0].endsWith(',') === true && !isArgument.test(text.slice(Math.max(0, start - 110), start))) return undefined;
  if (found !== null) return [end, getExpressionEnd(text, end + found[0].length, getLimit(text, end))];
  const isChosen = /^\)\s{0,80}\{/u.test(text.slice(end, end + 90)) && /\bswitch\s{0,20}\([^()]{0,80}$/u.test(text.slice(Math.max(0, start - 110), start));
  return isChosen || /^\s{1,20}(?:as|satisfies)\b/u.test(text.slice(end, end + 40)) ? getSurroundings(text, start, end) : undefined;
}

/** The first of a call or of a pair, with what it is a part of, or the second of `setattr`; in a list of words it is one of them. */
const isArgument = /[([]\s{0,80}[bfruBFRU]{0,2}["'`](?:[\w-]{1,40}[./:]){0,6}$|\b(?:[gs]etattr|set_option|setitem)\s{0,8}\([^()]{0,90},\s{0,20}[bfruBFRU]{0,2}["'`]$/u;

/** The value of a parameter may come before its name, as what a name is compared with. */
const getSurroundings = (text: string, start: number, end: number): Range => [start - backReach, getLimit(text, end)];

function getLimit(text: string, end: number): number {
  opensFar.lastIndex = end;
  if (opensFar.test(text)) return end + farReach;
  const limit = getStatementEnd(text, end);
  const next = text.slice(end, limit).search(nextStatement);
  return next === -1 ? limit : end + next;
}

/** A line that cannot go on with the expression before it. */
const nextStatement = /\n\s{0,80}(?:const|let|var|if|while|function|expect|describe|it|import|export|throw|try|class)\b/u;

/** In an object of a name and a value. */
const isSibling = (text: string, start: number, end: number): boolean => isQuote(text.charAt(end)) && /[vV]alue["']?\s{0,20}:/u.test(text.slice(Math.max(0, start - backReach), end + reach));

/** The text stands under the key of the value. */
const isOfValue = (text: string, quote: number): boolean => /[vV]alue["'`]?\s{0,20}:[^,{}]{0,200}$/u.test(text.slice(Math.max(0, quote - 240), quote));

/** `user, password = 'admin', '…'` of Python. */
function isInTuple(text: string, start: number, end: number): boolean {
  if (!/[,)]/u.test(text.slice(end, end + 9).trimStart().charAt(0)) && !/[,(]\s{0,8}$/u.test(text.slice(Math.max(0, start - 9), start))) return false;
  const before = text.slice(Math.max(0, start - 200), start);
  const from = start - before.length + before.lastIndexOf('\n') + 1;
  return (start <= 200 || before.includes('\n')) && /^\s{0,80}\(?[\w.]+(?:\s{0,8},\s{0,8}[\w.]+){1,10}\)?\s{0,8}=(?![=>])/u.test(text.slice(from, end + 200));
}

/** An assignment, a property, a comparison, an alternative, the first argument of a call: its value is the expression that follows. */
const given = /["'`]?[\])]{0,2}[?!]?\s{0,80}(?::|(?=\(|<[^()]{0,80}>\()|[|&?+!]{0,2}={1,3}(?!>)|\|\||\?\?|(?:or|if)\b)|["'`]\s{0,80},/uy;

/** Where most is believed in a file of a name. */
export const getBelieving = (path: string): readonly Place[] => (isLocalePath(path) ? ['connection', 'test-login'] : [isTestPath(path) ? 'test-login' : 'connection']);

const isLeak = (name: string, value: string, detect: Detect, places: readonly Place[]): boolean =>
  places.some((place) => detect.named({ name, path: [], value, range: [0, 0], place }) !== undefined);

/** Only what takes a key, and what has a user or a host, makes a word of a program a credential. */
function createPlaces(text: string): () => readonly Place[] {
  let known: readonly Place[] | undefined;
  return () => (known ??= [...(surePlace.test(text) ? (['connection', 'test-login'] as const) : (['code', 'test'] as const)), ...(sinkPlace.test(text) ? (['sink'] as const) : [])]);
}

const sinkPlace = /[sS]ession\b|\bJwtModule\b|secretOr|\bOctokit\b|\bSecureString\b|unsafePlainText/u;

const surePlace =
  /(?:host[-_]?name|host|server|user[-_]?name|user[-_]?id|user|login|port|database|db[-_]?name|db[-_]?user|db|dialect|endpoint|connect(?:ion)?[-_]?string|account(?:[-_]?name)?|client[-_]?id|access[-_]?key[-_]?id|region|smtp|url|uri)["'\]]{0,2}\s{0,20}[:,}(]|(?:connect(?:ion|or)?|pool|client|transport|datasource|redis|knex|log_?in|sign_?in|authenticate|session|password)(?:<[^()]{0,80}>)?\s{0,10}\(/iu;

/** A use, a parameter, or a property without a text in its value: nothing is given to the name here. */
const noValue = /[?!]?(?:\s{0,80}:\s{0,80}[\w$.<>[\]|](?:[\w$.<>[\]| ]{0,58}[\w$.<>[\]|])?)?\s{0,80}(?:[,};]|\](?!\s{0,80}[:=(])|\)(?!\s{0,80}\{))/uy;

/** An expression that is no function ends at the next semicolon. */
function getStatementEnd(text: string, offset: number): number {
  const end = text.slice(offset, offset + reach).indexOf(';');
  return end === -1 ? offset + reach : offset + end;
}
