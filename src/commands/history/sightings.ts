import type { IdTable } from '../../io/git/id-table.ts';
import { hashAround, reach } from './place-hash.ts';

/** Places in a blob, in their order, and what stands around each, as hashes. */
export interface Sight {
  readonly places: readonly number[];
  readonly hashes: readonly number[];
}

/** What was seen in the blobs that were looked at. */
export interface Sightings {
  readonly blobs: IdTable;
  /** Hashes of the places of each blob that has some. */
  readonly placesOf: ReadonlyMap<number, readonly number[]>;
  isLooked(blob: number): boolean;
  /** Bytes of a blob. */
  getSize(blob: number): number;
  add(id: Uint8Array, size: number, sight: Sight): void;
  /** The hash of what stands around a place; the bytes of the first one of each hash are kept. */
  hashPlace(content: Uint8Array, place: number): number;
  /** Undefined where there was no more room to keep them. */
  getBytes(hash: number): Uint8Array | undefined;
}

export function createSightings(blobs: IdTable): Sightings {
  const seed = Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
  const placesOf = new Map<number, readonly number[]>();
  const sizes: number[] = [];
  const kept = createKept();
  return {
    blobs,
    placesOf,
    isLooked: (blob) => sizes[blob] !== undefined,
    getSize: (blob) => sizes[blob] ?? 0,
    add(id, size, { hashes }) {
      const blob = blobs.add(id, 0);
      sizes[blob] = size;
      if (hashes.length > 0) placesOf.set(blob, hashes);
    },
    hashPlace(content, place) {
      const hash = hashAround(content, place, seed);
      kept.add(hash, content.subarray(Math.max(0, place - reach), place + reach));
      return hash;
    },
    getBytes: kept.get,
  };
}

const mostKept = 128 << 20;

interface KeptBytes {
  add(hash: number, bytes: Uint8Array): void;
  get(hash: number): Uint8Array | undefined;
}

function createKept(): KeptBytes {
  const ranges = new Map<number, number>();
  let room = new Uint8Array(1 << 20);
  let used = 0;
  return {
    add(hash, bytes) {
      if (ranges.has(hash) || used + bytes.length > mostKept) return;
      if (used + bytes.length > room.length) {
        const wider = new Uint8Array(room.length * 2);
        wider.set(room);
        room = wider;
      }
      room.set(bytes, used);
      ranges.set(hash, used * 1024 + bytes.length);
      used += bytes.length;
    },
    get(hash) {
      const range = ranges.get(hash);
      if (range === undefined) return undefined;
      const start = Math.floor(range / 1024);
      return room.subarray(start, start + (range % 1024));
    },
  };
}
