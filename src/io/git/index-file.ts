import { readFileSync } from 'node:fs';

/** What is staged (gitformat-index, versions 2 and 3), read entry by entry. */
export interface StagedIndex {
  /** False behind the last entry. */
  hasEntry(): boolean;
  /** The path as its bytes, a character for each. */
  getPath(): string;
  getMode(): number;
  getId(): string;
  /** Goes on behind so many entries; false where one of them is unusual: in conflict, or meant to be added later. */
  skip(count: number): boolean;
  /** The trees that git knows the entries to make. */
  readonly tree: CachedTree;
}

/** A folder of the index. */
export interface CachedTree {
  /** Entries below it; negative where the id is out of date. */
  readonly count: number;
  readonly id: string;
  readonly folders: ReadonlyMap<string, CachedTree>;
}

/** Undefined for another version, for one that is split or sparse, and for one without its trees. Throws where it cannot be read. */
export function readIndex(file: string): StagedIndex | undefined {
  const bytes = readFileSync(file);
  const version = bytes.readUInt32BE(4);
  const count = bytes.readUInt32BE(8);
  if (bytes.toString('latin1', 0, 4) !== 'DIRC' || (version !== 2 && version !== 3)) return undefined;
  let end = 12;
  for (let number = 0; number < count && end < bytes.length; number++) end = getNext(bytes, end);
  const tree = readTrees(bytes, end);
  if (tree === undefined) return undefined;
  let at = 12;
  let left = count;
  const skip = (skipped: number): boolean => {
    for (let number = 0; number < skipped && left > 0; number++, left--) {
      if (isUnusual(bytes, at)) return false;
      at = getNext(bytes, at);
    }
    return true;
  };
  return {
    tree,
    skip,
    hasEntry: () => left > 0,
    getPath: () => bytes.toString('latin1', getPathStart(bytes, at), bytes.indexOf(0, getPathStart(bytes, at))),
    getMode: () => bytes.readUInt32BE(at + 24),
    getId: () => bytes.toString('hex', at + 40, at + 60),
  };
}

const flagsAt = 60;
const extended = 0x40;
const stage = 0x30;
const isToBeAdded = 0x20;

const getPathStart = (bytes: Buffer, at: number): number => at + ((bytes[at + flagsAt] ?? 0) & extended ? 64 : 62);

const isUnusual = (bytes: Buffer, at: number): boolean => {
  const flags = bytes[at + flagsAt] ?? 0;
  return (flags & stage) !== 0 || ((flags & extended) !== 0 && ((bytes[at + 62] ?? 0) & isToBeAdded) !== 0);
};

/** Entries are padded with one to eight NULs, to a multiple of eight. */
function getNext(bytes: Buffer, at: number): number {
  const flags = ((bytes[at + flagsAt] ?? 0) << 8) | (bytes[at + 61] ?? 0);
  const start = getPathStart(bytes, at);
  const length = flags & 0xfff;
  const end = length < 0xfff ? start + length : bytes.indexOf(0, start);
  return end === -1 ? bytes.length : at + ((end - at + 8) & ~7);
}

/** The extension that has them. One that a reader must know begins with a small letter. */
function readTrees(bytes: Buffer, from: number): CachedTree | undefined {
  let tree: CachedTree | undefined;
  for (let at = from; at + 28 <= bytes.length; at += 8 + bytes.readUInt32BE(at + 4)) {
    if ((bytes[at] ?? 0) >= 97) return undefined;
    if (bytes.toString('latin1', at, at + 4) === 'TREE') tree = readTree(bytes, { at: at + 8 }, 0)?.tree;
  }
  return tree;
}

/** Name, NUL, count, space, number of folders, LF, and the id unless it is out of date; then those of the folders. */
function readTree(bytes: Buffer, place: { at: number }, depth: number): { readonly name: string; readonly tree: CachedTree } | undefined {
  const nameEnd = bytes.indexOf(0, place.at);
  const lineEnd = bytes.indexOf(10, nameEnd);
  if (nameEnd === -1 || lineEnd === -1 || depth > deepest) return undefined;
  const name = bytes.toString('latin1', place.at, nameEnd);
  const [count = Number.NaN, folderCount = Number.NaN] = bytes.toString('latin1', nameEnd + 1, lineEnd).split(' ').map(Number);
  if (Number.isNaN(count) || Number.isNaN(folderCount)) return undefined;
  place.at = lineEnd + 1 + (count < 0 ? 0 : 20);
  const id = count < 0 ? '' : bytes.toString('hex', lineEnd + 1, place.at);
  const folders = new Map<string, CachedTree>();
  for (let number = 0; number < folderCount; number++) {
    const folder = readTree(bytes, place, depth + 1);
    if (folder === undefined) return undefined;
    folders.set(folder.name, folder.tree);
  }
  return { name, tree: { count, id, folders } };
}

const deepest = 1000;
