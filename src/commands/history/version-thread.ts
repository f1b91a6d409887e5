import { on } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { Config } from '../../core/config.ts';
import type { ScanResult } from '../../core/problem.ts';
import { Secret } from '../../core/secret.ts';
import { readObjects } from '../../io/git/cat-file.ts';
import { createPackedBlobs, type ReadPacked } from '../../io/git/packed-blobs.ts';
import type { Packed } from '../../io/git/packed-room.ts';
import type { Repository } from '../../io/git/repository.ts';
import { findSecrets, getRoom } from '../../pipeline.ts';
import { readScanConfig } from '../scan-config.ts';
import { isLeakedSecret } from './leaked-secret.ts';
import { claim, settle, type Batch, type End, type SharedVersions } from './shared-versions.ts';

/** For a thread that says which versions of files hold nothing. */
export interface VersionsStart {
  readonly kind: 'versions';
  readonly folder: string;
  /** Without rules of other scanners, which are functions; the thread reads those itself. */
  readonly config: Config | undefined;
  readonly configFile: string | undefined;
}

/** What it is told first; then it is told of versions in batches. */
export interface VersionsTask {
  readonly repository: Repository;
  readonly packs: readonly Packed[];
  readonly sizeLimit: number;
  readonly work: SharedVersions;
}

export async function lookAtVersions({ folder, config: given, configFile }: VersionsStart): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  const messages = on(port, 'message') as AsyncIterableIterator<[VersionsTask | Batch | 'end']>;
  const config = given ?? (await readScanConfig(folder, configFile, () => undefined)).config;
  getRoom(config)(0);
  const { value: [task] } = (await messages.next()) as { value: [VersionsTask] };
  const readPacked = createPackedBlobs(task.packs);
  const judge = createJudge(task.repository, config);
  for await (const [message] of messages as AsyncIterable<[Batch | 'end']>) {
    if (message === 'end') break;
    if (claim(task.work, message.number)) await lookAtBatch(message, readPacked, task, judge);
  }
  port.close();
}

async function lookAtBatch({ start, ids, places, paths, isOrdered }: Batch, readPacked: ReadPacked, { repository, sizeLimit, work }: VersionsTask, judge: JudgeVersion): Promise<void> {
  const look = async (index: number, bytes: Uint8Array): Promise<void> => settle(work, start + index, await judge(paths[index] ?? '', bytes, isOrdered));
  const rest: number[] = [];
  for (const [index, place] of places.entries()) {
    const bytes = readPacked(place, sizeLimit);
    if (bytes === undefined) rest.push(index);
    else await look(index, bytes);
  }
  if (rest.length === 0) return;
  const contents: (readonly [number, Uint8Array])[] = [];
  await readObjects(repository, rest.map((index) => ids[index] ?? ''), sizeLimit, (number, content) => {
    if (typeof content !== 'string') contents.push([rest[number] ?? 0, Uint8Array.from(content)]);
  });
  for (const [index, bytes] of contents) await look(index, bytes);
}

type JudgeVersion = (path: string, bytes: Uint8Array, isOrdered: boolean) => Promise<End>;

const nothing: ScanResult = { problems: [], unread: [] };

/** Remembers the secrets of the versions that come in the order of time. */
function createJudge({ gitFolder }: Repository, config: Config): JudgeVersion {
  const number = Secret.createNumbering();
  const known = new Set<string>();
  return async (path, bytes, isOrdered) => {
    const { problems, unread } = (await findSecrets(`${gitFolder}/history`, path, bytes, config)) ?? nothing;
    const leaks = problems.filter(isLeakedSecret).map(({ kind, secret }) => `${kind} ${String(number(secret))}`);
    if (leaks.length === 0 && unread.length === 0) return 'clean';
    const isRepeated = isOrdered && unread.length === 0 && leaks.every((leak) => known.has(leak));
    if (isOrdered) for (const leak of leaks) known.add(leak);
    return isRepeated ? 'repeated' : 'seen';
  };
}
