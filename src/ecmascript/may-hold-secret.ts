import type { Detect, Place } from '../core/detect.ts';
import { unescape } from '../core/escapes.ts';
import { getNameKind, nameStems, type NameKind } from '../core/names.ts';
import { isLocalePath, isTestPath } from '../core/paths.ts';
import { findLowest } from '../core/range-list.ts';

/**
 * Reads the text without its syntax: false means that `findHardcodedSecrets` finds nothing, so that the program need not be
 * parsed or walked. True says nothing yet.
 */
export const mayHoldSecret = (text: string, detect: Detect): boolean => detect.tokens(text).length > 0 || mayNameSecret(text, detect);

/** The same without the formats of tokens, where these were looked for already. */
export const mayNameSecret = (text: string, detect: Detect, known: KnownNames = createKnownNames()): boolean => mayTakeSecret(text, detect) || hasNamedLiteral(text, detect, known) || hasTokenInPieces(text, detect, known);

/**
 * The same of one place of a text, of which no more than what is around it may be at hand: where a stem of a name stands. Up to where the
 * text tells it, or -1 for no secret.
 */
export function findNamedSecret(text: string, index: number, detect: Detect, known: KnownNames, places: readonly Place[]): number {
  const name = readName(text, index, known);
  if (name !== undefined && !isProse(text, name.end)) {
    const literals = findLiterals(text.slice(0, getNextStatement(text, name.end)));
    const end = findLeakNear(text, name, () => literals, detect, { harmless: known.harmless, judged: new Map(), places });
    if (end !== -1) return end;
  }
  return hasTokenInPieces(text, detect, known) ? text.length : -1;
}

/** A word of a comment or of a text: no expression goes on like this. */
function isProse(text: string, end: number): boolean {
  prose.lastIndex = end;
  return prose.test(text);
}

const prose = /[ \t]{1,4}(?!(?:as|in|of|is|if|or|and|not|else|for|satisfies|instanceof)\b)[A-Za-z]/uy;

/** A line that cannot go on with the expression before it, unless that one opens far. */
function getNextStatement(text: string, end: number): number {
  opensFar.lastIndex = end;
  if (opensFar.test(text)) return text.length;
  nextStatement.lastIndex = end;
  const found = nextStatement.exec(text);
  return found === null ? text.length : found.index;
}

const nextStatement = /\n\s{0,80}(?:const|let|var|if|while|function|expect|describe|it|import|export|throw|try|class)\b/gu;

/** And where a mark of what takes a key stands. */
export function mayTakeSecretAt(text: string, index: number, detect: Detect): boolean {
  const part = text.slice(Math.max(0, index - 24), index + 150);
  return header.test(part) || login.test(part) || (part.search(keyTaker) !== -1 && takesKey(text.slice(Math.max(0, index - backReach * 3 - 30), index + reach), detect));
}

/** What was asked before: names and values repeat. */
export interface KnownNames {
  readonly kinds: Map<string, NameKind | undefined>;
  /** Pairs of a name and a value. */
  readonly harmless: Set<string>;
}

export const createKnownNames = (): KnownNames => ({ kinds: new Map(), harmless: new Set() });

const mostKnown = 50_000;

/** What needs no telling name. */
export const mayTakeSecret = (text: string, detect: Detect): boolean => header.test(text) || login.test(text) || takesKey(text, detect);

/** A credential of a header needs no name. */
const header = /["'`](?:Bearer|Basic|Token|token|ApiKey|Bot) +[\w.~+/=-]{12}/u;

/** Calls that take a user and a password, and those that hash one. */
const login = /(?:og_?[iI]n|ign_?[iI]n|uthenticate|(?:reset|change)Password)\(\s{0,20}["'`][^"'`\n]{1,60}["'`],\s{0,20}["'`]|(?:crypt(?:js)?|argon2)\.(?:hash|compare)(?:Sync)?\(\s{0,20}["'`]/u;

/** Calls and options that take a key by their position, and a parameter of SSM that is made: none of them needs a telling name. */
const keyTaker =
  /\b(?:create(?:Hmac|Cipheriv|Decipheriv)|sign|verify|Hmac(?:SHA\d{1,3}|MD5)|encrypt|decrypt|Stripe|stripe|[tT]wilio|cookieParser|scrypt|scryptSync|pbkdf2|pbkdf2Sync|Sequelize|fromPassword|Credentials|unsafePlainText|Octokit|session|expressSession|cookieSession|register)\s{0,8}\(|secretOr(?:Private|Public)?Key|\bSecureString\b/gu;

function takesKey(text: string, detect: Detect): boolean {
  let done = 0;
  for (const { index } of text.matchAll(keyTaker)) {
    if (index < done) continue;
    done = index + reach / 2;
    const part = text.slice(Math.max(0, index - backReach * 3), done + reach);
    if (findLiterals(part).some(({ read }) => isKey(read(), detect))) return true;
  }
  return false;
}

const isKey = (value: string | undefined, detect: Detect): boolean =>
  value !== undefined && ['secret', 'password'].some((name) => detect.named({ name, path: [], value: unescape(value), range: [0, 0], place: 'sink' }) !== undefined);

/** Literals that are put together, and are a token or a named value only as a whole. */
function hasTokenInPieces(text: string, detect: Detect, known: KnownNames): boolean {
  if (!anyJoint.test(text)) return false;
  let done = 0;
  for (const { index } of text.matchAll(joint)) {
    if (index < done) continue;
    done = index + reach / 2;
    const from = Math.max(0, index - backReach);
    const whole = text.slice(from, done + reach).replaceAll(anyJoints, '');
    if (detect.tokens(whole).length > 0 || hasNamedLiteral(whole, detect, known)) return true;
  }
  return false;
}

/** Between two pieces without blanks, as no sentence is cut. */
const joint = /[^\s"'`\\]{4}["'`]\s{0,40}\+\s{0,40}["'`](?=[^\s"'`\\]{4})/gu;
const anyJoint = /["'`]\s{0,40}\+\s{0,40}["'`]/u;
const anyJoints = new RegExp(anyJoint.source, 'gu');

function hasNamedLiteral(text: string, detect: Detect, known: KnownNames): boolean {
  const stems = new RegExp(nameStems.source, 'gi');
  const work = { harmless: known.harmless, judged: new Map<string, number>(), places: believing };
  let literals: readonly Literal[] | undefined;
  for (let found = stems.exec(text), end = 0; found !== null; found = stems.exec(text)) {
    if (found.index < end) continue;
    end = getNameEnd(text, found.index);
    const name = readName(text, found.index, known);
    if (name !== undefined && hasLeakNear(text, name, () => (literals ??= findLiterals(text)), detect, work)) return true;
  }
  return false;
}

/** The name around a stem, if it is one of a kind. */
function readName(text: string, index: number, { kinds, harmless }: KnownNames): Name | undefined {
  if (kinds.size > mostKnown) kinds.clear();
  if (harmless.size > mostKnown) harmless.clear();
  const start = getNameStart(text, index);
  const end = getNameEnd(text, index);
  // `withPassword('…')` sets what it names
  const name = text.slice(start, end).replace(/^(?:with|use|set)(?=[A-Z])/u, '');
  if (!kinds.has(name)) kinds.set(name, getNameKind(name));
  const kind = kinds.get(name);
  return kind === undefined ? undefined : { name, kind, start, end };
}

const nameCharacter = /[\w$-]/u;

function getNameStart(text: string, index: number): number {
  let start = index;
  while (start > 0 && index - start < 60 && nameCharacter.test(text.charAt(start - 1))) start--;
  return start;
}

function getNameEnd(text: string, index: number): number {
  let end = index;
  while (end < text.length && end - index < 60 && nameCharacter.test(text.charAt(end))) end++;
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

interface Known {
  /** Pairs of a name and a value. */
  readonly harmless: Set<string>;
  /** How many literals of the text a name was held against. */
  readonly judged: Map<string, number>;
  readonly places: readonly Place[];
}

const hasLeakNear = (...parts: Parameters<typeof findLeakNear>): boolean => findLeakNear(...parts) !== -1;

/** Where the value ends, -1 without one. */
function findLeakNear(text: string, { name, kind, start, end }: Name, getLiterals: () => readonly Literal[], detect: Detect, { harmless, judged, places }: Known): number {
  noValue.lastIndex = end;
  if (noValue.test(text) && !/[!=]=\s*[\w$.?![\]'"]*$/u.test(text.slice(Math.max(0, start - 80), start))) return -1;
  opensFar.lastIndex = end;
  const limit = opensFar.test(text) ? end + farReach : getStatementEnd(text, end);
  const literals = getLiterals();
  for (let index = Math.max(findLowest(literals.length, (place) => (literals[place]?.quote ?? 0) >= start - backReach), judged.get(name) ?? 0); index < literals.length; index++) {
    const { quote, read } = literals[index] ?? nowhere;
    if (quote >= limit) break;
    judged.set(name, index + 1);
    const value = read();
    if (value === undefined || value.includes('${') || (kind === 'secret' && (value.length < 5 || (/\s/u.test(value) && value !== 'keyboard cat')))) continue;
    // the same few words stand beside the same few names all over a program
    const pair = `${name} ${value}`;
    if (harmless.has(pair)) continue;
    if (isLeak(name, unescape(value), detect, places)) return quote + value.length + 2;
    harmless.add(pair);
  }
  return -1;
}

/** The places where most is believed. */
const believing: readonly Place[] = ['connection', 'test-login'];

/** Likewise in files of a name. */
export const getBelieving = (path: string): readonly Place[] => (isLocalePath(path) ? believing : [isTestPath(path) ? 'test-login' : 'connection']);

const isLeak = (name: string, value: string, detect: Detect, places: readonly Place[]): boolean =>
  places.some((place) => detect.named({ name, path: [], value, range: [0, 0], place }) !== undefined);

/** A use, a parameter, or a property without a text in its value: nothing is given to the name here. */
const noValue = /[?!]?(?:\s{0,80}:\s{0,80}[\w$.<>[\]|](?:[\w$.<>[\]| ]{0,58}[\w$.<>[\]|])?)?\s{0,80}(?:[,};]|\](?!\s{0,80}[:=(])|\)(?!\s{0,80}\{))/uy;

/** An expression that is no function ends at the next semicolon. */
function getStatementEnd(text: string, offset: number): number {
  const end = text.slice(offset, offset + reach).indexOf(';');
  return end === -1 ? offset + reach : offset + end;
}

/** A quote where a value can begin; what looks like one in a comment costs nothing but a closer look. */
const literalStart = /[=([{,:?|&+>;!\n](?:\s|return\b|case\b){0,120}(?:[bfruBFRU]{1,2}(?=["']))?["'`]/gu;
const literal = /"(?<double>(?:[^"\\\n]|\\.){3,4096})"|'(?<single>(?:[^'\\\n]|\\.){3,4096})'|`(?<back>[^`]{3,8192})`/suy;

interface Literal {
  readonly quote: number;
  readonly read: () => string | undefined;
}

const nowhere: Literal = { quote: Infinity, read: () => undefined };

/** In the order of the text, each looked for once and read once: many names may stand near it. */
function findLiterals(text: string): Literal[] {
  const literals: Literal[] = [];
  for (const found of text.matchAll(literalStart)) {
    const quote = found.index + found[0].length - 1;
    let known: { readonly value: string | undefined } | undefined;
    literals.push({ quote, read: () => (known ??= { value: readLiteral(text, quote) }).value });
  }
  return literals;
}

function readLiteral(text: string, quote: number): string | undefined {
  literal.lastIndex = quote;
  const groups = literal.exec(text)?.groups;
  return groups?.['double'] ?? groups?.['single'] ?? groups?.['back'];
}
