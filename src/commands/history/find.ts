import type { Config } from '../../core/config.ts';
import { createIdTable } from '../../io/git/id-table.ts';
import { readIntroductions, type Introductions } from '../../io/git/introductions.ts';
import type { Packs } from '../../io/git/pack-files.ts';
import type { Repository } from '../../io/git/repository.ts';
import { createPolicy } from '../../io/policy.ts';
import type { Options } from '../options.ts';
import { findAgain } from './find-again.ts';
import { describeGaps, describeVersions, type Found } from './found.ts';
import { joinBySecret } from './join.ts';
import { createLooker } from './look-at-blobs.ts';
import { createSearch } from './look.ts';
import { writeMemory, type Memory } from './memory.ts';
import { createPathTest } from './path-test.ts';
import { readHistory, type Reading } from './read-history.ts';
import { addKept, isSame, recall, type Recall } from './recall.ts';
import { keepRun } from './keep-run.ts';
import { scanVersions } from './scan-versions.ts';
import { createSightings } from './sightings.ts';
import { createSorting } from './sorting.ts';
import { describeUnlooked } from './unlooked.ts';
import { openVersionThreads } from './version-threads.ts';
import { chooseVersions, listVersions, type Version } from './versions.ts';
import type { Watch } from './watch.ts';
import { withPacks } from './with-packs.ts';

/**
 * Looks at every version once, then reads those whole in which something stands that was not there before. Where a run before saw a
 * part of it, only what came in since is looked at; the result is the same.
 */
export async function findInHistory(repository: Repository, options: Options, config: Config, watch: Watch): Promise<Found> {
  const start = await recall(repository, options, config);
  const tips = start?.memory && (await start.ends)?.tips;
  const again = start?.memory !== undefined && tips !== undefined && isSame(start.memory, tips) ? await findAgain(repository, options, config, watch, start.memory) : undefined;
  return again ?? find(repository, options, config, watch, start);
}

type Start = Omit<Recall, 'memory'> & { readonly memory?: Memory | undefined };

async function find(repository: Repository, options: Options, config: Config, watch: Watch, start: Start | undefined): Promise<Found> {
  return withPacks(repository, (packs) => findWith(packs, repository, options, config, watch, start));
}

async function findWith(packs: Packs, repository: Repository, options: Options, config: Config, watch: Watch, start: Start | undefined): Promise<Found> {
  const memory = start?.memory;
  const blobs = createIdTable(repository.idLength);
  for (let at = 0; at < (memory?.ids.length ?? 0); at += blobs.length) blobs.add(memory?.ids ?? new Uint8Array(), at);
  const knownCount = blobs.size;
  const sightings = createSightings(blobs);
  const search = createSearch(config);
  const looker = createLooker(sightings, search);
  const fresh = await readFresh({ repository, packs, tips: start?.ends.then((ends) => ends?.getListed()), options, config, sightings, looker, watch }, start);
  const { skipped, isWanted } = await createPathTest(fresh.paths, memory?.skipped ?? [], options, config);
  // a folder that turns out to be of others was looked at before
  if (start !== undefined && memory !== undefined && skipped.length > memory.skipped.length) return find(repository, options, config, watch, { ...start, memory: undefined });

  const threads = openVersionThreads(repository, options, config, watch.signal, fresh.blobOf.length > many);
  const all = memory === undefined ? fresh : addKept(fresh, memory);
  const wanted = listWanted(fresh, isWanted);
  const pending = new Set((memory?.pending ?? []).map(({ id }) => blobs.add(memory?.ids ?? new Uint8Array(), id * blobs.length)));
  const looking = looker.lookAtRest(repository, [...wanted, ...pending], options.sizeLimit, watch);
  const wantedPaths = all.paths.map(isWanted);
  const sorting = createSorting(all.paths, (path) => wantedPaths[path] === true, sightings, search, config);
  const unlooked = await looking;
  const touched = findTouched(all, fresh.blobOf.length, sorting.mayMatter, memory);
  if (memory !== undefined) await looker.lookAtRest(repository, listBlobs(all, touched), options.sizeLimit, watch);
  const versions = listVersions(all, { mayMatter: (path, blob) => touched.has(path) && sorting.mayMatter(path, blob) });
  const kept = listKept(all, fresh, memory, touched);
  const again: readonly Version[] = kept.flatMap(({ version, isFound }) => (isFound ? [version] : []));
  const chosen = { ordered: watch.isCut() ? [] : chooseVersions(versions, all.paths, sorting), others: again, most: versions.length + again.length };
  const scanned = await scanVersions(chosen, { repository, introductions: all, packs: packs.getOpen(), config, policy: await createPolicy(config), sizeLimit: options.sizeLimit, threads, watch });
  const { findings, deciding } = joinBySecret(scanned.found);

  const brokenVersions = new Set([...versions.filter((version) => scanned.broken.has(version)), ...kept.filter(({ isBroken }) => isBroken).map(({ version }) => version)]);
  const newBlobs = wanted.filter((blob) => blob >= knownCount);
  const counts = {
    fileCount: knownCount + newBlobs.length,
    byteCount: [...newBlobs, ...pending].reduce((sum, blob) => sum + sightings.getSize(blob), memory?.byteCount ?? 0),
    commitCount: fresh.commits.length + (memory?.commitCount ?? 0),
  };
  const unread = [...describeGaps(fresh, watch, scanned.cutAt, scanned.count), ...describeUnlooked(unlooked, all), ...scanned.unread];
  const ends = await start?.ends;
  const isKept = options.isRemembering && start !== undefined && ends !== undefined && fresh.isWhole && !watch.isCut() && scanned.unread.length === 0;
  const failure = isKept && !(memory !== undefined && isSame(memory, ends.tips)) ? writeMemory(start.name, keepRun({ start: { ...ends, shallow: start.shallow }, all, skipped, counts, versions: [...versions, ...kept.map(({ version }) => version)], deciding, broken: brokenVersions, unlooked, ids: [...Array(knownCount).keys(), ...newBlobs] })) : undefined;
  const notes = [...describeVersions(repository, brokenVersions.size), ...(failure === undefined ? [] : [failure.line])];
  return { findings, unread, notes, skipped, ...counts };
}

/** Versions of which some hundred will have to be read. */
const many = 10_000;

/** What came in, all of it or since a run before. */
async function readFresh(reading: Reading, start: Start | undefined): Promise<Introductions> {
  const { repository, options: { paths, since }, sightings: { blobs }, watch } = reading;
  const memory = start?.memory;
  if (start === undefined) return readIntroductions(repository, { revisions: paths, ...(since === undefined ? {} : { since }) }, blobs, watch.signal);
  if (memory === undefined) return readHistory(reading);
  const tips = (await start.ends)?.tips ?? [];
  if (isSame(memory, tips)) return { blobs, paths: [], commits: [], blobOf: [], pathOf: [], commitOf: [], isWhole: true };
  const news = await readIntroductions(repository, { revisions: [], between: { tips, known: memory.tips } }, blobs, watch.signal);
  const lowest = memory.commits.reduce((least, { order }) => Math.min(least, order), 0) - news.commits.length;
  return { ...news, commits: news.commits.map((commit) => ({ ...commit, order: lowest + commit.order })) };
}

/** Blobs that a wanted path ever led to. */
function listWanted({ blobs, paths, blobOf, pathOf }: Introductions, isWanted: (path: string) => boolean): number[] {
  const wantedPaths = paths.map(isWanted);
  const wanted = new Uint8Array(blobs.size);
  for (let row = 0; row < blobOf.length; row++) if (wantedPaths[pathOf[row] ?? 0] === true) wanted[blobOf[row] ?? 0] = 1;
  const listed: number[] = [];
  for (let blob = 0; blob < wanted.length; blob++) if (wanted[blob] === 1) listed.push(blob);
  return listed;
}

type Table = Omit<Introductions, 'isWhole'>;

/** Paths of which other versions may have to be read than before: all of them where there was nothing before. */
function findTouched({ blobOf, pathOf }: Table, freshRows: number, mayMatter: (path: number, blob: number) => boolean, memory: Memory | undefined): ReadonlySet<number> {
  const touched = new Set<number>();
  const keptRows = freshRows + (memory?.versions.length ?? 0);
  for (let row = 0; row < blobOf.length; row++) {
    const path = pathOf[row] ?? 0;
    if ((row < freshRows || row >= keptRows) && !touched.has(path) && mayMatter(path, blobOf[row] ?? 0)) touched.add(path);
  }
  return touched;
}

function listBlobs({ blobOf, pathOf }: Table, touched: ReadonlySet<number>): number[] {
  return [...new Set(blobOf.filter((_, row) => touched.has(pathOf[row] ?? 0)))];
}

interface Kept {
  readonly version: Version;
  readonly isFound: boolean;
  readonly isBroken: boolean;
}

/** Versions of paths for which all stays as it was. */
function listKept({ blobOf, pathOf, commitOf, commits }: Table, fresh: Table, memory: Memory | undefined, touched: ReadonlySet<number>): Kept[] {
  return (memory?.versions ?? []).flatMap(({ isFound, isBroken }, index) => {
    const row = fresh.blobOf.length + index;
    const path = pathOf[row] ?? 0;
    const commit = commits[commitOf[row] ?? 0];
    return commit === undefined || touched.has(path) ? [] : [{ version: { blob: blobOf[row] ?? 0, path, commit }, isFound, isBroken }];
  });
}
