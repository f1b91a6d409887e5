import { on } from 'node:events';
import { parentPort } from 'node:worker_threads';
import type { Config } from '../../core/config.ts';
import { readObjects } from '../../io/git/cat-file.ts';
import type { Repository } from '../../io/git/repository.ts';
import { findSecrets } from '../../pipeline.ts';
import { readScanConfig } from '../scan-config.ts';
import { claim, settleClean, type Batch, type SharedVersions } from './shared-versions.ts';

/** Versions of files, for a thread that says which of them hold nothing; it is told of them in batches. */
export interface VersionsTask {
  readonly kind: 'versions';
  readonly repository: Repository;
  readonly sizeLimit: number;
  /** Without rules of other scanners, which are functions; the thread reads those itself. */
  readonly config: Config | undefined;
  readonly configFile: string | undefined;
  readonly work: SharedVersions;
}

export async function lookAtVersions(task: VersionsTask): Promise<void> {
  const port = parentPort;
  if (port === null) return;
  const config = task.config ?? (await readScanConfig(task.repository.folder, task.configFile, () => undefined)).config;
  for await (const [message] of on(port, 'message') as AsyncIterable<[Batch | 'end']>) {
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
  for (const [index, bytes] of contents.entries()) if (bytes !== undefined && (await hasNothing(repository, paths[index] ?? '', bytes, config))) settleClean(work, start + index);
}

async function hasNothing({ gitFolder }: Repository, path: string, bytes: Uint8Array, config: Config): Promise<boolean> {
  const scanned = await findSecrets(`${gitFolder}/history`, path, bytes, config);
  return scanned === undefined || (scanned.problems.length === 0 && scanned.unread.length === 0);
}
