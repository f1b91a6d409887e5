import { getCost } from '../../core/bounded.ts';
import type { Detector } from '../../core/detector.ts';
import { matchAt, matchNear } from '../../core/match-format.ts';
import { getNameKind, nameStems, type NameKind } from '../../core/names.ts';
import { getSpellings } from '../../core/near.ts';
import type { Keyword } from '../../kernel/keyword.ts';
import { marks } from './marks.ts';
import { reach } from './place-hash.ts';

/** What stands at a place: a token, or what may be one; a name that a secret may be given to; what may be encoded text; a command that may take one; a call of a program that may. */
export type PlaceKind = 'sure' | 'name' | 'run' | 'command' | 'program';

/** What stands at a place of a text that has `reach` bytes on each side of it, a character each. */
export type Question = (text: string, index: number) => PlaceKind | undefined;

/** A keyword with what is asked where it stands. */
export interface AskedKeyword {
  readonly keyword: Keyword;
  readonly questions: readonly Question[];
}

/** The marks of formats, the words near which formats without a mark are believed, and the words of which names of secrets are made. */
export function listKeywords(detectors: readonly Detector[]): AskedKeyword[] {
  const known = new Map<string, { keyword: Keyword; questions: Question[] }>();
  const add = (whole: string, isCaseless: boolean, question: Question): void => {
    // what a keyword begins with says enough
    const text = whole.slice(0, longest);
    const key = `${String(isCaseless)} ${text}`;
    const entry = known.get(key) ?? { keyword: { text, isCaseless }, questions: [] };
    known.set(key, entry);
    entry.questions.push(question);
  };
  for (const detector of detectors) {
    const { anchors, near = [], isCaseless = false } = detector;
    const question = anchors === undefined ? undefined : askMark(detector);
    if (question !== undefined) for (const text of anchors ?? []) add(isCaseless ? text.toLowerCase() : text, isCaseless, question);
    else for (const text of near.flatMap(getSpellings)) add(text.toLowerCase(), true, askWord(detector, text.length));
  }
  // what `file-formats` looks for in files of any name
  add('-----BEGIN OpenVPN Static key V1-----', false, always);
  for (const { text, question } of marks) add(text, true, question);
  const question = askName();
  for (const text of listStems()) add(text, true, question);
  return [...known.values()];
}

const always: Question = () => 'sure';

/** In characters; the kernel takes 255 bytes. */
const longest = 60;

/** A value may be further away than `reach`, or end there. */
const getLength = ({ pattern, lookBehind = 0 }: Detector): number => getCost(pattern.source, pattern.flags).length + lookBehind;

const askMark = (detector: Detector): Question => (getLength(detector) >= reach ? always : (text, index) => matchAt(detector, text, index, [0, text.length]) === undefined ? undefined : 'sure');

/** Values stand up to 200 characters behind the word. */
const askWord = (detector: Detector, length: number): Question =>
  getLength(detector) >= reach - 200 - length ? always : (text, index) => matchNear(detector, text, [index, index + length], [0, text.length], new Map()) === undefined ? undefined : 'sure';

/** Names repeat. */
function askName(): Question {
  const kinds = new Map<string, NameKind | undefined>();
  return (text, index) => {
    const name = getName(text, index);
    if (!kinds.has(name)) {
      if (kinds.size > mostKnown) kinds.clear();
      kinds.set(name, getAnyKind(name));
    }
    return kinds.get(name) === undefined ? undefined : 'name';
  };
}

const mostKnown = 50_000;

/** As scanners cut it: whole, without what it is a member of, as the field that a setter sets, and behind the end of an escape. */
const getAnyKind = (name: string): NameKind | undefined => getNameKind(name) ?? name.split(/[.$]/u).map(getPartKind).find((kind) => kind !== undefined);

const getPartKind = (part: string): NameKind | undefined => getNameKind(part) ?? getNameKind(part.replace(/^(?:(?:with|use|set)_?(?=[A-Z]|p)|u00[\dA-Fa-f]{2}|[23][\dA-Fa-f]|x[\dA-Fa-f]{2})/u, ''));

/** Letters of other alphabets are several characters above ASCII here. */
function getName(text: string, index: number): string {
  let start = index;
  while (start > 0 && index - start < 100 && isNameCode(text.charCodeAt(start - 1))) start--;
  let end = index;
  while (end < text.length && end - index < 100 && isNameCode(text.charCodeAt(end))) end++;
  while (start < index && isJoint(text.charCodeAt(start))) start++;
  while (end > index && isJoint(text.charCodeAt(end - 1))) end--;
  return toUnicode(text.slice(start, end));
}

const isJoint = (code: number): boolean => code === 45 || code === 46;

const isNameCode = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 45 && code <= 46) || (code >= 48 && code <= 57) || code === 95 || code === 36 || code > 127;

const toUnicode = (bytes: string): string => (/[\u0080-\u00FF]/u.test(bytes) ? decodeURIComponent(encodeBytes(bytes)) : bytes);

/** UTF-8 as a URL writes it, bytes that are none left out. */
function encodeBytes(bytes: string): string {
  const encoded = bytes.replace(/[^\w.$-]/gu, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
  const whole = encoded.match(/%[cd][\da-f]%[89ab][\da-f]|%e[\da-f](?:%[89ab][\da-f]){2}|%f[0-4](?:%[89ab][\da-f]){3}|[\w.$-]/giu);
  return whole?.join('') ?? '';
}

/** The alternatives of `nameStems`; one of two letters needs what may follow it. */
const listStems = (): string[] =>
  nameStems.source.split('|').flatMap((stem) => {
    const literal = (stem.split('(?!', 1)[0] ?? '').toLowerCase();
    if (literal.length < 3) return Array.from('_-"\' =:)]>,.12\n\t(`;', (next) => literal + next);
    const [start = '', letters, end = ''] = literal.split(/[[\]]/u);
    return letters === undefined ? [literal] : Array.from(letters, (letter) => `${start}${letter}${end}`);
  });
