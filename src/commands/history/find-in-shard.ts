import { createHash } from 'node:crypto';
import type { Config } from '../../core/config.ts';
import type { Finding } from '../../core/finding.ts';
import { getKeyedHash } from '../../core/keyed-hash.ts';
import { isInShard, type Shard, type ShardFacts, type Sighting } from '../../core/shard.ts';
import { createIdTable } from '../../io/git/id-table.ts';
import { readIntroductions, type Introductions } from '../../io/git/introductions.ts';
import type { Packs } from '../../io/git/pack-files.ts';
import type { Repository } from '../../io/git/repository.ts';
import { readTips } from '../../io/git/tips.ts';
import { createPolicy } from '../../io/policy.ts';
import type { Options } from '../options.ts';
import { identifyRun } from '../shard.ts';
import { describeGaps, describeVersions, type Found } from './found.ts';
import { joinBySecret } from './join.ts';
import { createLooker } from './look-at-blobs.ts';
import { createSearch } from './look.ts';
import { createPathTest } from './path-test.ts';
import { readHistoryOf } from './read-history.ts';
import { scanVersions } from './scan-versions.ts';
import { createSightings } from './sightings.ts';
import { createSorting } from './sorting.ts';
import { describeUnlooked } from './unlooked.ts';
import { openVersionThreads } from './version-threads.ts';
import { chooseVersions, listVersions } from './versions.ts';
import type { Watch } from './watch.ts';
import { withPacks } from './with-packs.ts';

export interface FoundInShard extends Found {
  readonly shard: Omit<ShardFacts, 'exitCode'>;
}

/** What came in under the paths of a shard. Nothing is kept for the next run. */
export async function findInShard(shard: Shard, repository: Repository, options: Options, config: Config, watch: Watch): Promise<FoundInShard> {
  return withPacks(repository, (packs) => find(packs, shard, repository, options, config, watch));
}

async function find(packs: Packs, shard: Shard, repository: Repository, options: Options, config: Config, watch: Watch): Promise<FoundInShard> {
  const { paths: revisions, since, sizeLimit } = options;
  const blobs = createIdTable(repository.idLength);
  const sightings = createSightings(blobs);
  const search = createSearch(config);
  const looker = createLooker(sightings, search);
  const isAll = revisions.length === 0 && since === undefined;
  const choose = async (introductions: Introductions): Promise<Chosen> => {
    const { skipped, isWanted } = await createPathTest(introductions.paths, [], options, config);
    return { introductions, skipped, ...split(introductions, shard, isWanted) };
  };
  const { introductions, skipped, own, counted, isOwnPath } = isAll
    ? await readHistoryOf(choose, { repository, packs, tips: readTips(repository), options, config, sightings, looker, watch })
    : await choose(await readIntroductions(repository, { revisions, ...(since === undefined ? {} : { since }) }, blobs, watch.signal));
  const unlooked = await looker.lookAtRest(repository, [...own], sizeLimit, watch);
  const sorting = createSorting(introductions.paths, isOwnPath, sightings, search, config);
  const versions = listVersions(introductions, sorting);
  const scanned = await scanVersions({ ordered: chooseVersions(versions, introductions.paths, sorting), others: [], most: versions.length }, { repository, introductions, packs: packs.getOpen(), config, policy: await createPolicy(config), sizeLimit, threads: openVersionThreads(repository, options, config, watch.signal), watch });
  const { findings } = joinBySecret(scanned.found);
  const key = getKey(introductions);
  return {
    findings,
    skipped,
    fileCount: counted.size,
    byteCount: [...counted].reduce((sum, blob) => sum + sightings.getSize(blob), 0),
    commitCount: introductions.commits.length,
    unread: [...describeGaps(introductions, watch, scanned.cutAt, scanned.count), ...describeUnlooked(new Map([...unlooked].filter(([blob]) => counted.has(blob))), introductions), ...scanned.unread],
    notes: describeVersions(repository, scanned.broken.size),
    shard: { ...shard, ...identifyRun(getKeyedHash(key, 'files'), options, config), allowances: [], isStrict: false, sightings: findings.map(createSight(introductions, key)) },
  };
}

interface Chosen extends Parts {
  readonly introductions: Introductions;
  readonly skipped: readonly string[];
}

interface Parts {
  readonly own: ReadonlySet<number>;
  /** Those of them that no other shard counts. */
  readonly counted: ReadonlySet<number>;
  isOwnPath(path: number): boolean;
}

/** A blob that came in under several paths may be of several shards; the first path tells which one counts it. */
function split({ paths, blobOf, pathOf }: Introductions, shard: Shard, isWanted: (path: string) => boolean): Parts {
  const wanted = paths.map(isWanted);
  const isOwn = paths.map((path, index) => wanted[index] === true && isInShard(shard, path));
  const own = new Set<number>();
  const firstPaths = new Map<number, number>();
  for (const [row, blob] of blobOf.entries()) {
    const path = pathOf[row] ?? 0;
    if (isOwn[path] === true) own.add(blob);
    const first = firstPaths.get(blob);
    if (wanted[path] === true && (first === undefined || (paths[path] ?? '') < (paths[first] ?? ''))) firstPaths.set(blob, path);
  }
  return { own, counted: new Set([...own].filter((blob) => isOwn[firstPaths.get(blob) ?? 0] === true)), isOwnPath: (path) => isOwn[path] === true };
}

/** Known to whoever has the repository, and to nobody else: made of the ids of all that came in. */
function getKey({ blobs, blobOf, commits }: Introductions): readonly number[] {
  const ids = [...[...new Set(blobOf)].map(blobs.toHex), ...commits.map(({ id }) => id)].sort();
  return [...createHash('sha256').update(ids.join()).digest()];
}

function createSight({ commits }: Introductions, key: readonly number[]): (finding: Finding) => Sighting {
  const orders = new Map(commits.map(({ id, order }) => [id, order]));
  return ({ kind, fingerprint, introduced, problem: { secret } }) => ({
    time: (introduced?.committedAt ?? 0) / 1000,
    order: orders.get(introduced?.commit ?? '') ?? 0,
    key: getKeyedHash(key, `${kind} ${secret === undefined ? fingerprint : secret.getLabel(key)}`),
  });
}
