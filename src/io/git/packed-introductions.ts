import type { Unpacker } from '../../kernel/unpack.ts';
import type { IdTable } from './id-table.ts';
import type { Introductions } from './introductions.ts';
import { createLooseObjects } from './loose-objects.ts';
import { createObjectRoom, type ObjectRoom } from './object-room.ts';
import { readPackedCommits } from './packed-commits.ts';
import { isSystemError, type PackFile } from './pack-files.ts';
import { createPathTable, type Folder } from './path-table.ts';
import { getObjectFolders, type Repository } from './repository.ts';
import { getUnpacker } from './thread-unpacker.ts';

/**
 * What `git log` says of everything that these commits lead to (`introductions.ts`), from the packs and from what git has not packed yet: each tree is unpacked about once, and
 * compared with those of the parents. Undefined where not all of it is there in the usual form; git is asked then. Yields now and then.
 */
export function* readPackedIntroductions(repository: Repository, packs: readonly PackFile[], tips: readonly string[], blobs: IdTable): Generator<undefined, Introductions | undefined> {
  try {
    return yield* read(repository, packs, tips, blobs);
  } catch (error) {
    // a pack that was written anew
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

function* read(repository: Repository, packs: readonly PackFile[], tips: readonly string[], blobs: IdTable): Generator<undefined, Introductions | undefined> {
  const unpacker = getUnpacker();
  if (unpacker === undefined || blobs.length !== 20) return undefined;
  const room = createObjectRoom(packs, createLooseObjects(getObjectFolders(repository)), unpacker, scratchSize);
  const commits = yield* readPackedCommits(tips, room);
  if (commits === undefined) return undefined;
  const rows = createRows();
  const compare = createComparison(room, unpacker, blobs);
  for (const { commit, tree, parents } of commits) {
    const parentTrees = parents.map((parent) => commits[parent]?.tree ?? -1);
    if (!addTree(tree, parentTrees, rows.paths.root, commit.order, rows, compare)) return undefined;
    if (commit.order % stride === 0) yield;
  }
  return { blobs, paths: rows.paths.paths, commits: commits.map(({ commit }) => commit), ...rows.table, isWhole: true };
}

/** Commits from one look at the clock to the next. */
const stride = 200;

interface Rows {
  readonly paths: ReturnType<typeof createPathTable>;
  readonly table: Pick<Introductions, 'blobOf' | 'pathOf' | 'commitOf'>;
  add(blob: number, path: number, commit: number): void;
}

function createRows(): Rows {
  const table = { blobOf: [] as number[], pathOf: [] as number[], commitOf: [] as number[] };
  return {
    paths: createPathTable(),
    table,
    add(blob, path, commit) {
      table.blobOf.push(blob);
      table.pathOf.push(path);
      table.commitOf.push(commit);
    },
  };
}

/** False where a tree cannot be read, or goes too deep. `parents`: those of the parents at the same place, of parents that have one. */
function addTree(tree: number, parents: readonly number[], folder: Folder, commit: number, rows: Rows, compare: Compare): boolean {
  if (parents.includes(tree)) return true;
  const differences = folder.depth > deepest ? undefined : compare(tree, parents);
  if (differences === undefined) return false;
  for (let index = 0; index < differences.length; index++) {
    const difference = differences[index];
    if (difference === undefined) continue;
    const { name, blob } = difference;
    if (blob !== -1) rows.add(blob, rows.paths.addFile(folder, name), commit);
    else if (!addTree(difference.tree, difference.parents, rows.paths.openFolder(folder, name), commit, rows, compare)) return false;
  }
  return true;
}

const deepest = 500;

/** A file, or a folder with the trees of that name that parents have; -1 for what it is not. */
interface Difference {
  readonly name: string;
  readonly blob: number;
  readonly tree: number;
  readonly parents: readonly number[];
}

type Compare = (tree: number, parents: readonly number[]) => readonly Difference[] | undefined;

const mostParents = 60;
const mostTold = 200;
const scratchSize = 8 * (mostParents + 1) + mostTold * 4 * (mostParents + 4);

/** What a tree has and none of the others. */
function createComparison(room: ObjectRoom, unpacker: Unpacker, blobs: IdTable): Compare {
  const listAt = room.scratchAt;
  const outAt = listAt + 8 * (mostParents + 1);
  let words: Uint32Array = new Uint32Array();
  let bytes: Buffer = Buffer.alloc(0);
  const addresses = new Uint32Array(mostParents + 1);
  /** Where those trees are, for the comparison; all of them at the same time. */
  const list = (tree: number, parents: readonly number[]): boolean => {
    for (let index = 0; index <= parents.length; index++) {
      const address = room.open(index === 0 ? tree : (parents[index - 1] ?? -1));
      if (address === -1) return false;
      addresses[index] = address;
    }
    if (bytes.buffer !== unpacker.bytes.buffer) {
      words = new Uint32Array(unpacker.bytes.buffer);
      bytes = Buffer.from(unpacker.bytes.buffer);
    }
    for (let index = 0, at = listAt / 4; index <= parents.length; index++) {
      const listed = index === 0 ? tree : (parents[index - 1] ?? -1);
      if (!room.isOpen(listed)) return false;
      words[at++] = addresses[index] ?? 0;
      words[at++] = (addresses[index] ?? 0) + room.getSize(listed);
    }
    return true;
  };
  const readOne = (at: number, parentCount: number): Difference => {
    const name = bytes.toString('latin1', words[at + 1], words[at + 2]);
    const idAt = words[at + 3] ?? 0;
    if (words[at] === fileKind) return { name, blob: blobs.add(bytes, idAt), tree: -1, parents: none };
    const parents: number[] = [];
    for (let index = at + 4; index < at + 4 + parentCount; index++) if (words[index] !== 0) parents.push(room.find(bytes, words[index] ?? 0));
    return { name, blob: -1, tree: room.find(bytes, idAt), parents };
  };
  return (tree, parents) => {
    if (parents.length > mostParents || !list(tree, parents)) return undefined;
    const differences: Difference[] = [];
    for (let count = mostTold; count === mostTold; ) {
      count = unpacker.compareTrees(listAt, parents.length, outAt, mostTold);
      if (count < 0) return undefined;
      const step = 4 + parents.length;
      for (let at = outAt / 4, end = at + count * step; at < end; at += step) differences.push(readOne(at, parents.length));
    }
    return differences;
  };
}

const none: readonly number[] = [];

/** As `assembly/pack/trees.ts` tells it. */
const fileKind = 1;
