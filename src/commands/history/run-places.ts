import { digitValues, findEncodedRun, skipEncodedRun } from '../../kernel/encoded-runs.ts';
import { reach, run, sure, type Place } from '../../prefilter/places.ts';

/**
 * Places between `from` and `to` of the runs of base64 or hex that begin or go on at `starts`: where one begins, and in a long one some
 * within it, told by the bytes there. So a change within a run changes what stands around a place, and the places are the same
 * wherever one begins to read.
 */
export function findRunPlaces(bytes: Uint8Array, starts: readonly number[], from: number, to: number): Place[] {
  const places: Place[] = [];
  for (const start of starts) {
    const first = findStart(bytes, start);
    if (!isDigit(bytes, start) || findEncodedRun(bytes, first, Math.min(bytes.length, first + shortest)) !== first) continue;
    if (first >= from && first < to) places.push({ index: first, kind: run });
    const end = Math.min(to, skipEncodedRun(bytes, start, bytes.length));
    for (let place = Math.max(from, first + reach / 2); place < end; place++) if (isMark(bytes, place)) places.push({ index: place, kind: sure });
  }
  return places;
}

/** What `findEncodedRun` needs to see of a run. */
const shortest = 64;

function findStart(bytes: Uint8Array, place: number): number {
  let start = place;
  while (start > 0 && isDigit(bytes, start - 1)) start--;
  return start;
}

const isDigit = (bytes: Uint8Array, place: number): boolean => digitValues[bytes[place] ?? 0] !== 255;

/** One place of some hundred. */
const isMark = (bytes: Uint8Array, place: number): boolean => (Math.imul(((bytes[place] ?? 0) << 16) | ((bytes[place + 1] ?? 0) << 8) | (bytes[place + 2] ?? 0), 0x9e37_79b1) >>> 25) === 0;
