import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Script } from 'node:vm';
import { readCacheFile, writeCacheFile } from './io/user-cache.ts';

/**
 * What V8 compiled of the command, where the build left none for this version of V8: the first short run keeps it in the user's cache folder
 * (docs/decisions/0037-compiled-code-for-every-node.md). It fits one build of paramguard, one version of V8, one system and one kind of processor.
 */
export interface KeptCode {
  read(name: string): Buffer | undefined;
  /** At the end of a run: what was compiled anew. */
  keep(scripts: ReadonlyMap<string, Script>): void;
}

/** Milliseconds. A longer run has compiled much that a start does not need. */
const longest = 1500;

/** Undefined where the build cannot be told from another: V8 would take the code of one for the other. */
export function findKeptCode(folder: string): KeptCode | undefined {
  const build = readBuild(folder);
  if (build === undefined) return undefined;
  const nameFile = (name: string): string => `code/${build}-${process.versions.v8}-${process.platform}-${process.arch}-${name}`;
  const known = new Set<string>();
  return {
    read(name) {
      const code = takeOne(readCacheFile(nameFile(name)));
      if (code !== undefined) known.add(name);
      return code;
    },
    keep(scripts) {
      if (performance.now() > longest) return;
      for (const [name, script] of scripts) {
        if (known.has(name) && script.cachedDataRejected !== true) continue;
        // where one cannot be written, no other can
        if (writeCacheFile(nameFile(name), () => writeTwice(script.createCachedData())) !== undefined) return;
      }
    },
  };
}

/** V8 runs damaged code as it is, and the process ends with a fault. Two copies are compared sooner than a checksum is made. */
const writeTwice = (code: Buffer): Buffer => Buffer.concat([code, code]);

function takeOne(twice: Buffer | undefined): Buffer | undefined {
  const half = (twice?.length ?? 0) >> 1;
  const code = twice?.subarray(0, half);
  return half > 0 && code?.equals(twice?.subarray(half) ?? code.subarray(1)) === true ? code : undefined;
}

/** A hash of all that was built; undefined while it is being built. */
export function readBuild(folder: string): string | undefined {
  try {
    return readFileSync(path.join(folder, 'build'), 'latin1');
  } catch {
    return undefined;
  }
}
