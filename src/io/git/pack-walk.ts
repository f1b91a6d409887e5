import { readSync } from 'node:fs';
import { slack, type Unpacker } from '../../kernel/unpack.ts';
import type { PackIndex } from './pack-index.ts';
import { blobType, isDelta, tooLarge, type PackObjects } from './pack-objects.ts';

/** What a version has of the one that it was packed against. */
export interface Kept<State> {
  /** What the visit of that one gave. */
  readonly state: State;
  readonly size: number;
  /** Longer parts that were copied, in their order, three words each: where to, where from, how many. */
  readonly spans: Uint32Array;
}

/** Called for each blob, those that others are packed against before them. The bytes are only good until it returns. */
export type VisitBlob<State> = (id: Uint8Array, content: Uint8Array, kept: Kept<State> | undefined) => State;

export interface PackWalk<State> {
  readonly index: PackIndex;
  readonly objects: PackObjects;
  readonly unpacker: Unpacker;
  readonly descriptor: number;
  /** Copies up to so many bytes are not told. */
  readonly shortestSpan: number;
  /** Larger blobs are left to git, and with them what is packed against them. */
  readonly sizeLimit: number;
  readonly visit: VisitBlob<State>;
}

/**
 * Unpacks the blobs of a pack, each of them once: depth-first through what is packed against what. What cannot be unpacked is not visited,
 * nor is what is packed against it. Yields now and then what share of the pack is done, so that the caller can do other things in between.
 */
export function* walkPack<State>(walk: PackWalk<State>): Generator<number> {
  const { objects } = walk;
  const next = listSiblings(objects);
  const read = createRoom(walk);
  const path: Level<State>[] = [];
  const total = countBlobs(objects);
  let done = 0;
  for (const [root, type] of objects.types.entries()) {
    if (type !== blobType) continue;
    const level = read.unpackRoot(root);
    if (level === undefined) continue;
    yield ++done / total;
    path.push({ ...level, child: next.children[root] ?? -1 });
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const entry = top.child;
      if (entry === -1) {
        path.pop();
        continue;
      }
      top.child = next.siblings[entry] ?? -1;
      const below = read.unpackDelta(entry, top);
      if (below === undefined) continue;
      yield ++done / total;
      path.push({ ...below, child: next.children[entry] ?? -1 });
    }
  }
}

/** Those that are packed against one before them, and the ones at the beginning; a few that are packed against a later one are left out. */
function countBlobs({ types, bases }: PackObjects): number {
  const isBlob = new Uint8Array(types.length);
  for (const [entry, type] of types.entries()) isBlob[entry] = type === blobType || (isDelta(type) && isBlob[bases[entry] ?? -1] === 1) ? 1 : 0;
  return isBlob.reduce((sum, one) => sum + one, 0);
}

/** A version in the room, with what is packed against it still to come. */
interface Unpacked<State> {
  readonly address: number;
  readonly size: number;
  readonly state: State;
}

interface Level<State> extends Unpacked<State> {
  child: number;
}

/** The first entry that is packed against an entry, and the next one against the same. */
function listSiblings({ types, bases }: PackObjects): { readonly children: Int32Array; readonly siblings: Int32Array } {
  const children = new Int32Array(types.length).fill(-1);
  const siblings = new Int32Array(types.length).fill(-1);
  for (let entry = types.length - 1; entry >= 0; entry--) {
    const base = bases[entry] ?? -1;
    if (base === -1 || !isDelta(types[entry])) continue;
    siblings[entry] = children[base] ?? -1;
    children[base] = entry;
  }
  return { children, siblings };
}

interface Room<State> {
  unpackRoot(entry: number): Unpacked<State> | undefined;
  unpackDelta(entry: number, base: Unpacked<State>): Unpacked<State> | undefined;
}

/** A pack of up to so many bytes is read at once: versions that are packed against each other stand far apart. */
const wholeSize = 128 << 20;
/** What is read of a larger one at least. */
const leastRead = 1 << 14;
/** The most that is read of the pack for one version, room for a delta and for its copies; what is larger is left to git. */
const windowSize = 1 << 20;
const deltaSize = 8 << 20;
const mostSpans = 1 << 14;
/** All versions along a path. */
const roomSize = 400 << 20;

/** The memory: a part of the pack, a delta, spans, then versions one behind the other as the path goes down. */
function createRoom<State>({ index, objects, unpacker, descriptor, shortestSpan, sizeLimit, visit }: PackWalk<State>): Room<State> {
  const packEnd = objects.ends.at(-1) ?? 0;
  const isWhole = packEnd <= wholeSize;
  const windowAt = unpacker.start;
  const deltaAt = windowAt + Math.max(windowSize, isWhole ? packEnd : 0) + slack;
  const spansAt = alignUp(deltaAt + deltaSize + slack);
  const roomAt = alignUp(spansAt + mostSpans * 12);
  let windowStart = 0;
  let windowEnd = 0;
  unpacker.reserve(roomAt);
  if (isWhole) windowEnd = readSync(descriptor, unpacker.bytes, windowAt, packEnd, 0);

  /** Where the packed bytes of an entry are in the memory, -1 if they are too many. */
  const load = (entry: number): number => {
    const start = objects.starts[entry] ?? 0;
    const end = objects.ends[entry] ?? 0;
    if (isWhole) return end > windowEnd ? -1 : windowAt + start;
    if (end - start > windowSize) return -1;
    if (start < windowStart || end > windowEnd) {
      windowStart = start;
      windowEnd = start + readSync(descriptor, unpacker.bytes, windowAt, Math.max(end - start, leastRead), start);
      if (end > windowEnd) return -1;
    }
    return windowAt + start - windowStart;
  };
  const inflate = (entry: number, to: number, size: number): boolean => {
    const from = load(entry);
    return from !== -1 && unpacker.inflate(from, (objects.ends[entry] ?? 0) - (objects.starts[entry] ?? 0), to, size);
  };
  const reserve = (address: number, size: number): boolean => {
    if (size > sizeLimit || address + size > roomAt + roomSize) return false;
    unpacker.reserve(address + size + slack);
    return true;
  };
  const finish = (entry: number, address: number, size: number, kept: Kept<State> | undefined): Unpacked<State> => {
    const number = index.numbers[entry] ?? 0;
    const id = index.ids.subarray(number * index.idLength, (number + 1) * index.idLength);
    return { address, size, state: visit(id, unpacker.bytes.subarray(address, address + size), kept) };
  };
  return {
    unpackRoot(entry) {
      const size = objects.sizes[entry] ?? tooLarge;
      return reserve(roomAt, size) && inflate(entry, roomAt, size) ? finish(entry, roomAt, size, undefined) : undefined;
    },
    unpackDelta(entry, base) {
      const length = objects.sizes[entry] ?? tooLarge;
      if (length > deltaSize || !inflate(entry, deltaAt, length)) return undefined;
      const end = deltaAt + length;
      if (unpacker.readSize(deltaAt, end) !== base.size) return undefined;
      const size = unpacker.readSize(unpacker.sizeEnd(), end);
      const from = unpacker.sizeEnd();
      const address = alignUp(base.address + base.size + slack);
      if (size < 0 || !reserve(address, size)) return undefined;
      const count = unpacker.applyDelta(base.address, base.size, from, end, address, size, spansAt, mostSpans, shortestSpan);
      if (count < 0) return undefined;
      return finish(entry, address, size, { state: base.state, size: base.size, spans: new Uint32Array(unpacker.bytes.buffer, spansAt, count * 3) });
    },
  };
}

const alignUp = (address: number): number => (address + 15) & ~15;
