import type { IdTable } from '../../io/git/id-table.ts';
import { createSurroundings, type GivenSurroundings, type SurroundingsTable } from './surroundings.ts';

/** Places in a blob, in their order, and the numbers of what stands around each. */
export interface Sight {
  readonly places: readonly number[];
  readonly numbers: readonly number[];
}

/** As a list, or as it came from another thread. */
export type Numbers = readonly number[] | Int32Array;

/** What was seen in the blobs that were looked at. */
export interface Sightings {
  readonly blobs: IdTable;
  /** Drawn for this run, and the same in all its threads. */
  readonly seed: number;
  readonly surroundings: SurroundingsTable;
  isLooked(blob: number): boolean;
  /** Bytes of a blob. */
  getSize(blob: number): number;
  /** Numbers of what stands around the places of a blob. */
  getNumbers(blob: number): Numbers;
  add(id: Uint8Array, size: number, sight: Sight): void;
  /** All of it, for another thread. */
  give(): Given;
  take(given: Given): void;
}

/** Blobs with their ids and sizes, and the numbers of each one behind those of the one before. */
export interface Given {
  readonly ids: Uint8Array;
  readonly sizes: Float64Array;
  readonly counts: Uint32Array;
  readonly numbers: Int32Array;
  readonly surroundings: GivenSurroundings;
}

export function createSightings(blobs: IdTable, seed = Math.floor(Math.random() * 2 ** 52)): Sightings {
  const sizes: number[] = [];
  const numbersOf: Numbers[] = [];
  const surroundings = createSurroundings(seed);
  const add = (id: Uint8Array, offset: number, size: number, numbers: Numbers): void => {
    const blob = blobs.add(id, offset);
    sizes[blob] = size;
    if (numbers.length > 0) numbersOf[blob] = numbers;
  };
  return {
    blobs,
    seed,
    surroundings,
    isLooked: (blob) => sizes[blob] !== undefined,
    getSize: (blob) => sizes[blob] ?? 0,
    getNumbers: (blob) => numbersOf[blob] ?? none,
    add: (id, size, { numbers }) => add(id, 0, size, numbers),
    give() {
      const looked = [...sizes.keys()].filter((blob) => sizes[blob] !== undefined);
      return {
        ids: blobs.list(looked),
        sizes: Float64Array.from(looked, (blob) => sizes[blob] ?? 0),
        counts: Uint32Array.from(looked, (blob) => numbersOf[blob]?.length ?? 0),
        numbers: joinNumbers(looked.map((blob) => numbersOf[blob] ?? none)),
        surroundings: surroundings.give(),
      };
    },
    take(given) {
      const taken = surroundings.take(given.surroundings);
      const numbers = given.numbers.map((number) => taken[number] ?? 0);
      for (let index = 0, at = 0; index < given.counts.length; index++) {
        const count = given.counts[index] ?? 0;
        add(given.ids, index * blobs.length, given.sizes[index] ?? 0, count === 0 ? none : numbers.subarray(at, at + count));
        at += count;
      }
    },
  };
}

const none: Numbers = [];

function joinNumbers(lists: readonly Numbers[]): Int32Array {
  const joined = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    joined.set(list, at);
    at += list.length;
  }
  return joined;
}
