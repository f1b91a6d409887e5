import type { PartSight } from '../../pipeline.ts';
import { mostPlaces } from '../../prefilter/prefilter.ts';

/** What the threads see of a large file that they look at together. Numbers only, so that no secret passes from thread to thread. */
export interface SharedPieces {
  /** The next piece that nobody has taken. */
  readonly next: Int32Array;
  /** By piece: 0 until another thread has looked at it, then one more than its places, or `everywhere`. */
  readonly counts: Int32Array;
  readonly places: Int32Array;
  /** By piece: how many lines end in it. */
  readonly breaks: Int32Array;
}

const everywhere = -1;

const share = (count: number): Int32Array => new Int32Array(new SharedArrayBuffer(count * 4));

export const createSharedPieces = (pieceCount: number): SharedPieces => ({ next: share(1), counts: share(pieceCount), places: share(pieceCount * mostPlaces), breaks: share(pieceCount) });

/** The number of the next piece; undefined where none is left. */
export function takePiece({ next, counts }: SharedPieces): number | undefined {
  const number = Atomics.add(next, 0, 1);
  return number < counts.length ? number : undefined;
}

export const countTaken = ({ next, counts }: SharedPieces): number => Math.min(Atomics.load(next, 0), counts.length);

/** No thread takes any more of them. */
export const stopTaking = ({ next, counts }: SharedPieces): void => void Atomics.store(next, 0, counts.length);

/** What was told is there before the count is. */
export function tellSight({ counts, places: all, breaks }: SharedPieces, number: number, { places, breakCount }: PartSight): void {
  breaks[number] = breakCount;
  if (places !== 'all') all.set(places, number * mostPlaces);
  Atomics.store(counts, number, places === 'all' ? everywhere : places.length + 1);
}

/** Undefined for a piece that no other thread has looked at. */
export function readPlaces({ counts, places }: SharedPieces, number: number): PartSight['places'] | undefined {
  const count = Atomics.load(counts, number);
  if (count === 0) return undefined;
  return count === everywhere ? 'all' : [...places.subarray(number * mostPlaces, number * mostPlaces + count - 1)];
}
