import type { Config } from '../../core/config.ts';
import type { Introductions } from '../../io/git/introductions.ts';
import type { Repository } from '../../io/git/repository.ts';
import { hashRefs } from '../../io/git/refs.ts';
import { isReachable, readShallow, readTips } from '../../io/git/tips.ts';
import type { Options } from '../options.ts';
import { nameMemory, readMemory, type Memory } from './memory.ts';

/** What a run over the whole history can build on, and what the next one can. */
export interface Recall {
  readonly name: string;
  /** Undefined where git cannot tell. Git is asked while other things are done. */
  readonly ends: Promise<Ends | undefined>;
  readonly shallow: string;
  /** Of a run before, if all that it saw is still there. */
  readonly memory?: Memory;
}

/** Where the history ends. */
export interface Ends {
  /** In the order of their ids. */
  readonly tips: readonly string[];
  /** As git lists them. */
  readonly getListed: () => Promise<readonly string[] | undefined>;
  /** Of the refs that lead to them, where it can be told. */
  readonly refs: string | undefined;
}

/** Undefined where only a part of the history is meant, or git cannot tell where it ends. */
export async function recall(repository: Repository, { paths, since, sizeLimit, isSkipping, isRemembering }: Options, config: Config): Promise<Recall | undefined> {
  if (paths.length > 0 || since !== undefined) return undefined;
  const name = nameMemory(repository, { sizeLimit, isSkipping }, config);
  const shallow = readShallow(repository);
  const memory = isRemembering ? readMemory(name) : undefined;
  const ends = findEnds(repository, memory);
  if (memory === undefined) return { name, ends, shallow };
  const found = await ends;
  if (found === undefined) return undefined;
  const isGood = memory.shallow === shallow && (isSame(memory, found.tips) || isReachable(repository, memory.tips, found.tips));
  return { name, ends, shallow, ...(isGood ? { memory } : {}) };
}

async function findEnds(repository: Repository, memory: Memory | undefined): Promise<Ends | undefined> {
  const before = hashRefs(repository);
  if (memory?.refs !== undefined && memory.refs === before) return { tips: memory.tips, getListed: () => readTips(repository), refs: before };
  const listed = await readTips(repository);
  return listed && { tips: [...listed].sort(), getListed: () => Promise.resolve(listed), refs: before === hashRefs(repository) ? before : undefined };
}

export const isSame = ({ tips: old }: Memory, tips: readonly string[]): boolean => old.length === tips.length && old.every((tip, index) => tip === tips[index]);

/** Adds the versions that a memory keeps to those that came in since. */
export function addKept(fresh: Omit<Introductions, 'isWhole'>, { commits, paths, versions, pending, ids }: Memory): Omit<Introductions, 'isWhole'> {
  const numbers = new Map(fresh.paths.map((path, number) => [path, number]));
  const all = { blobs: fresh.blobs, paths: [...fresh.paths], commits: [...fresh.commits, ...commits], blobOf: [...fresh.blobOf], pathOf: [...fresh.pathOf], commitOf: [...fresh.commitOf] };
  const placeOf = paths.map((path) => numbers.get(path) ?? all.paths.push(path) - 1);
  for (const { path, commit, id } of [...versions, ...pending]) {
    all.blobOf.push(fresh.blobs.add(ids, id * fresh.blobs.length));
    all.pathOf.push(placeOf[path] ?? 0);
    all.commitOf.push(fresh.commits.length + commit);
  }
  return all;
}
