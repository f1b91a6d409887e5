import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { say } from '../../io/terminal.ts';
import { batchSize } from './shared-versions.ts';
import type { VersionsTask } from './version-thread.ts';

/** Threads that read versions beside this one, where there are enough of them; the promise is kept when all have ended. */
export function startVersionThreads(jobs: number | undefined, task: VersionsTask): Promise<void> {
  const most = jobs === undefined ? Math.min(availableParallelism(), 9) : Math.min(jobs, 64);
  const count = Math.max(0, Math.min(most, Math.floor(task.work.count / batchSize)) - 1);
  return Promise.all(Array.from({ length: count }, () => start(task))).then((ends) => {
    if (ends.includes('dead')) say('a worker thread ended before its time; its versions are looked at without it');
  });
}

/** What a thread that does not start, or dies, had taken is left to this one. */
const start = (task: VersionsTask): Promise<'done' | 'dead'> =>
  new Promise((resolve) => {
    const worker = new Worker(path.join(import.meta.dirname, '../worker.cjs'), { workerData: task });
    // the message of an error may quote a file
    worker.on('error', () => resolve('dead'));
    worker.on('exit', () => resolve('done'));
  });
