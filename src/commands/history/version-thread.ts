import { on } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { Config } from '../../core/config.ts';
import { readObjects } from '../../io/git/cat-file.ts';
import type { Repository } from '../../io/git/repository.ts';
import { findSecrets, getRoom } from '../../pipeline.ts';
import { readScanConfig } from '../scan-config.ts';
import { claim, settle, type Batch, type SharedVersions } from './shared-versions.ts';

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
  for await (const [message] of messages as AsyncIterable<[Batch | 'end']>) {
    if (message === 'end') break;
    if (claim(task.work, message.number)) await lookAtBatch(message, task, config);
  }
  port.close();
}

async function lookAtBatch({ start, ids, paths }: Batch, { repository, sizeLimit, work }: VersionsTask, config: Config): Promise<void> {
  const contents: (Uint8Array | undefined)[] = [];
  await readObjects(repository, ids, sizeLimit, (index, content) => {
    if (typeof content !== 'string') contents[index] = Uint8Array.from(content);
  });
  for (const [index, bytes] of contents.entries()) if (bytes !== undefined) settle(work, start + index, await hasNothing(repository, paths[index] ?? '', bytes, config));
}

async function hasNothing({ gitFolder }: Repository, path: string, bytes: Uint8Array, config: Config): Promise<boolean> {
  const scanned = await findSecrets(`${gitFolder}/history`, path, bytes, config);
  return scanned === undefined || (scanned.problems.length === 0 && scanned.unread.length === 0);
}
