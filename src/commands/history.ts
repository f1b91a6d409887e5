import type { Config } from '../core/config.ts';
import { count, type Report } from '../core/finding.ts';
import { createFolderTest, findSkippedFolders } from '../core/skipped-folders.ts';
import { createIdTable } from '../io/git/id-table.ts';
import { readIntroductions, type Introductions } from '../io/git/introductions.ts';
import { openRepository, type Repository } from '../io/git/repository.ts';
import { createPolicy } from '../io/policy.ts';
import { createIgnore } from '../io/work-tree.ts';
import { version } from '../version.ts';
import { joinBySecret } from './history/join.ts';
import { createLooker } from './history/look-at-blobs.ts';
import { scanVersions } from './history/scan-versions.ts';
import { createSightings } from './history/sightings.ts';
import { chooseVersions } from './history/versions.ts';
import type { Options } from './options.ts';
import { getExitCode, show, warn } from './scan.ts';
import { readScanConfig } from './scan-config.ts';

/** Looks for secrets in everything that was ever committed. Exit code: 0 clean, 1 leaks, 2 something could not be looked at. */
export async function scanHistory(options: Options, folder: string): Promise<number> {
  const { config } = await readScanConfig(folder, options.config);
  const repository = openRepository(folder);
  const { notes, commitCount, ...result } = await findInHistory(repository, options, config);
  warn({ unread: result.unread, notes });
  const report: Report = {
    ...result,
    references: [],
    storeLabel: 'none',
    suppressionNotes: [],
    history: { commits: commitCount },
    now: Date.now(),
    version,
  };
  await show(report, options);
  return getExitCode(report, options, config);
}

interface Found extends Pick<Report, 'findings' | 'unread' | 'skipped' | 'fileCount' | 'byteCount'> {
  readonly notes: readonly string[];
  readonly commitCount: number;
}

async function findInHistory(repository: Repository, options: Options, config: Config): Promise<Found> {
  const sightings = createSightings(createIdTable(repository.idLength));
  const looker = createLooker(sightings, config);
  const range = { revisions: options.paths, ...(options.since === undefined ? {} : { since: options.since }) };
  const isAll = range.revisions.length === 0 && range.since === undefined;
  // git lists what came in when, while its packs are read here
  const [introductions] = await Promise.all([readIntroductions(repository, range, sightings.blobs), isAll ? looker.lookAtPacks(repository, options.sizeLimit) : undefined]);
  const { skipped, isWanted } = await createPathTest(introductions.paths, options, config);
  const blobs = listWanted(introductions, isWanted);
  const unlooked = await looker.lookAtRest(repository, blobs, options.sizeLimit);
  const versions = chooseVersions(introductions, sightings.placesOf, isWanted);
  const scanned = await scanVersions(versions, { repository, introductions, config, policy: await createPolicy(config), sizeLimit: options.sizeLimit });
  const unread = [...(introductions.isWhole ? [] : [historyCut]), ...describeUnlooked(unlooked, introductions), ...scanned.unread];
  const notes = [...(repository.isShallow ? [cutByFetch] : []), ...(scanned.brokenCount === 0 ? [] : [`${count(scanned.brokenCount, 'version of a file is', 'versions of files are')} not valid in the format that the name tells: searched as text`])];
  const byteCount = blobs.reduce((sum, blob) => sum + sightings.getSize(blob), 0);
  return { findings: joinBySecret(scanned.found), unread, notes, skipped, fileCount: blobs.length, byteCount, commitCount: introductions.commits.length };
}

const cutByFetch = 'the history was cut when it was fetched (a shallow clone): what came before is not looked at; "git fetch --unshallow" gets it';

const historyCut = { path: '.git', reason: 'git could not read the whole history; "git fsck" tells what is wrong, and an argument that is no revision is met here, too' };

async function createPathTest(paths: readonly string[], { isSkipping }: Options, { ignore, skipFolders }: Config): Promise<{ skipped: readonly string[]; isWanted: (path: string) => boolean }> {
  const skipped = isSkipping && skipFolders === 'on' ? findSkippedFolders({ entries: paths, isIgnored: () => false }) : [];
  const isIgnored = await createIgnore(ignore);
  const isSkipped = createFolderTest(skipped);
  return { skipped, isWanted: (path) => !isIgnored(path) && !isSkipped(path) };
}

/** Blobs that a wanted path ever led to. */
function listWanted({ blobs, paths, blobOf, pathOf }: Introductions, isWanted: (path: string) => boolean): number[] {
  const wantedPaths = paths.map(isWanted);
  const wanted = new Uint8Array(blobs.size);
  for (const [row, blob] of blobOf.entries()) if (wantedPaths[pathOf[row] ?? 0] === true) wanted[blob] = 1;
  return [...wanted.keys()].filter((blob) => wanted[blob] === 1);
}

/** One line for each reason, with an example. */
function describeUnlooked(unlooked: ReadonlyMap<number, 'missing' | 'too large'>, { blobs, paths, blobOf, pathOf }: Introductions): Report['unread'] {
  return (['missing', 'too large'] as const).flatMap((why) => {
    const those = [...unlooked].filter(([, reason]) => reason === why).map(([blob]) => blob);
    const [first] = those;
    if (first === undefined) return [];
    const path = paths[pathOf[blobOf.indexOf(first)] ?? 0] ?? '';
    const number = those.length === 1 ? 'a version of this file' : `${String(those.length)} versions of files, this one among them,`;
    return [{ path, reason: `${number} could not be read: ${reasons[why]} (${blobs.toHex(first).slice(0, 12)})` }];
  });
}

const reasons = {
  missing: 'the repository does not hold it; a partial clone gets it with "git fetch --refetch"',
  'too large': 'larger than --max-file-size',
};
