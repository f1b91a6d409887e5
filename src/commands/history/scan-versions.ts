import type { Config } from '../../core/config.ts';
import { toFindings, type Finding } from '../../core/finding.ts';
import type { Problem, Unread } from '../../core/problem.ts';
import type { Policy } from '../../core/suppressions/policy.ts';
import { readObjects } from '../../io/git/cat-file.ts';
import type { Introductions } from '../../io/git/introductions.ts';
import type { Repository } from '../../io/git/repository.ts';
import { findSecrets } from '../../pipeline.ts';
import { describeShare, group } from '../sweep/progress-line.ts';
import { countClean, createSharedVersions, isClean, takeBatch, type SharedVersions } from './shared-versions.ts';
import type { VersionsTask } from './version-thread.ts';
import { shareVersions, startVersionThreads } from './version-threads.ts';
import type { Version } from './versions.ts';
import type { Watch } from './watch.ts';

/** What was found in a version of a file. */
export interface VersionFindings {
  readonly version: Version;
  readonly findings: readonly Finding[];
}

export interface ScannedVersions {
  /** Only those with findings. */
  readonly found: readonly VersionFindings[];
  readonly unread: readonly (Unread & { readonly path: string })[];
  /** Not valid in their format: read as text, and nobody can mend them. */
  readonly broken: ReadonlySet<Version>;
  /** How many were read before the run was ended; undefined where it was not. */
  readonly cutAt?: number;
}

interface Scanning {
  readonly repository: Repository;
  readonly introductions: Pick<Introductions, 'blobs' | 'paths'>;
  readonly config: Config;
  readonly policy: Policy;
  readonly sizeLimit: number;
  readonly configFile: string | undefined;
  readonly jobs: number | undefined;
  readonly watch: Watch;
}

/** Reads the versions whole, some at a time, and keeps the secrets in them. Other threads only say in which there are none. */
export async function scanVersions(versions: readonly Version[], scanning: Scanning): Promise<ScannedVersions> {
  const { watch } = scanning;
  const { threadCount, batchSize } = shareVersions(versions.length, scanning.jobs);
  const work = createSharedVersions(versions.length, batchSize);
  const ended = startVersionThreads(threadCount - 1, toTask(versions, scanning, work), watch.signal);
  const results = new Map<Version, VersionResult>();
  let foundCount = 0;
  const describe = (elapsed: number): string => {
    const done = results.size + countClean(work);
    return describeShare(done / versions.length, `${group(done)} of ${group(versions.length)} versions read that may hold a secret, ${group(foundCount)} found`, elapsed);
  };
  const scanOne = async (version: Version, bytes: Uint8Array): Promise<void> => {
    if (watch.isCut()) return;
    const result = await scanVersion(version, bytes, scanning);
    results.set(version, result);
    foundCount += result.findings.length;
    await watch.breathe(describe);
  };
  const scan = (batch: readonly Version[]): Promise<void> => readBatch(batch, scanning, scanOne);
  const own = new Set<Version>();
  for (let batch = takeBatch(work); batch !== undefined && !watch.isCut(); batch = takeBatch(work)) {
    const mine = versions.slice(batch.start, batch.end);
    for (const version of mine) own.add(version);
    await scan(mine);
  }
  await ended;
  const rest = versions.filter((version, index) => !own.has(version) && !isClean(work, index));
  for (let start = 0; start < rest.length && !watch.isCut(); start += batchSize) await scan(rest.slice(start, start + batchSize));
  return { ...collect(versions, results), ...(watch.isCut() ? { cutAt: results.size + countClean(work) } : {}) };
}

interface VersionResult {
  readonly findings: readonly Finding[];
  readonly unread: readonly (Unread & { readonly path: string })[];
}

/** In the order of the versions, whichever thread read them. */
function collect(versions: readonly Version[], results: ReadonlyMap<Version, VersionResult>): ScannedVersions {
  const found: VersionFindings[] = [];
  const failures = new Map<string, Unread & { path: string }>();
  const broken = new Set<Version>();
  for (const version of versions) {
    const { findings, unread } = results.get(version) ?? { findings: [], unread: [] };
    if (unread.length > 0) broken.add(version);
    for (const { path, reason } of unread) if (isFailure(reason)) failures.set(`${path}\0${reason}`, { path, reason });
    if (findings.length > 0) found.push({ version, findings });
  }
  return { found, unread: [...failures.values()], broken };
}

function toTask(versions: readonly Version[], { repository, introductions, config, configFile, sizeLimit }: Scanning, work: SharedVersions): VersionsTask {
  return {
    kind: 'versions',
    repository,
    sizeLimit,
    config: config.foreign === undefined ? config : undefined,
    configFile,
    ids: versions.map(({ blob }) => introductions.blobs.toHex(blob)),
    paths: versions.map(({ path }) => introductions.paths[path] ?? ''),
    work,
  };
}

/** Git reads the next ones while one is scanned. What could not be read was said when it was looked at. */
async function readBatch(batch: readonly Version[], { repository, introductions, sizeLimit, watch }: Scanning, scan: (version: Version, bytes: Uint8Array) => Promise<void>): Promise<void> {
  const read: (readonly [Version, Uint8Array])[] = [];
  const visit = (index: number, content: Uint8Array | string): void => {
    const version = batch[index];
    if (version !== undefined && typeof content !== 'string') read.push([version, Uint8Array.from(content)]);
  };
  const pause = async (): Promise<void> => {
    for (const [version, bytes] of read.splice(0)) await scan(version, bytes);
  };
  await readObjects(repository, batch.map(({ blob }) => introductions.blobs.toHex(blob)), sizeLimit, visit, { signal: watch.signal, pause });
  await pause();
}

async function scanVersion({ path, commit }: Version, bytes: Uint8Array, { repository, introductions, config, policy }: Scanning): Promise<VersionResult> {
  const file = introductions.paths[path] ?? '';
  // a folder that is not there: what lies beside a file today says nothing of the file then
  const scanned = await findSecrets(`${repository.gitFolder}/history`, file, bytes, config);
  if (scanned === undefined) return { findings: [], unread: [] };
  const { source, problems, unread } = scanned;
  const introduced = { commit: commit.id, committedAt: commit.time * 1000, authoredAt: commit.authorTime * 1000 };
  return {
    findings: toFindings(source, problems.filter(isSecret), policy).map((finding) => ({ ...finding, introduced, remedy: rotate })),
    unread: unread.map(({ reason }) => ({ path: file, reason: `in the history: ${reason}` })),
  };
}

/** Of a scanner, not of what a file holds. */
const isFailure = (reason: string): boolean => reason.includes('please report this');

const isSecret = ({ ruleId, secret }: Problem): boolean => secret !== undefined && (ruleId === 'no-hardcoded-secrets' || ruleId === 'no-plaintext-dotenv');

/** No edit takes a value out of what was already published. */
const rotate: Finding['remedy'] = { state: 'none', reason: 'it stays in the history whatever is edited; rotate it where it was issued', near: [] };
