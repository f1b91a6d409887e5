import { reach, type Place, type PlaceKind } from '../../prefilter/places.ts';
import { hashAround } from './place-hash.ts';

/** What stands around places: numbered, and each kept once. */
export interface SurroundingsTable {
  /** The number of what stands around a place, the same for the same bytes. */
  add(content: Uint8Array, place: Place): number;
  /** Undefined where there was no more room to keep them. */
  get(number: number): Surroundings | undefined;
}

/** `reach` bytes on each side of a place, as far as there are. */
export interface Surroundings {
  readonly bytes: Uint8Array;
  /** Where the place is in them. */
  readonly offset: number;
  readonly kind: PlaceKind;
}

export function createSurroundings(seed: number): SurroundingsTable {
  const numbers = createNumbers();
  /** Four words each: where the bytes are, how many, where the place is in them, its kind. */
  let entries = new Int32Array(1 << 12);
  let room = new Uint8Array(1 << 20);
  let used = 0;
  const keep = (number: number, content: Uint8Array, { index, kind }: Place): void => {
    const start = Math.max(0, index - reach);
    const length = Math.min(content.length, index + reach) - start;
    const isKept = used + length <= mostKept;
    if (isKept && used + length > room.length) room = widen(room, new Uint8Array(room.length * 2));
    if (number * 4 === entries.length) entries = widen(entries, new Int32Array(entries.length * 2));
    if (isKept) room.set(content.subarray(start, start + length), used);
    entries[number * 4] = isKept ? used : -1;
    entries[number * 4 + 1] = length;
    entries[number * 4 + 2] = index - start;
    entries[number * 4 + 3] = kind;
    if (isKept) used += length;
  };
  return {
    add(content, place) {
      const { size } = numbers;
      const number = numbers.add(hashAround(content, place.index, seed + place.kind));
      if (number === size) keep(number, content, place);
      return number;
    },
    get(number) {
      const [start = -1, length = 0, offset = 0, kind = 0] = entries.subarray(number * 4, number * 4 + 4);
      return start === -1 ? undefined : { bytes: room.subarray(start, start + length), offset, kind };
    },
  };
}

const mostKept = 128 << 20;

interface Numbers {
  readonly size: number;
  add(hash: number): number;
}

/** Hashes, numbered in the order in which they came. */
function createNumbers(): Numbers {
  let hashes = new Float64Array(1 << 11);
  let slots = new Int32Array(1 << 12);
  let size = 0;
  /** A slot holds a number and one, so that zero is free. */
  const seek = (hash: number): number => {
    let slot = hash & (slots.length - 1);
    for (let held = slots[slot] ?? 0; held !== 0 && hashes[held - 1] !== hash; held = slots[slot] ?? 0) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const grow = (): void => {
    hashes = widen(hashes, new Float64Array(hashes.length * 2));
    slots = new Int32Array(slots.length * 2);
    for (let number = 0; number < size; number++) slots[seek(hashes[number] ?? 0)] = number + 1;
  };
  return {
    get size() {
      return size;
    },
    add(hash) {
      const slot = seek(hash);
      const held = slots[slot] ?? 0;
      if (held !== 0) return held - 1;
      hashes[size] = hash;
      slots[slot] = ++size;
      if (size === hashes.length) grow();
      return size - 1;
    },
  };
}

function widen<T extends Uint8Array | Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
