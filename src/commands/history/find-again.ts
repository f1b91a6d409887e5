import type { Config } from '../../core/config.ts';
import { createIdTable } from '../../io/git/id-table.ts';
import type { Repository } from '../../io/git/repository.ts';
import { readObjects } from '../../io/git/cat-file.ts';
import { createPolicy } from '../../io/policy.ts';
import type { Options } from '../options.ts';
import { describeGaps, describeVersions, type Found } from './found.ts';
import { joinBySecret } from './join.ts';
import type { Memory } from './memory.ts';
import { addKept } from './recall.ts';
import { scanVersions } from './scan-versions.ts';
import { describeUnlooked, type Unlooked } from './unlooked.ts';
import { openVersionThreads } from './version-threads.ts';
import type { Watch } from './watch.ts';

/**
 * What a run over the whole history gives when nothing has come in since the one before: only where something was found is read again.
 * Undefined where what could not be read then can be read now.
 */
export async function findAgain(repository: Repository, options: Options, config: Config, watch: Watch, memory: Memory): Promise<Found | undefined> {
  const { sizeLimit } = options;
  const awaited = new Set(memory.pending.map(({ id }) => id));
  const all = addKept({ blobs: createIdTable(repository.idLength), paths: [], commits: [], blobOf: [], pathOf: [], commitOf: [] }, { ...memory, versions: memory.versions.filter(({ id, isFound }) => isFound || awaited.has(id)) });
  const trying = tryAgain(repository, [...awaited].map((id) => all.blobs.add(memory.ids, id * repository.idLength)), all.blobs.toHex, sizeLimit, watch);
  const chosen = watch.isCut()
    ? []
    : memory.versions.filter(({ id, isFound }) => isFound || awaited.has(id)).flatMap(({ isFound }, row) => {
        const commit = all.commits[all.commitOf[row] ?? 0];
        return isFound && commit !== undefined ? [{ blob: all.blobOf[row] ?? 0, path: all.pathOf[row] ?? 0, commit }] : [];
      });
  const scanned = await scanVersions({ ordered: [], others: chosen, most: chosen.length }, { repository, introductions: all, packs: [], config, policy: await createPolicy(config), sizeLimit, threads: openVersionThreads(repository, options, config, watch.signal), watch });
  const unlooked = await trying;
  if (unlooked === undefined) return undefined;
  return {
    findings: joinBySecret(scanned.found).findings,
    unread: [...describeGaps({ isWhole: true }, watch, scanned.cutAt, scanned.count), ...describeUnlooked(unlooked, all), ...scanned.unread],
    notes: describeVersions(repository, memory.versions.filter(({ isBroken }) => isBroken).length),
    skipped: memory.skipped,
    fileCount: memory.ids.length / repository.idLength,
    byteCount: memory.byteCount,
    commitCount: memory.commitCount,
  };
}

/** What still cannot be read; undefined where some of it can. */
async function tryAgain(repository: Repository, blobs: readonly number[], toHex: (blob: number) => string, sizeLimit: number, { signal }: Watch): Promise<Unlooked | undefined> {
  const unlooked = new Map<number, 'missing' | 'too large'>();
  await readObjects(repository, blobs.map(toHex), sizeLimit, (index, content) => {
    if (typeof content === 'string') unlooked.set(blobs[index] ?? 0, content);
  }, { signal });
  return unlooked.size === blobs.length || signal.aborted ? unlooked : undefined;
}
