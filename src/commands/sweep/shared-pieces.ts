import type { PartSight, SiftedPart } from '../../pipeline.ts';
import { mostMarks, mostPlaces } from '../../prefilter/prefilter.ts';

/** What the threads see of a large file that they look at together. Numbers only, so that no secret passes from thread to thread. */
export interface SharedPieces {
  /** How many pieces are taken, told, and how many of these were read. */
  readonly counters: Int32Array;
  /** By piece: how many lines end in it. */
  readonly breaks: Int32Array;
  /** What was told and not read yet, one slot after the other: a state, the piece, how many numbers, and these. */
  readonly slots: Int32Array;
}

const taken = 0;
const told = 1;
const read = 2;

/** Something may be at the places that were told, or everywhere; marks were sifted, or all have to be looked at. */
const atPlaces = 1;
const everywhere = 2;
const atMarks = 3;
const atAllMarks = 4;

const slotCount = 64;
const head = 3;
const slotSize = head + Math.max(mostMarks, mostPlaces);

const share = (count: number): Int32Array => new Int32Array(new SharedArrayBuffer(count * 4));

export const createSharedPieces = (count: number): SharedPieces => ({ counters: share(3), breaks: share(count), slots: share(slotCount * slotSize) });

/** The number of the next piece that nobody has taken; undefined where none is left. */
export function takePiece({ counters, breaks }: SharedPieces): number | undefined {
  const number = Atomics.add(counters, taken, 1);
  return number < breaks.length ? number : undefined;
}

export const countTaken = ({ counters, breaks }: SharedPieces): number => Math.min(Atomics.load(counters, taken), breaks.length);

/** No thread takes any more of them. */
export const stopTaking = ({ counters, breaks }: SharedPieces): void => void Atomics.store(counters, taken, breaks.length);

/** Whether the thread that reports keeps up with what it is told: what it has not read in the end, it looks at alone. */
export const isKeepingUp = ({ counters }: SharedPieces): boolean => Atomics.load(counters, told) - Atomics.load(counters, read) < slotCount / 2;

export const tellSight = (pieces: SharedPieces, number: number, { places, breakCount }: PartSight): void =>
  places === 'all' ? tell(pieces, number, everywhere, [], breakCount) : tell(pieces, number, atPlaces, places, breakCount);

export const tellSifted = (pieces: SharedPieces, number: number, { marks, breakCount }: SiftedPart): void =>
  marks === 'all' ? tell(pieces, number, atAllMarks, [], breakCount) : tell(pieces, number, atMarks, marks, breakCount);

/** The state is said when the rest is there. */
function tell({ counters, breaks, slots }: SharedPieces, number: number, state: number, values: readonly number[], breakCount: number): void {
  breaks[number] = breakCount;
  const turn = Atomics.add(counters, told, 1);
  // the thread that reports is the one that is waited for then
  for (let done = Atomics.load(counters, read); turn - done >= slotCount; done = Atomics.load(counters, read)) Atomics.wait(counters, read, done);
  const at = (turn % slotCount) * slotSize;
  slots[at + 1] = number;
  slots[at + 2] = values.length;
  slots.set(values, at + head);
  Atomics.store(slots, at, state);
}

/** A piece that another thread has told something of. */
export interface Told {
  readonly number: number;
  /** Undefined where the places are known. */
  readonly marks: SiftedPart['marks'] | undefined;
  readonly places: PartSight['places'];
}

/** The next of them; undefined where there is none yet. */
export function readTold({ counters, slots }: SharedPieces): Told | undefined {
  const turn = Atomics.load(counters, read);
  const at = (turn % slotCount) * slotSize;
  const state = Atomics.load(slots, at);
  if (state === 0) return undefined;
  const number = slots[at + 1] ?? 0;
  const values = [...slots.subarray(at + head, at + head + (slots[at + 2] ?? 0))];
  Atomics.store(slots, at, 0);
  Atomics.store(counters, read, turn + 1);
  Atomics.notify(counters, read);
  if (state === atMarks || state === atAllMarks) return { number, marks: state === atMarks ? values : 'all', places: [] };
  return { number, marks: undefined, places: state === everywhere ? 'all' : values };
}
