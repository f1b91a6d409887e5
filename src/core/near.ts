import { nameStems } from './names.ts';
import type { Range } from './range.ts';

/**
 * A format without a mark of its own is told by what stands before it: `DATADOG_API_KEY=…`, `datadog: { apiKey: '…' }`. From
 * the provider's word on, each place where a value can begin is offered: in its line, and in the lines that it heads.
 */
export function* findValueStarts(text: string, word: Range, range: Range): Generator<number> {
  if (!isWholeWord(text, word)) return;
  const head = getHeadStart(text, word[0], range[0]);
  const end = Math.min(range[1], word[1] + reach);
  for (let index = word[1], lines = 0; index < end; index++) {
    if (text.charCodeAt(index) === lineFeed && (++lines > mostLines || (lines === 1 && !isHeading(text.slice(head, index)) && !isPairedAt(text, index)))) return;
    if (isValueStart(text, index)) yield index;
  }
}

/** Whether what stands from the word on calls the value a credential: asked where a value fits, which is seldom. */
export const isNamedAfter = (text: string, word: Range, start: number, first: number): boolean => isNamed(text.slice(getHeadStart(text, word[0], first), start));

/** Whether one of the words stands in the surroundings of a place. */
export function isNear(words: readonly string[], text: string, index: number): boolean {
  const lower = text.slice(Math.max(0, index - wideReach), index + wideReach).toLowerCase();
  const joined = lower.replace(/[\s_.-]/gu, '');
  return words.some((word) => (word.length <= shortLength ? isPart(lower, word) : joined.includes(word.replaceAll('_', ''))));
}

/** The ways in which a word is written, all in lower case. */
export const getSpellings = (word: string): string[] => [...new Set(['_', '-', '.', ''].map((joint) => word.replaceAll('_', joint)))];

/** Values stand this close behind the word, in characters. */
const reach = 200;

/** A mark of its own needs no more than a word somewhere around. */
const wideReach = 400;

/** An object that is called after the provider has its keys in the lines below. */
const mostLines = 4;

/** Such short words are parts of many others. */
const shortLength = 4;

const lineFeed = 10;

function isWholeWord(text: string, [start, end]: Range): boolean {
  if (end - start > shortLength) return true;
  const isCapitalised = /[A-Z]/u.test(text.charAt(start)) && /[a-z]/u.test(text.charAt(start - 1));
  const isFollowed = /[a-z]/u.test(text.charAt(end)) || (/[A-Z]/u.test(text.charAt(end)) && /[A-Z]/u.test(text.charAt(end - 1)));
  return (isCapitalised || !/[A-Za-z]/u.test(text.charAt(start - 1))) && !isFollowed;
}

const isPart = (text: string, word: string): boolean => new RegExp(`(?<![a-z])${word}(?![a-z])`, 'u').test(text);

/** Start of the identifier that the word is part of, with the keys on its line. */
function getHeadStart(text: string, index: number, first: number): number {
  let start = index;
  while (start > first && index - start < 60 && text.charCodeAt(start - 1) !== lineFeed) start--;
  return start;
}

/** A comment, an import, or a line that opens something: the values may stand below. */
const isHeading = (line: string): boolean => /^\s{0,40}(?:#|\/\/|--|;|<!--|\/?\*|import\s|from\s|using\s|require)|\brequire\(|[[{(:,>=|\]\\]\s{0,8}$/u.test(line);

/** `name: DATADOG_API_KEY`, and on the next line `value: …`. */
const isPairedAt = (text: string, lineEnd: number): boolean => /^\s{1,40}["']?value["']?\s{0,8}[:=]/iu.test(text.slice(lineEnd, lineEnd + 60));

/** After white space, a quote, a bracket or a mark that separates; never within a word, a path or a longer value. */
const isValueStart = (text: string, index: number): boolean => opening.has(text.charCodeAt(index - 1)) && !closing.has(text.charCodeAt(index));

const toCodes = (characters: string): ReadonlySet<number> => new Set(Array.from(characters, (character) => character.charCodeAt(0)));

const space = '\t\n\v\f\r \u00A0\u2028\u2029\uFEFF';
const opening = toCodes(`${space}"'\`=:,>([{|;&?`);
const closing = toCodes(`${space}"'\`<>,;.`);

/** Something before the value calls it a credential, on the line of the value if there are two, and nothing calls it a digest. */
function isNamed(before: string): boolean {
  if (digest.test(before) || reference.test(before)) return false;
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return credential.test(/^\W*(?:(?:default|string|value)\W*)?$/iu.test(line) ? before : line);
}

const credential = new RegExp(`${nameStems.source}|auth(?!or)`, nameStems.flags);

/** The name of another part of a CloudFormation template. */
const reference = /(?:\bRef|GetAtt|DependsOn)\W{0,12}$/u;

const digest = /sha-?\d|md5|digest|checksum|commit|integrity|\bhash|etag|revision|fingerprint|public[_-]?\s?(?:key|id|token)|publishable/iu;
