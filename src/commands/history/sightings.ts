import type { IdTable } from '../../io/git/id-table.ts';
import { createSurroundings, type SurroundingsTable } from './surroundings.ts';

/** Places in a blob, in their order, and the numbers of what stands around each. */
export interface Sight {
  readonly places: readonly number[];
  readonly numbers: readonly number[];
}

/** What was seen in the blobs that were looked at. */
export interface Sightings {
  readonly blobs: IdTable;
  /** Drawn for this run. */
  readonly seed: number;
  readonly surroundings: SurroundingsTable;
  isLooked(blob: number): boolean;
  /** Bytes of a blob. */
  getSize(blob: number): number;
  /** Numbers of what stands around the places of a blob. */
  getNumbers(blob: number): readonly number[];
  add(id: Uint8Array, size: number, sight: Sight): void;
}

export function createSightings(blobs: IdTable): Sightings {
  const seed = Math.floor(Math.random() * 2 ** 52);
  const sizes: number[] = [];
  const numbersOf: (readonly number[])[] = [];
  return {
    blobs,
    seed,
    surroundings: createSurroundings(seed),
    isLooked: (blob) => sizes[blob] !== undefined,
    getSize: (blob) => sizes[blob] ?? 0,
    getNumbers: (blob) => numbersOf[blob] ?? none,
    add(id, size, { numbers }) {
      const blob = blobs.add(id, 0);
      sizes[blob] = size;
      if (numbers.length > 0) numbersOf[blob] = numbers;
    },
  };
}

const none: readonly number[] = [];
