import type { Config } from '../core/config.ts';
import { count, type Report } from '../core/finding.ts';
import { createFolderTest, findSkippedFolders } from '../core/skipped-folders.ts';
import { readObjects } from '../io/git/cat-file.ts';
import { readIntroductions, type Introductions } from '../io/git/introductions.ts';
import { openRepository, type Repository } from '../io/git/repository.ts';
import { createPolicy } from '../io/policy.ts';
import { createIgnore } from '../io/work-tree.ts';
import { version } from '../version.ts';
import { joinBySecret } from './history/join.ts';
import { createLook } from './history/look.ts';
import { hashAround } from './history/place-hash.ts';
import { scanVersions } from './history/scan-versions.ts';
import { chooseVersions } from './history/versions.ts';
import type { Options } from './options.ts';
import { getExitCode, show, warn } from './scan.ts';
import { readScanConfig } from './scan-config.ts';

/** Looks for secrets in everything that was ever committed. Exit code: 0 clean, 1 leaks, 2 something could not be looked at. */
export async function scanHistory(options: Options, folder: string): Promise<number> {
  const { config } = await readScanConfig(folder, options.config);
  const repository = openRepository(folder);
  const introductions = await readIntroductions(repository, { revisions: options.paths, ...(options.since === undefined ? {} : { since: options.since }) });
  const { notes, ...result } = await findInHistory(repository, introductions, options, config);
  warn({ unread: result.unread, notes });
  const report: Report = {
    ...result,
    references: [],
    storeLabel: 'none',
    suppressionNotes: [],
    history: { commits: introductions.commits.length },
    now: Date.now(),
    version,
  };
  await show(report, options);
  return getExitCode(report, options, config);
}

interface Found extends Pick<Report, 'findings' | 'unread' | 'skipped' | 'fileCount' | 'byteCount'> {
  readonly notes: readonly string[];
}

async function findInHistory(repository: Repository, introductions: Introductions, options: Options, config: Config): Promise<Found> {
  const { skipped, isWanted } = await createPathTest(introductions.paths, options, config);
  const blobs = listWanted(introductions, isWanted);
  const looked = await lookAtBlobs(repository, introductions, blobs, options, config);
  const versions = chooseVersions(introductions, looked.places, isWanted);
  const scanned = await scanVersions(versions, { repository, introductions, config, policy: await createPolicy(config), sizeLimit: options.sizeLimit });
  const unread = [...(introductions.isWhole ? [] : [historyCut]), ...describeUnlooked(looked.unlooked, introductions), ...scanned.unread];
  const notes = [...(repository.isShallow ? [cutByFetch] : []), ...(scanned.brokenCount === 0 ? [] : [`${count(scanned.brokenCount, 'version of a file is', 'versions of files are')} not valid in the format that the name tells: searched as text`])];
  return { findings: joinBySecret(scanned.found), unread, notes, skipped, fileCount: blobs.length, byteCount: looked.byteCount };
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

interface Looked {
  readonly places: ReadonlyMap<number, readonly number[]>;
  readonly unlooked: ReadonlyMap<number, 'missing' | 'too large'>;
  readonly byteCount: number;
}

async function lookAtBlobs(repository: Repository, { blobs }: Introductions, wanted: readonly number[], { sizeLimit }: Options, config: Config): Promise<Looked> {
  const look = createLook(config);
  const seed = Math.floor(Math.random() * Number.MAX_SAFE_INTEGER);
  const places = new Map<number, readonly number[]>();
  const unlooked = new Map<number, 'missing' | 'too large'>();
  let byteCount = 0;
  await readObjects(repository, wanted.map(blobs.toHex), sizeLimit, (index, content) => {
    const blob = wanted[index] ?? 0;
    if (typeof content === 'string') return void unlooked.set(blob, content);
    byteCount += content.length;
    const found = look(content, 0, content.length);
    if (found.length > 0) places.set(blob, found.map((place) => hashAround(content, place, seed)));
  });
  return { places, unlooked, byteCount };
}

/** One line for each reason, with an example. */
function describeUnlooked(unlooked: Looked['unlooked'], { blobs, paths, blobOf, pathOf }: Introductions): Report['unread'] {
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
