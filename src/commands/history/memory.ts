import { createHash } from 'node:crypto';
import type { Config } from '../../core/config.ts';
import { serialize } from '../../core/hash.ts';
import { detectors } from '../../detectors/index.ts';
import type { Commit } from '../../io/git/introductions.ts';
import type { Repository } from '../../io/git/repository.ts';
import { readCacheFile, writeCacheFile, type CacheFailure } from '../../io/user-cache.ts';
import { readBuild } from '../../kept-code.ts';
import { version } from '../../version.ts';

/**
 * What is kept of a run: how far the history was looked at, and where something may stand in it. Ids, paths and dates only: no text of a
 * file and nothing made of it (docs/decisions/0018-a-history-is-its-versions.md).
 */
export interface Memory {
  /** Commits; everything that they lead to was looked at. */
  readonly tips: readonly string[];
  /** A hash of the refs that led there, where all of them could be told. */
  readonly refs?: string | undefined;
  /** Where the history was cut. */
  readonly shallow: string;
  readonly skipped: readonly string[];
  readonly commitCount: number;
  readonly byteCount: number;
  readonly paths: readonly string[];
  readonly commits: readonly Commit[];
  readonly versions: readonly KeptVersion[];
  /** What could not be looked at, and is tried again. */
  readonly pending: readonly KeptVersion[];
  /** The ids of all versions. */
  readonly ids: Uint8Array;
}

/** Its parts are numbers in the lists of the memory. */
export interface KeptVersion {
  readonly path: number;
  readonly commit: number;
  readonly id: number;
  /** Something was found in it. */
  readonly isFound: boolean;
  readonly isBroken: boolean;
}

/** One for each repository and set of rules: those of the build, or what can be told of them where it runs from its sources. */
export function nameMemory({ gitFolder }: Repository, options: object, config: Config): string {
  const rules = readBuild(import.meta.dirname) ?? detectors.map(({ id, pattern, severity, near, anchors, minEntropy }) => [id, String(pattern), severity, near, anchors, minEntropy]);
  const text = serialize([layout, version, gitFolder, options, config, rules]);
  return `history/${createHash('sha256').update(text).digest('hex')}`;
}

/** Counts up when what is kept changes. */
const layout = 4;

/** Undefined for what is missing or was damaged. */
export function readMemory(name: string): Memory | undefined {
  const bytes = readCacheFile(name);
  const end = bytes?.indexOf(10) ?? -1;
  if (bytes === undefined || end === -1) return undefined;
  try {
    const { idBytes, versions, pending, ...rest } = JSON.parse(bytes.toString('utf8', 0, end)) as Omit<Memory, 'ids' | 'versions' | 'pending'> & { idBytes: number; versions: PackedVersion[]; pending: PackedVersion[] };
    const ids = bytes.subarray(end + 1);
    return ids.length === idBytes ? { ...rest, versions: versions.map(unpack), pending: pending.map(unpack), ids } : undefined;
  } catch {
    return undefined;
  }
}

export function writeMemory(name: string, { ids, versions, pending, ...rest }: Memory): CacheFailure | undefined {
  const head = JSON.stringify({ ...rest, idBytes: ids.length, versions: versions.map(pack), pending: pending.map(pack) });
  return writeCacheFile(name, () => Buffer.concat([Buffer.from(`${head}\n`), ids]));
}

type PackedVersion = readonly [path: number, commit: number, id: number, flags: number];

const pack = ({ path, commit, id, isFound, isBroken }: KeptVersion): PackedVersion => [path, commit, id, (isFound ? 1 : 0) + (isBroken ? 2 : 0)];

const unpack = ([path, commit, id, flags]: PackedVersion): KeptVersion => ({ path, commit, id, isFound: (flags & 1) !== 0, isBroken: (flags & 2) !== 0 });
