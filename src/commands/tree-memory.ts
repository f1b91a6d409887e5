import type { Config } from '../core/config.ts';
import { hash, serialize } from '../core/hash.ts';
import { readStamp } from '../io/read-file.ts';
import { readCacheFile, writeCacheFile, type CacheFailure } from '../io/user-cache.ts';
import { readBuild } from '../kept-code.ts';
import { readings, type Examined } from './sweep/examine.ts';
import { copyRow, createRecord, openRecord, packRecord, width, type ListedRecord, type TreeRecord } from './tree-record.ts';

/**
 * What a run knows of a tree from the runs before: which files had nothing in them, and when these were written last. A file that is as it was is
 * not read again. Paths, sizes and times only: no text of a file and nothing made of it (docs/decisions/0036-a-file-that-is-as-it-was.md).
 */
export interface TreeMemory {
  /** Files that are to be looked at. */
  readonly rest: readonly string[];
  /** All files in the order of their paths, with what became of the rest. */
  join(swept: Iterable<ExaminedFile>): Iterable<ExaminedFile>;
  /** For the next run, after all was joined. */
  keep(): CacheFailure | undefined;
}

type ExaminedFile = readonly [path: string, examined: Examined];

interface Tree {
  readonly root: string;
  /** In order; what is no file is among them too. */
  readonly paths: readonly string[];
  /** Whether the tree has no other files: what is kept of others is then of no use. */
  readonly isWhole: boolean;
  readonly config: Config;
  readonly sizeLimit: number;
  /** When the run began, in milliseconds since 1970. */
  readonly now: number;
  /** Tells one build of paramguard from another; undefined where that cannot be told, such as where it runs from its sources. */
  readonly build: string | undefined;
}

/** Fewer files are looked at as fast as it can be told that they need not be. */
const least = 50;

/** Milliseconds. What was written so shortly before a run may be written again within one tick of the clock that files are stamped by. */
const settling = 3000;

/** Undefined where nothing is kept. */
export function recallTree({ root, paths, isWhole, config, sizeLimit, now, build }: Tree): TreeMemory | undefined {
  if (build === undefined || paths.length < least) return undefined;
  const name = `trees/${hash(root)}`;
  const identity = serialize([layout, build, root, config]);
  const bytes = readCacheFile(name);
  const kept = bytes && openRecord(bytes, identity);
  const own = createRecord(paths);
  const others = kept === undefined ? [] : recall(own, kept, { root, sizeLimit });
  const isUnknown = (index: number): boolean => own.readings[index] === 0;
  let newCount = 0;
  return {
    rest: paths.filter((_, index) => isUnknown(index)),
    *join(swept) {
      const looked = swept[Symbol.iterator]();
      for (const [index, file] of paths.entries()) {
        if (!isUnknown(index)) yield [file, { state: 'clean', byteCount: own.numbers[index * width] ?? 0, reading: readings[(own.readings[index] ?? 1) - 1] ?? 'usual' }];
        else {
          const next = looked.next();
          if (next.done === true) return;
          if (note(own, index, next.value[1], now - settling)) newCount++;
          yield next.value;
        }
      }
    },
    // most runs of a tree find it as it was
    keep: () => (newCount === 0 ? undefined : writeCacheFile(name, () => packRecord(identity, isWhole ? own : addOthers(own, others)), { isLasting: false })),
  };
}

/** Counts up when what is kept changes. */
const layout = 1;

/** With another kernel than the usual one, for comparing, nothing is kept. */
export const identifyBuild = (): string | undefined => (process.env['PARAMGUARD_KERNEL'] === undefined ? readBuild(import.meta.dirname) : undefined);

/** A file of a record. */
interface Row {
  readonly path: string;
  readonly record: TreeRecord;
  readonly index: number;
}

/** Takes over what is known of files that are as they were. Gives what is known of files that are not among them. */
function recall(own: ListedRecord, kept: TreeRecord, { root, sizeLimit }: Pick<Tree, 'root' | 'sizeLimit'>): Row[] {
  const others: Row[] = [];
  let [from, to] = [-1, 0];
  for (const file of kept.paths) {
    from++;
    while (to < own.paths.length && (own.paths[to] ?? '') < file) to++;
    const reading = kept.readings[from] ?? 0;
    if (own.paths[to] !== file) others.push({ path: file, record: kept, index: from });
    else if (reading <= readings.length && (kept.numbers[from * width] ?? 0) <= sizeLimit && isAsItWas(root, file, kept.numbers, from * width)) copyRow(kept, from, own, to);
  }
  return others;
}

function isAsItWas(root: string, file: string, numbers: Float64Array, at: number): boolean {
  const found = readStamp(root, file);
  if (found === undefined) return false;
  const [inode, modified, changed] = found.stamp;
  return numbers[at] === found.size && numbers[at + 1] === inode && numbers[at + 2] === modified && numbers[at + 3] === changed;
}

/** Whether there is anything to keep of a file. */
function note(own: TreeRecord, index: number, examined: Examined, before: number): boolean {
  if (examined.state !== 'clean' || examined.stamp === undefined) return false;
  const [inode, modified, changed] = examined.stamp;
  if (modified > before || changed > before) return false;
  const at = index * width;
  own.numbers[at] = examined.byteCount;
  own.numbers[at + 1] = inode;
  own.numbers[at + 2] = modified;
  own.numbers[at + 3] = changed;
  own.readings[index] = readings.indexOf(examined.reading) + 1;
  return true;
}

function addOthers(own: ListedRecord, others: readonly Row[]): TreeRecord {
  const rows = [...own.paths.map((file, index): Row => ({ path: file, record: own, index })), ...others].sort((a, b) => (a.path < b.path ? -1 : 1));
  const all = createRecord(rows.map(({ path }) => path));
  for (const [to, { record, index }] of rows.entries()) copyRow(record, index, all, to);
  return all;
}
