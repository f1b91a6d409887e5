import { mostPlaces } from '../../prefilter/prefilter.ts';

/** Where something may be in a piece, from its own beginning; `all` for everywhere. */
export type Places = readonly number[] | 'all';

/** What the threads see of a large file that they look at together. Numbers only, so that no secret passes from thread to thread. */
export interface SharedPieces {
  /** The next piece that nobody has taken. */
  readonly next: Int32Array;
  /** By piece: 0 until another thread has looked at it, then one more than its places, or `everywhere`. */
  readonly counts: Int32Array;
  readonly places: Int32Array;
}

const everywhere = -1;

const share = (count: number): Int32Array => new Int32Array(new SharedArrayBuffer(count * 4));

export const createSharedPieces = (pieceCount: number): SharedPieces => ({ next: share(1), counts: share(pieceCount), places: share(pieceCount * mostPlaces) });

/** The number of the next piece; undefined where none is left. */
export function takePiece({ next, counts }: SharedPieces): number | undefined {
  const number = Atomics.add(next, 0, 1);
  return number < counts.length ? number : undefined;
}

export const countTaken = ({ next, counts }: SharedPieces): number => Math.min(Atomics.load(next, 0), counts.length);

/** No thread takes any more of them. */
export const stopTaking = ({ next, counts }: SharedPieces): void => void Atomics.store(next, 0, counts.length);

/** The places are there before their count is. */
export function tellPlaces({ counts, places }: SharedPieces, number: number, found: Places): void {
  if (found !== 'all') places.set(found, number * mostPlaces);
  Atomics.store(counts, number, found === 'all' ? everywhere : found.length + 1);
}

/** Undefined for a piece that no other thread has looked at. */
export function readPlaces({ counts, places }: SharedPieces, number: number): Places | undefined {
  const count = Atomics.load(counts, number);
  if (count === 0) return undefined;
  return count === everywhere ? 'all' : [...places.subarray(number * mostPlaces, number * mostPlaces + count - 1)];
}
