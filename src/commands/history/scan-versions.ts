import type { Config } from '../../core/config.ts';
import { toFindings, type Finding } from '../../core/finding.ts';
import type { Unread } from '../../core/problem.ts';
import type { Policy } from '../../core/suppressions/policy.ts';
import { readObjects } from '../../io/git/cat-file.ts';
import type { Introductions } from '../../io/git/introductions.ts';
import type { PackFile } from '../../io/git/pack-files.ts';
import { createPackedBlobs, type ReadPacked } from '../../io/git/packed-blobs.ts';
import { findPacked } from '../../io/git/packed-room.ts';
import type { Repository } from '../../io/git/repository.ts';
import { findSecrets } from '../../pipeline.ts';
import { describeShare, group } from '../sweep/progress-line.ts';
import { isLeakedSecret } from './leaked-secret.ts';
import { claim, countSettled, createSharedVersions, listEnded, type SharedVersions } from './shared-versions.ts';
import type { VersionsTask } from './version-thread.ts';
import type { VersionThreads } from './version-threads.ts';
import type { Version } from './versions.ts';
import type { Watch } from './watch.ts';

/** What was found in a version of a file. */
export interface VersionFindings {
  readonly version: Version;
  readonly findings: readonly Finding[];
}

export interface ScannedVersions {
  /** How many were chosen. */
  readonly count: number;
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
  /** From which versions are read, as far as they are in them; git is asked for the others. */
  readonly packs: readonly PackFile[];
  readonly config: Config;
  readonly policy: Policy;
  readonly sizeLimit: number;
  readonly threads: VersionThreads;
  readonly watch: Watch;
}

/** In the order of time, and others. */
export interface ToScan {
  readonly ordered: Iterable<Version>;
  readonly others: readonly Version[];
  /** How many they may be. */
  readonly most: number;
}

/** Reads versions whole and keeps the secrets in them. Other threads begin while they are chosen, and only say in which there is nothing or nothing new. */
export async function scanVersions(chosen: ToScan, scanning: Scanning): Promise<ScannedVersions> {
  const { threads, watch } = scanning;
  const work = createSharedVersions(chosen.most);
  const { versions, batches } = await offerVersions(chosen, work, scanning);
  const results = new Map<Version, VersionResult>();
  let foundCount = 0;
  const describe = (elapsed: number): string => {
    const done = results.size + countSettled(work);
    return describeShare(done / versions.length, `${group(done)} of ${group(versions.length)} versions read that may hold a secret, ${group(foundCount)} found`, elapsed);
  };
  const scanOne = async (version: Version, bytes: Uint8Array): Promise<void> => {
    if (watch.isCut()) return;
    const result = await scanVersion(version, bytes, scanning);
    results.set(version, result);
    foundCount += result.findings.length;
    await watch.breathe(describe);
  };
  const readPacked = createPackedBlobs(scanning.packs);
  const own = new Set<number>();
  const read = async (indexes: readonly number[]): Promise<void> => {
    const mine = watch.isCut() ? [] : indexes.filter((index) => !own.has(index));
    for (const index of mine) own.add(index);
    if (mine.length > 0) await readBatch(mine.flatMap((index) => versions[index] ?? []), readPacked, scanning, scanOne);
  };
  if (threads.isNone()) for (let start = 0; start < versions.length; start += mostAlone) await read(range(start, Math.min(versions.length, start + mostAlone)));
  // the others begin with the first ones
  for (const [number, { start, end }] of [...batches.entries()].reverse()) {
    if (!watch.isCut() && claim(work, number)) await read(range(start, end));
    await read(listEnded(work, 'seen'));
  }
  await threads.end();
  await read([...listEnded(work, 'seen'), ...listEnded(work, 'open').filter((index) => index < versions.length)].sort((a, b) => a - b));
  const settled = countSettled(work);
  if (!decidesAll(listEnded(work, 'seen').map((index) => versions[index]), results)) await read(listEnded(work, 'repeated'));
  return { ...collect(versions, results), count: versions.length, ...(watch.isCut() ? { cutAt: results.size + settled } : {}) };
}

/** Whether what others saw again can be left unread: a secret that is allowed where it came in is reported where it is not. */
const decidesAll = (seen: readonly (Version | undefined)[], results: ReadonlyMap<Version, VersionResult>): boolean =>
  seen.every((version) => version !== undefined && results.get(version)?.findings.every(({ suppression }) => suppression === undefined) === true);

const range = (start: number, end: number): number[] => Array.from({ length: end - start }, (_, index) => start + index);

interface Offered {
  readonly versions: readonly Version[];
  readonly batches: readonly { readonly start: number; readonly end: number }[];
}

/** Takes all that are chosen, and lets other threads know of each batch. */
async function offerVersions({ ordered, others }: ToScan, work: SharedVersions, scanning: Scanning): Promise<Offered> {
  const { introductions: { blobs, paths }, packs, threads, watch } = scanning;
  threads.begin(toTask(scanning, work));
  const versions: Version[] = [];
  const batches: { start: number; end: number }[] = [];
  const offer = (end: number, isOrdered: boolean): void => {
    const start = batches.at(-1)?.end ?? 0;
    if (end === start) return;
    const some = versions.slice(start, end);
    threads.offer({ number: batches.push({ start, end }) - 1, start, ids: some.map(({ blob }) => blobs.toHex(blob)), places: some.map(({ blob }) => findPacked(packs, blobs.getBytes(blob))), paths: some.map(({ path }) => paths[path] ?? ''), isOrdered });
  };
  for (const version of ordered) {
    if (watch.isCut()) break;
    versions.push(version);
    if (threads.most > 0 && versions.length - (batches.at(-1)?.end ?? 0) >= Math.min(largestBatch, 2 ** (batches.length + 2))) offer(versions.length, true);
    await watch.breathe(() => describeShare(0, `${group(versions.length)} versions may hold a secret`, 0));
  }
  offer(versions.length, true);
  if (watch.isCut()) return { versions, batches };
  versions.push(...others);
  for (let end = versions.length - others.length; end < versions.length; ) offer((end = Math.min(versions.length, end + largestBatch)), false);
  return { versions, batches };
}

/** Versions that are read together where there is one thread, and those that any of several may take. */
const mostAlone = 128;
const largestBatch = 64;

interface VersionResult {
  readonly findings: readonly Finding[];
  readonly unread: readonly (Unread & { readonly path: string })[];
}

/** In the order of the versions, whichever thread read them. */
function collect(versions: readonly Version[], results: ReadonlyMap<Version, VersionResult>): Omit<ScannedVersions, 'count'> {
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

const toTask = ({ repository, packs, sizeLimit }: Scanning, work: SharedVersions): VersionsTask => ({ repository, packs: packs.map(({ objects, descriptor, bytes }) => ({ objects, descriptor, bytes })), sizeLimit, work });

/** Git reads the next ones while one is scanned. What could not be read was said when it was looked at. */
async function readBatch(batch: readonly Version[], readPacked: ReadPacked, { repository, introductions: { blobs }, packs, sizeLimit, watch }: Scanning, scan: (version: Version, bytes: Uint8Array) => Promise<void>): Promise<void> {
  const rest: Version[] = [];
  for (const version of batch) {
    const bytes = readPacked(findPacked(packs, blobs.getBytes(version.blob)), sizeLimit);
    if (bytes === undefined) rest.push(version);
    else await scan(version, bytes);
  }
  if (rest.length === 0) return;
  const read: (readonly [Version, Uint8Array])[] = [];
  const visit = (index: number, content: Uint8Array | string): void => {
    const version = rest[index];
    if (version !== undefined && typeof content !== 'string') read.push([version, Uint8Array.from(content)]);
  };
  const pause = async (): Promise<void> => {
    for (const [version, bytes] of read.splice(0)) await scan(version, bytes);
  };
  await readObjects(repository, rest.map(({ blob }) => blobs.toHex(blob)), sizeLimit, visit, { signal: watch.signal, pause });
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
    findings: toFindings(source, problems.filter(isLeakedSecret), policy).map((finding) => ({ ...finding, introduced, remedy: rotate })),
    unread: unread.map(({ reason }) => ({ path: file, reason: `in the history: ${reason}` })),
  };
}

/** Of a scanner, not of what a file holds. */
const isFailure = (reason: string): boolean => reason.includes('please report this');

/** No edit takes a value out of what was already published. */
const rotate: Finding['remedy'] = { state: 'none', reason: 'it stays in the history whatever is edited; rotate it where it was issued', near: [] };
