import { slack, type Unpacker } from '../../kernel/unpack.ts';
import { alignUp, createPackReader } from './pack-reader.ts';
import { mostLoose, type LooseObjects } from './loose-objects.ts';
import type { PackFile } from './pack-files.ts';
import { isDelta, tooLarge } from './pack-objects.ts';

/** Objects by number: those of the first pack first, those in files of their own at the end. What was unpacked lately is still there. */
export interface ObjectRoom {
  /** Where the bytes begin that are left to the caller. */
  readonly scratchAt: number;
  readonly count: number;
  toHex(number: number): string;
  /** The number of the object whose id stands at `offset`, -1 where it is not there. */
  find(bytes: Uint8Array, offset: number): number;
  /** Where the object stands in the memory, until the next ones are asked for; -1 where it cannot be unpacked. */
  open(number: number): number;
  /** Bytes of one that stands there. */
  getSize(number: number): number;
  /** A view of its bytes, likewise. */
  read(number: number): Buffer | undefined;
  /** Whether it still stands there. */
  isOpen(number: number): boolean;
}

/** Trees and commits are not as large. */
const mostBytes = 2 << 20;
const roomSize = 24 << 20;
/** What was unpacked longer ago may be written over by the next object while it is needed. */
const safeSize = roomSize - 4 * mostBytes;

/** Objects are written one behind the other, from the beginning again when the room is full. */
export function createObjectRoom(packs: readonly PackFile[], loose: LooseObjects, unpacker: Unpacker, scratchSize: number): ObjectRoom {
  const reader = createPackReader(unpacker);
  const roomAt = alignUp(reader.end + scratchSize);
  const firsts = packs.map((_, pack) => packs.slice(0, pack).reduce((sum, { index }) => sum + index.count, 0));
  const packed = packs.reduce((sum, { index }) => sum + index.count, 0);
  const total = packed + mostLoose;
  /** How much was written when an object was begun, the first time round left out; 0 for what was not unpacked. */
  const begins = new Float64Array(total);
  const sizes = new Uint32Array(total);
  let written = roomSize;
  const toAddress = (begin: number): number => roomAt + (begin % roomSize);
  const isAmong = (number: number, reach: number): boolean => (begins[number] ?? 0) !== 0 && written - (begins[number] ?? 0) <= reach;
  const take = (size: number): number => {
    const left = roomSize - (written % roomSize);
    if (size + slack > left) written += left;
    const begin = written;
    written = begin + alignUp(size + slack);
    unpacker.reserve(toAddress(begin) + size + slack);
    return begin;
  };
  const keep = (number: number, begin: number, size: number): void => {
    begins[number] = begin;
    sizes[number] = size;
  };
  const unpack = (pack: PackFile, first: number, entry: number): boolean => {
    const { types, bases, sizes: packedSizes } = pack.objects;
    const base = isDelta(types[entry]) ? (bases[entry] ?? -1) : -1;
    if (base === -1) {
      const size = packedSizes[entry] ?? tooLarge;
      if (isDelta(types[entry]) || size > mostBytes) return false;
      const begin = take(size);
      if (!reader.unpackWhole(pack, entry, toAddress(begin))) return false;
      keep(first + entry, begin, size);
      return true;
    }
    const baseSize = sizes[first + base] ?? 0;
    const size = reader.openDelta(pack, entry, baseSize);
    if (size < 0 || size > mostBytes) return false;
    const begin = take(size);
    if (reader.applyDelta(toAddress(begins[first + base] ?? 0), baseSize, toAddress(begin), size, tooLarge) < 0) return false;
    keep(first + entry, begin, size);
    return true;
  };
  /** Those that it is packed against first. */
  const unpackChain = (number: number): boolean => {
    const which = firsts.findLastIndex((first) => first <= number);
    const pack = packs[which];
    const first = firsts[which] ?? 0;
    if (pack === undefined) return false;
    const { types, bases } = pack.objects;
    const chain: number[] = [];
    for (let entry = number - first; entry !== -1 && !isAmong(first + entry, safeSize); entry = isDelta(types[entry]) ? (bases[entry] ?? -1) : -1) if (chain.push(entry) > longestChain) return false;
    return chain.reverse().every((entry) => unpack(pack, first, entry));
  };
  const copyLoose = (number: number): boolean => {
    const content = loose.getContent(number - packed);
    if (content === undefined || content.length > mostBytes) return false;
    const begin = take(content.length);
    unpacker.bytes.set(content, toAddress(begin));
    keep(number, begin, content.length);
    return true;
  };
  const open = (number: number): number => (isAmong(number, safeSize) || (number < packed ? unpackChain(number) : copyLoose(number)) ? toAddress(begins[number] ?? 0) : -1);
  return {
    scratchAt: reader.end,
    count: total,
    open,
    toHex(number) {
      if (number >= packed) return loose.toHex(number - packed);
      const which = firsts.findLastIndex((first) => first <= number);
      const index = packs[which]?.index;
      if (index === undefined) return '';
      const place = index.numbers[number - (firsts[which] ?? 0)] ?? 0;
      return Buffer.from(index.ids.buffer, index.ids.byteOffset + place * index.idLength, index.idLength).toString('hex');
    },
    find(bytes, offset) {
      for (let which = 0; which < packs.length; which++) {
        const entry = packs[which]?.index.find(bytes, offset) ?? -1;
        if (entry !== -1) return (firsts[which] ?? 0) + entry;
      }
      const number = loose.find(bytes, offset);
      return number === -1 ? -1 : packed + number;
    },
    read(number) {
      const address = open(number);
      return address === -1 ? undefined : Buffer.from(unpacker.bytes.buffer, address, sizes[number]);
    },
    getSize: (number) => sizes[number] ?? 0,
    isOpen: (number) => isAmong(number, roomSize),
  };
}

/** Git makes none longer than 4095. */
const longestChain = 5000;
