import { createHash } from 'node:crypto';
import { slack, type Unpacker } from '../../kernel/unpack.ts';
import { isSystemError, type PackFile } from './pack-files.ts';
import { blobType, isDelta, tooLarge, type PackObjects } from './pack-objects.ts';
import { alignUp, createPackReader } from './pack-reader.ts';

/** What a version has of the one that it was packed against. */
export interface Kept<State> {
  /** What the visit of that one gave. */
  readonly state: State;
  readonly size: number;
  /** Longer parts that were copied, in their order, three words each: where to, where from, how many. */
  readonly spans: Uint32Array;
}

/** Called for each blob, those that others are packed against before them. The bytes are only good until it returns. */
export type VisitBlob<State> = (id: Uint8Array, content: Uint8Array, kept: Kept<State> | undefined, entry: number) => State;

export interface PackWalk<State> {
  readonly unpacker: Unpacker;
  /** Copies up to so many bytes are not told. */
  readonly shortestSpan: number;
  /** Larger blobs are left to git, and with them what is packed against them. */
  readonly sizeLimit: number;
  readonly visit: VisitBlob<State>;
}

/** What is read of a pack to walk through it. */
export type WalkedPack = Pick<PackFile, 'objects' | 'descriptor' | 'bytes'> & { readonly index: Pick<PackFile['index'], 'ids' | 'numbers' | 'idLength'> };

/** The entries at which a walk can begin: blobs that are no deltas. */
export function listRoots({ types }: PackObjects): Uint32Array {
  const roots = new Uint32Array(types.length);
  let count = 0;
  for (let entry = 0; entry < types.length; entry++) if (types[entry] === blobType) roots[count++] = entry;
  return roots.slice(0, count);
}

/** Visits the blobs that are packed against some of the roots of a pack, and these. Yields after each. */
export type WalkRoots = (roots: Uint32Array) => Generator<undefined>;

/**
 * Unpacks the blobs of a pack, each of them once: depth-first through what is packed against what. What cannot be unpacked is not visited,
 * nor is what is packed against it.
 */
export function openWalk<State>(pack: WalkedPack, walk: PackWalk<State>): WalkRoots {
  const next = listSiblings(pack.objects);
  const room = createRoom(pack, walk);
  const path: Unpacked<State>[] = [];
  let isFailed = false;
  function* walkRoot(root: number): Generator<undefined> {
    const level = room.unpackRoot(root);
    if (level === undefined) return;
    yield;
    level.child = next.children[root] ?? -1;
    path.push(level);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const entry = top.child;
      if (entry === -1) {
        path.pop();
        continue;
      }
      top.child = next.siblings[entry] ?? -1;
      const below = room.unpackDelta(entry, top);
      if (below === undefined) continue;
      yield;
      below.child = next.children[entry] ?? -1;
      path.push(below);
    }
  }
  return function* walkRoots(roots) {
    try {
      for (const root of roots) if (!isFailed) yield* walkRoot(root);
    } catch (error) {
      if (!isSystemError(error) && !(error instanceof WrongIdError)) throw error;
      isFailed = true;
    }
  };
}

/** A version in the room, with what is packed against it still to come. */
interface Unpacked<State> {
  readonly address: number;
  readonly size: number;
  readonly state: State;
  /** The next one of these. */
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

/** All versions along a path. */
const roomSize = 400 << 20;

/** Versions one behind the other as the path goes down. */
function createRoom<State>(pack: WalkedPack, { unpacker, shortestSpan, sizeLimit, visit }: PackWalk<State>): Room<State> {
  const { index, objects } = pack;
  const reader = createPackReader(unpacker);
  const roomAt = reader.end;
  const reserve = (address: number, size: number): boolean => {
    if (size > sizeLimit || address + size > roomAt + roomSize) return false;
    unpacker.reserve(address + size + slack);
    return true;
  };
  const finish = (entry: number, address: number, size: number, kept: Kept<State> | undefined): Unpacked<State> => {
    const number = index.numbers[entry] ?? 0;
    const id = index.ids.subarray(number * index.idLength, (number + 1) * index.idLength);
    const content = unpacker.bytes.subarray(address, address + size);
    checkSample(id, content);
    return { address, size, state: visit(id, content, kept, entry), child: -1 };
  };
  return {
    unpackRoot(entry) {
      const size = objects.sizes[entry] ?? tooLarge;
      return reserve(roomAt, size) && reader.unpackWhole(pack, entry, roomAt) ? finish(entry, roomAt, size, undefined) : undefined;
    },
    unpackDelta(entry, base) {
      const size = reader.openDelta(pack, entry, base.size);
      const address = alignUp(base.address + base.size + slack);
      if (size < 0 || !reserve(address, size)) return undefined;
      const count = reader.applyDelta(base.address, base.size, address, size, shortestSpan);
      if (count < 0) return undefined;
      return finish(entry, address, size, { state: base.state, size: base.size, spans: new Uint32Array(unpacker.bytes.buffer, reader.spansAt, count * 3) });
    },
  };
}

/** A pack in which an object is not what its index says. */
class WrongIdError extends Error {}

/**
 * Git checks all ids when it fetches, and none when it reads; what is unpacked has a checksum of its own. So some ids are checked, which
 * costs little: a pack with a wrong one is left to git.
 */
function checkSample(id: Uint8Array, content: Uint8Array): void {
  if (((id.at(-1) ?? 0) & 63) === 0 && !createHash('sha1').update(`blob ${String(content.length)}\0`).update(content).digest().equals(id)) throw new WrongIdError();
}
