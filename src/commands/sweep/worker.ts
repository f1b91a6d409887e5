import { workerData } from 'node:worker_threads';
import type { Config } from '../../core/config.ts';
import { readScanConfig } from '../scan-config.ts';
import { createExamine } from './examine.ts';
import { readNames, type SharedNames } from './names.ts';
import { announce, chunkSize, settle, takeChunk, type SharedWork } from './shared-work.ts';

/** What a worker is told when it starts. */
export interface WorkerTask {
  readonly number: number;
  readonly work: SharedWork;
  readonly names: SharedNames;
  readonly root: string;
  readonly sizeLimit: number;
  /** Without rules of other scanners, which are functions; a worker reads those itself. */
  readonly config: Config | undefined;
  readonly configFile: string | undefined;
}

/** Looks at chunks of files until none is left, and says of each file only whether there is anything to see in it. */
async function work({ number, work, names, root, sizeLimit, ...task }: WorkerTask): Promise<void> {
  const config = task.config ?? (await readScanConfig(root, task.configFile, () => undefined)).config;
  const examine = createExamine({ root, config, sizeLimit });
  for (let chunk = takeChunk(work); chunk !== undefined; chunk = takeChunk(work)) {
    for (const [offset, path] of readNames(names, chunk).entries()) {
      const index = chunk * chunkSize + offset;
      Atomics.store(work.places, number, index + 1);
      const examined = await examine(path);
      settle(work, index, examined);
      if (examined.state === 'seen' || examined.state === 'unread') announce(work, index);
    }
  }
  Atomics.store(work.places, number, 0);
}

void work(workerData as WorkerTask);
