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
  /** The entry of an id, -1 where the pack does not hold it. */
  find(id: Uint8Array): number;
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
  const entries = new Int32Array(count);
  for (const [entry, number] of numbers.entries()) entries[number] = entry;
  return {
    count,
    idLength,
    offsets: Float64Array.from(numbers, (number) => unordered[number] ?? 0),
    numbers,
    ids,
    find: (id) => {
      const number = findId(ids, id, getFirst(bytes, (id[0] ?? 0) - 1), getFirst(bytes, id[0] ?? 0));
      return number === -1 ? -1 : (entries[number] ?? -1);
    },
  };
}

/** Mark, version, and for each first byte how many ids there are up to it. */
const tablesAt = 8 + 256 * 4;

const getFirst = (bytes: Buffer, first: number): number => (first < 0 ? 0 : bytes.readUInt32BE(8 + first * 4));

function findId(ids: Uint8Array, id: Uint8Array, from: number, to: number): number {
  let low = from;
  let high = Math.min(to, ids.length / id.length);
  while (low < high) {
    const middle = (low + high) >>> 1;
    const order = compareAt(ids, middle * id.length, id);
    if (order === 0) return middle;
    if (order < 0) low = middle + 1;
    else high = middle;
  }
  return -1;
}

function compareAt(ids: Uint8Array, at: number, id: Uint8Array): number {
  for (let index = 0; index < id.length; index++) {
    const difference = (ids[at + index] ?? 0) - (id[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const digitBits = 11;
const mostDigits = 4;

/** By digits of some bits, the lowest first; the order of equal digits stays. */
function sortByOffset(offsets: Float64Array): Uint32Array {
  let order = Uint32Array.from(offsets, (_, index) => index);
  let other = new Uint32Array(offsets.length);
  const highest = offsets.reduce((most, offset) => Math.max(most, offset), 0);
  for (let digit = 0, unit = 1; digit < mostDigits && unit <= highest; digit++, unit *= 2 ** digitBits) {
    const starts = new Uint32Array(2 ** digitBits + 1);
    const digits = Uint16Array.from(offsets, (offset) => (offset / unit) & (2 ** digitBits - 1));
    for (const digit of digits) starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
    for (let value = 1; value < starts.length; value++) starts[value] = (starts[value] ?? 0) + (starts[value - 1] ?? 0);
    for (const index of order) {
      const value = digits[index] ?? 0;
      const place = starts[value] ?? 0;
      other[place] = index;
      starts[value] = place + 1;
    }
    [order, other] = [other, order];
  }
  return order;
}
