import type { Detector } from './detector.ts';
import { isDocumentedValue } from './documented-values.ts';
import { getEntropy } from './entropy.ts';
import type { Match } from './match.ts';
import { findValueStarts, isNamedAfter, isNear } from './near.ts';
import { isPlaceholder } from './placeholder.ts';
import type { Range } from './range.ts';
import { Secret } from './secret.ts';

/** A format with a mark, at one of its anchors. */
export function matchAt(detector: Detector, text: string, anchorIndex: number, range: Range): Match | undefined {
  const first = Math.max(range[0], anchorIndex - (detector.lookBehind ?? 0));
  for (let start = first; start <= anchorIndex; start++) {
    if (detector.first?.includes(text.charAt(start)) === false) continue;
    const match = matchFrom(detector, text, start, range, detector.boundary ?? tokenCharacter);
    if (match !== undefined) return detector.near === undefined || isNear(detector.near, text, anchorIndex) ? match : undefined;
  }
  return undefined;
}

/** Up to where nothing of a format can begin: a place is tried once, however many words stand before it. */
export type Tried = Map<Detector, number>;

/** A format without a mark, behind a word of its provider. */
export function matchNear(detector: Detector, text: string, word: Range, range: Range, tried: Tried): Match | undefined {
  let done = tried.get(detector) ?? 0;
  let isNamed = true;
  for (const start of findValueStarts(text, word, range)) {
    if (start < done) continue;
    const match = matchFrom(detector, text, start, range, detector.boundary ?? encodedCharacter);
    if (match !== undefined && (detector.isTelling === true || isNamedAfter(text, word, start, range[0]))) return match;
    // what fits and is not named may be named by the next word
    isNamed &&= match === undefined;
    if (isNamed) tried.set(detector, (done = start + 1));
  }
  return undefined;
}

const tokenCharacter = /[\w-]/u;

/** Of base64 and its like too: a part of a longer value is not the value. */
const encodedCharacter = /[\w+/-]/u;

/** More of base64, or of a text in parts. */
const continues = /^(?:=|[.:~$]\w)/u;

function matchFrom(detector: Detector, text: string, start: number, range: Range, boundary: RegExp): Match | undefined {
  if (start > range[0] && detector.behind?.test(text.charAt(start - 1)) === false) return undefined;
  if (start > range[0] && boundary.test(text.charAt(start - 1)) && !isEscapeBefore(text, start)) return undefined;
  detector.pattern.lastIndex = start;
  const found = detector.pattern.exec(text);
  if (found === null || found.index + found[0].length > range[1]) return undefined;
  const end = start + found[0].length;
  if (end < range[1] && (boundary.test(text.charAt(end)) || (boundary === encodedCharacter && continues.test(text.slice(end, end + 2))))) return undefined;
  const value = getSecretPart(found);
  if (isMadeUp(detector, value, found)) return undefined;
  const secretStart = value === found[0] ? start : start + found[0].lastIndexOf(value);
  return toMatch(detector, value, [secretStart, secretStart + value.length]);
}

function getSecretPart({ 0: whole, groups = {} }: RegExpExecArray): string {
  for (const name in groups) if (name.startsWith('secret') && groups[name] !== undefined) return groups[name];
  return whole;
}

/** `\n` or `%3D` right before a token is no part of it. */
const isEscapeBefore = (text: string, start: number): boolean => (text.charCodeAt(start - 2) === backslash || text.charCodeAt(start - 3) === percent) && /(?:\\[nrt]|%3D|%3A|%22|%20)$/iu.test(text.slice(Math.max(0, start - 3), start));

const backslash = 92;
const percent = 37;

function isMadeUp(detector: Detector, value: string, found: RegExpExecArray): boolean {
  if (isDocumentedValue(value) || detector.accepts?.(value, found) === false) return true;
  // parts of a connection string may be chosen by people; their own rows judge them
  if (detector.isWholeValue === true || detector.isUrlPassword === true) return false;
  const body = value.slice(getPublicLength(detector, value));
  if (body.length < 12) return false;
  return new Set(body).size < 6 || getEntropy(body) < (detector.minEntropy ?? 0) || isFiller(body);
}

/** Bodies of a real token are drawn by a machine. */
const isFiller = (body: string): boolean =>
  body.length <= 300 && (isPlaceholder(body) || isPlaceholder(body.slice(0, 26)) || isPlaceholder(body.slice(-26)) || /example|x{6}|your[_-]?(?:\w{0,10}[_-])?(?:token|key|secret)|[_-]here$|changeme|redacted|placeholder/iu.test(body));

const getPublicLength = ({ anchors = [], visible }: Detector, value: string): number => visible ?? anchors.find((anchor) => value.startsWith(anchor))?.length ?? 0;

function toMatch(detector: Detector, value: string, range: Range): Match {
  const doubt = detector.doubt?.(value);
  return {
    detectorId: detector.id,
    title: doubt === undefined ? detector.title : `${detector.title} (${doubt})`,
    severity: doubt === undefined ? detector.severity : 'low',
    range,
    secret: new Secret(value, getPublicLength(detector, value)),
    isUrlPassword: detector.isUrlPassword ?? false,
    isWholeValue: detector.isWholeValue ?? false,
  };
}
