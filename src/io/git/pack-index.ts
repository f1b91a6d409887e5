import { readFileSync } from 'node:fs';

/** What a `.idx` file tells of its pack: entries in the order of the pack. */
export interface PackIndex {
  readonly count: number;
  readonly idLength: number;
  /** Where the entry begins in the pack. */
  readonly offsets: Float64Array;
  /** The number of the entry's id in `ids`. */
  readonly numbers: Uint32Array;
  /** All ids, in their own order. */
  readonly ids: Uint8Array;
  /** The entry of the id at `offset`, -1 where the pack does not hold it. */
  find(bytes: Uint8Array, offset: number): number;
}

/** Version 2 (gitformat-pack, "Version 2 pack-*.idx files"); undefined for what is none. Throws where the file cannot be read. */
export function readPackIndex(file: string, idLength: number): PackIndex | undefined {
  const bytes = readFileSync(file);
  const count = bytes.length < tablesAt ? 0 : bytes.readUInt32BE(tablesAt - 4);
  const offsetsAt = tablesAt + count * (idLength + 4);
  const largeAt = offsetsAt + count * 4;
  if (bytes.length < largeAt + 2 * idLength || bytes.readUInt32BE(0) !== 0xff74_4f63 || bytes.readUInt32BE(4) !== 2) return undefined;
  const unordered = new Float64Array(count);
  for (let number = 0; number < count; number++) {
    const offset = bytes.readUInt32BE(offsetsAt + number * 4);
    const large = largeAt + (offset & 0x7fff_ffff) * 8;
    if (offset >= 0x8000_0000 && large + 8 > bytes.length) return undefined;
    unordered[number] = offset < 0x8000_0000 ? offset : Number(bytes.readBigUInt64BE(large));
  }
  const numbers = sortByOffset(unordered);
  const ids = bytes.subarray(tablesAt, tablesAt + count * idLength);
  const search = createSearch({ ids, idLength, count });
  const entries = new Int32Array(count);
  const offsets = new Float64Array(count);
  for (let entry = 0; entry < count; entry++) {
    const number = numbers[entry] ?? 0;
    entries[number] = entry;
    offsets[entry] = unordered[number] ?? 0;
  }
  return {
    count,
    idLength,
    offsets,
    numbers,
    ids,
    find: (id, offset) => {
      const number = search(id, offset);
      return number === -1 ? -1 : (entries[number] ?? -1);
    },
  };
}

/** Mark, version, and for each first byte how many ids there are up to it. */
const tablesAt = 8 + 256 * 4;

interface Ids {
  readonly ids: Uint8Array;
  readonly idLength: number;
  readonly count: number;
}

/** Ids are in their order, and as good as random: for each value of their first bits, about as many as there are ids, where those begin. */
function createSearch({ ids, idLength, count }: Ids): (id: Uint8Array, offset: number) => number {
  const shift = 32 - Math.min(24, Math.max(1, Math.ceil(Math.log2(count + 1))));
  const starts = new Uint32Array(2 ** (32 - shift) + 1);
  for (let number = 0, last = -1; number < count; number++) {
    for (const value = readWord(ids, number * idLength) >>> shift; last < value; ) starts[++last] = number;
    if (number === count - 1) starts.fill(count, last + 1);
  }
  const isAt = (number: number, id: Uint8Array, offset: number): boolean => {
    for (let index = 0, at = number * idLength; index < idLength; index++) if (ids[at + index] !== id[offset + index]) return false;
    return true;
  };
  return (id, offset) => {
    const value = readWord(id, offset) >>> shift;
    for (let number = starts[value] ?? 0, end = starts[value + 1] ?? 0; number < end; number++) if (isAt(number, id, offset)) return number;
    return -1;
  };
}

const readWord = (bytes: Uint8Array, at: number): number => (((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)) >>> 0;

const digitBits = 11;
const digitCount = 2 ** digitBits;

/** By digits of some bits, the lowest first; the order of equal digits stays. */
function sortByOffset(offsets: Float64Array): Uint32Array {
  const lows = new Uint32Array(offsets.length);
  const highs = new Uint32Array(offsets.length);
  let order = new Uint32Array(offsets.length);
  let highest = 0;
  for (let index = 0; index < offsets.length; index++) {
    const offset = offsets[index] ?? 0;
    order[index] = index;
    lows[index] = offset;
    highs[index] = offset / 2 ** 32;
    highest = Math.max(highest, offset);
  }
  let other = new Uint32Array(offsets.length);
  for (let bit = 0; bit < 64 && 2 ** bit <= highest; bit = bit + digitBits > 32 && bit < 32 ? 32 : bit + digitBits) {
    sortByDigit(order, other, bit < 32 ? lows : highs, bit % 32);
    [order, other] = [other, order];
  }
  return order;
}

function sortByDigit(from: Uint32Array, to: Uint32Array, words: Uint32Array, shift: number): void {
  const starts = new Uint32Array(digitCount + 1);
  // loops over indexes: iterators would leave a megabyte of objects for each digit
  for (let at = 0; at < words.length; at++) {
    const next = (((words[at] ?? 0) >>> shift) & (digitCount - 1)) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let digit = 1; digit < digitCount; digit++) starts[digit] = (starts[digit] ?? 0) + (starts[digit - 1] ?? 0);
  for (let at = 0; at < from.length; at++) {
    const index = from[at] ?? 0;
    const digit = ((words[index] ?? 0) >>> shift) & (digitCount - 1);
    const place = starts[digit] ?? 0;
    to[place] = index;
    starts[digit] = place + 1;
  }
}
