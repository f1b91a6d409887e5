import type { IdTable } from '../../io/git/id-table.ts';
import { reach, type Place, type PlaceKind } from '../../prefilter/places.ts';
import { hashAround } from './place-hash.ts';

/** Places in a blob, in their order, and what stands around each, as hashes. */
export interface Sight {
  readonly places: readonly number[];
  readonly hashes: readonly number[];
}

/** What was seen in the blobs that were looked at. */
export interface Sightings {
  readonly blobs: IdTable;
  /** Drawn for this run. */
  readonly seed: number;
  /** Hashes of the places of each blob that has some. */
  readonly placesOf: ReadonlyMap<number, readonly number[]>;
  isLooked(blob: number): boolean;
  /** Bytes of a blob. */
  getSize(blob: number): number;
  add(id: Uint8Array, size: number, sight: Sight): void;
  /** The hash of what stands around a place; the bytes of the first one of each hash are kept. */
  hashPlace(content: Uint8Array, place: Place): number;
  /** Undefined where there was no more room to keep them. */
  getSurroundings(hash: number): Surroundings | undefined;
}

/** `reach` bytes on each side of a place, as far as there are. */
export interface Surroundings {
  readonly bytes: Uint8Array;
  /** Where the place is in them. */
  readonly offset: number;
  readonly kind: PlaceKind;
}

export function createSightings(blobs: IdTable): Sightings {
  const seed = Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
  const placesOf = new Map<number, readonly number[]>();
  const sizes: number[] = [];
  const kept = createKept();
  return {
    blobs,
    seed,
    placesOf,
    isLooked: (blob) => sizes[blob] !== undefined,
    getSize: (blob) => sizes[blob] ?? 0,
    add(id, size, { hashes }) {
      const blob = blobs.add(id, 0);
      sizes[blob] = size;
      if (hashes.length > 0) placesOf.set(blob, hashes);
    },
    hashPlace(content, { index, kind }) {
      const hash = hashAround(content, index, seed + kind);
      kept.add(hash, content.subarray(Math.max(0, index - reach), index + reach), Math.min(index, reach), kind);
      return hash;
    },
    getSurroundings: kept.get,
  };
}

const mostKept = 128 << 20;

interface KeptBytes {
  add(hash: number, bytes: Uint8Array, offset: number, kind: PlaceKind): void;
  get(hash: number): Surroundings | undefined;
}

function createKept(): KeptBytes {
  const numbers = new Map<number, number>();
  const entries: { readonly start: number; readonly length: number; readonly offset: number; readonly kind: PlaceKind }[] = [];
  let room = new Uint8Array(1 << 20);
  let used = 0;
  return {
    add(hash, bytes, offset, kind) {
      if (numbers.has(hash) || used + bytes.length > mostKept) return;
      if (used + bytes.length > room.length) {
        const wider = new Uint8Array(room.length * 2);
        wider.set(room);
        room = wider;
      }
      room.set(bytes, used);
      numbers.set(hash, entries.push({ start: used, length: bytes.length, offset, kind }) - 1);
      used += bytes.length;
    },
    get(hash) {
      const entry = entries[numbers.get(hash) ?? -1];
      return entry === undefined ? undefined : { bytes: room.subarray(entry.start, entry.start + entry.length), offset: entry.offset, kind: entry.kind };
    },
  };
}
