import { reach, type Place, type PlaceKind } from '../../prefilter/places.ts';
import { hashAround } from './place-hash.ts';

/** What stands around places: numbered, and each kept once. */
export interface SurroundingsTable {
  /** The number of what stands around a place, the same for the same bytes. */
  add(content: Uint8Array, place: Place): number;
  /** Undefined where there was no more room to keep them. */
  get(number: number): Surroundings | undefined;
  /** All of it, for another thread; the table is empty then. */
  give(): GivenSurroundings;
  /** Takes over what a thread with the same seed gave; the numbers that its numbers have here. */
  take(given: GivenSurroundings): Int32Array;
}

/** `reach` bytes on each side of a place, as far as there are. */
export interface Surroundings {
  readonly bytes: Uint8Array;
  /** Where the place is in them. */
  readonly offset: number;
  readonly kind: PlaceKind;
}

export interface GivenSurroundings {
  readonly hashes: Float64Array;
  readonly entries: Int32Array;
  readonly rooms: readonly Uint8Array[];
}

/** Words of an entry: where the bytes are in which room, how many, where the place is in them, its kind. */
const width = 5;

export function createSurroundings(seed: number): SurroundingsTable {
  let numbers = createNumbers();
  let entries = new Int32Array(width << 10);
  const rooms: Uint8Array[] = [];
  /** The room that is filled, and how far. */
  let filled = -1;
  let used = 0;
  let kept = 0;
  const put = (number: number, start: number, room: number, length: number, offset: number, kind: number): void => {
    if ((number + 1) * width > entries.length) entries = widen(entries, new Int32Array(entries.length * 2));
    let at = number * width;
    entries[at++] = start;
    entries[at++] = room;
    entries[at++] = length;
    entries[at++] = offset;
    entries[at] = kind;
  };
  const keep = (number: number, content: Uint8Array, { index, kind }: Place): void => {
    const start = Math.max(0, index - reach);
    const length = Math.min(content.length, index + reach) - start;
    const isKept = kept + length <= mostKept;
    if (isKept && (filled === -1 || used + length > roomSize)) {
      filled = rooms.push(new Uint8Array(roomSize)) - 1;
      used = 0;
    }
    if (isKept) rooms[filled]?.set(content.subarray(start, start + length), used);
    put(number, isKept ? used : -1, filled, length, index - start, kind);
    if (isKept) {
      used += length;
      kept += length;
    }
  };
  return {
    add(content, place) {
      const { size } = numbers;
      const number = numbers.add(hashAround(content, place.index, seed + place.kind));
      if (number === size) keep(number, content, place);
      return number;
    },
    get(number) {
      const at = number * width;
      const start = entries[at] ?? -1;
      const bytes = start === -1 ? undefined : rooms[entries[at + 1] ?? 0]?.subarray(start, start + (entries[at + 2] ?? 0));
      return bytes && { bytes, offset: entries[at + 3] ?? 0, kind: entries[at + 4] ?? 0 };
    },
    give() {
      const given = { hashes: numbers.list(), entries, rooms: [...rooms] };
      numbers = createNumbers();
      entries = new Int32Array(width << 10);
      rooms.length = 0;
      filled = -1;
      used = kept = 0;
      return given;
    },
    take(given) {
      const before = rooms.length;
      rooms.push(...given.rooms);
      const taken = new Int32Array(given.hashes.length);
      for (let index = 0, at = 0; index < taken.length; index++, at += width) {
        const { size } = numbers;
        const number = numbers.add(given.hashes[index] ?? 0);
        if (number === size) put(number, given.entries[at] ?? -1, (given.entries[at + 1] ?? 0) + before, given.entries[at + 2] ?? 0, given.entries[at + 3] ?? 0, given.entries[at + 4] ?? 0);
        taken[index] = number;
      }
      return taken;
    },
  };
}

/** By each thread. */
const mostKept = 128 << 20;
const roomSize = 4 << 20;

interface Numbers {
  readonly size: number;
  add(hash: number): number;
  /** All of them, in the order of their numbers. */
  list(): Float64Array;
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
    list: () => hashes.slice(0, size),
  };
}

function widen<T extends Uint8Array | Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
