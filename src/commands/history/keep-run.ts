import type { Commit, Introductions } from '../../io/git/introductions.ts';
import type { KeptVersion, Memory } from './memory.ts';
import type { Unlooked } from './unlooked.ts';
import type { Version } from './versions.ts';

export interface Run {
  readonly start: Pick<Memory, 'tips' | 'refs' | 'shallow'>;
  readonly all: Omit<Introductions, 'isWhole'>;
  readonly skipped: readonly string[];
  readonly counts: Pick<Memory, 'commitCount' | 'byteCount'>;
  readonly versions: readonly Version[];
  readonly deciding: ReadonlySet<Version>;
  readonly broken: ReadonlySet<Version>;
  readonly unlooked: Unlooked;
  /** Blobs that were looked at, now or before. */
  readonly ids: readonly number[];
}

/** What the next run needs of this one. */
export function keepRun({ start, all, skipped, counts, versions, deciding, broken, unlooked, ids }: Run): Memory {
  const paths = createList<string>();
  const commits = createList<Commit>();
  const numbers = new Int32Array(all.blobs.size);
  for (let number = 0; number < ids.length; number++) numbers[ids[number] ?? 0] = number;
  const toKept = ({ blob, path, commit }: Version, isFound: boolean, isBroken: boolean): KeptVersion => ({
    path: paths.add(all.paths[path] ?? ''),
    commit: commits.add(commit),
    id: numbers[blob] ?? 0,
    isFound,
    isBroken,
  });
  const kept = versions.map((version) => toKept(version, deciding.has(version), broken.has(version)));
  const rows = unlooked.size === 0 ? [] : [...all.blobOf.keys()].filter((row) => unlooked.has(all.blobOf[row] ?? 0));
  const pending = rows.flatMap((row) => {
    const commit = all.commits[all.commitOf[row] ?? 0];
    return commit === undefined ? [] : [toKept({ blob: all.blobOf[row] ?? 0, path: all.pathOf[row] ?? 0, commit }, false, false)];
  });
  return { tips: start.tips, refs: start.refs, shallow: start.shallow, skipped, ...counts, paths: paths.items, commits: commits.items, versions: kept, pending, ids: all.blobs.list(ids) };
}

interface List<T> {
  readonly items: readonly T[];
  /** Its number, the same for the same item. */
  add(item: T): number;
}

function createList<T>(): List<T> {
  const items: T[] = [];
  const numbers = new Map<T, number>();
  return {
    items,
    add(item) {
      const number = numbers.get(item) ?? items.push(item) - 1;
      numbers.set(item, number);
      return number;
    },
  };
}
