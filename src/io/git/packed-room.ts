import { slack, type Unpacker } from '../../kernel/unpack.ts';
import type { PackFile } from './pack-files.ts';
import { isDelta, tooLarge } from './pack-objects.ts';
import { alignUp, createPackReader } from './pack-reader.ts';

/** What of a pack its objects are unpacked from. */
export type Packed = Pick<PackFile, 'objects' | 'descriptor' | 'bytes'>;

/** Objects by number: those of the first pack first, some of the caller's at the end. What was unpacked lately is still there. */
export interface PackedRoom {
  /** Where the bytes begin that are left to the caller. */
  readonly scratchAt: number;
  /** The number of the first object of each pack. */
  readonly firsts: readonly number[];
  /** Which of the packs holds an object. */
  getPack(number: number): number;
  /** How many objects the packs hold. */
  readonly count: number;
  /** Where the object stands in the memory, until the next ones are asked for; -1 where it cannot be unpacked. */
  open(number: number): number;
  /** Bytes of one that stands there. */
  getSize(number: number): number;
  /** Whether it still stands there. */
  isOpen(number: number): boolean;
  /** Of the entry that it is packed against in the end. */
  getType(number: number): number;
}

/** Larger ones are left to git. */
const mostBytes = 2 << 20;
/** Places are counted in units, so that they are small numbers however much is unpacked. */
const unit = 16;
const roomUnits = (24 << 20) / unit;
/** What was unpacked longer ago may be written over by the next object while it is needed. */
const safeUnits = roomUnits - (4 * mostBytes) / unit;
/** Where counting begins anew. */
const mostUnits = 2 ** 30;

export interface Room {
  readonly unpacker: Unpacker;
  readonly scratchSize: number;
  /** How many objects the caller has, and what is in them. */
  readonly ownCount: number;
  getOwn(index: number): Uint8Array | undefined;
}

/** Objects are written one behind the other, from the beginning again when the room is full. */
export function createPackedRoom(packs: readonly Packed[], { unpacker, scratchSize, ownCount, getOwn }: Room): PackedRoom {
  const reader = createPackReader(unpacker);
  const roomAt = alignUp(reader.end + scratchSize);
  const firsts = packs.map((_, pack) => packs.slice(0, pack).reduce((sum, { objects }) => sum + objects.types.length, 0));
  const count = packs.reduce((sum, { objects }) => sum + objects.types.length, 0);
  /** How much was written when an object was begun, the first time round left out; 0 for what was not unpacked. */
  const begins = new Uint32Array(count + ownCount);
  const sizes = new Uint32Array(count + ownCount);
  let written = roomUnits;
  const getPack = (number: number): number => firsts.findLastIndex((first) => first <= number);
  const toAddress = (begin: number): number => roomAt + (begin % roomUnits) * unit;
  const isAmong = (number: number, reach: number): boolean => (begins[number] ?? 0) !== 0 && written - (begins[number] ?? 0) <= reach;
  const take = (size: number): number => {
    const units = alignUp(size + slack) / unit;
    const left = roomUnits - (written % roomUnits);
    if (units > left) written += left;
    const begin = written;
    written = begin + units;
    unpacker.reserve(toAddress(begin) + size + slack);
    return begin;
  };
  const keep = (number: number, begin: number, size: number): void => {
    begins[number] = begin;
    sizes[number] = size;
  };
  const unpack = (pack: Packed, first: number, entry: number): boolean => {
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
    const which = getPack(number);
    const pack = packs[which];
    const first = firsts[which] ?? 0;
    if (pack === undefined) return false;
    const { types, bases } = pack.objects;
    const chain: number[] = [];
    for (let entry = number - first; entry !== -1 && !isAmong(first + entry, safeUnits); entry = isDelta(types[entry]) ? (bases[entry] ?? -1) : -1) if (chain.push(entry) > longestChain) return false;
    return chain.reverse().every((entry) => unpack(pack, first, entry));
  };
  const copyOwn = (number: number): boolean => {
    const content = getOwn(number - count);
    if (content === undefined || content.length > mostBytes) return false;
    const begin = take(content.length);
    unpacker.bytes.set(content, toAddress(begin));
    keep(number, begin, content.length);
    return true;
  };
  return {
    scratchAt: reader.end,
    firsts,
    count,
    open(number) {
      if (!isAmong(number, safeUnits)) {
        if (written > mostUnits) {
          begins.fill(0);
          written = roomUnits;
        }
        if (!(number < count ? unpackChain(number) : copyOwn(number))) return -1;
      }
      return toAddress(begins[number] ?? 0);
    },
    getSize: (number) => sizes[number] ?? 0,
    isOpen: (number) => isAmong(number, roomUnits),
    getPack,
    getType(number) {
      const which = getPack(number);
      const { types, bases } = packs[which]?.objects ?? none;
      let entry = number - (firsts[which] ?? 0);
      for (let step = 0; isDelta(types[entry]) && step < longestChain; step++) entry = bases[entry] ?? -1;
      return types[entry] ?? 0;
    },
  };
}

const none: Pick<PackFile['objects'], 'types' | 'bases'> = { types: new Uint8Array(), bases: new Int32Array() };

/** Git makes none longer than 4095. */
const longestChain = 5000;

/** The number of the object whose id stands at `offset`; -1 where none of the packs holds it. */
export function findPacked(packs: readonly Pick<PackFile, 'index'>[], bytes: Uint8Array, offset = 0): number {
  for (let which = 0, first = 0; which < packs.length; which++) {
    const index = packs[which]?.index;
    const entry = index?.find(bytes, offset) ?? -1;
    if (entry !== -1) return first + entry;
    first += index?.count ?? 0;
  }
  return -1;
}
