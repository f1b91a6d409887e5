import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { say } from '../../io/terminal.ts';
import type { VersionsTask } from './version-thread.ts';

/** How many threads read so many versions, this one among them, and how many versions each takes at a time. */
export interface Sharing {
  readonly threadCount: number;
  readonly batchSize: number;
}

/** As many as are asked for; otherwise as many as there are cores, where each has enough to do. */
export function shareVersions(count: number, jobs: number | undefined): Sharing {
  const threadCount = jobs === undefined ? Math.min(availableParallelism(), 9, Math.floor(count / worthwhile)) : Math.min(jobs, 64, count);
  return { threadCount: Math.max(1, threadCount), batchSize: Math.max(1, Math.min(threadCount > 1 ? largestBatch : count, Math.ceil(count / Math.max(2, 2 * threadCount)))) };
}

/** Versions for which a thread pays: it compiles for itself what this one has compiled. */
const worthwhile = 400;
const largestBatch = 100;

/** Threads that read versions beside this one; the promise is kept when all have ended, or were ended. */
export function startVersionThreads(count: number, task: VersionsTask, signal: AbortSignal): Promise<void> {
  return Promise.all(Array.from({ length: count }, () => start(task, signal))).then((ends) => {
    if (ends.includes('dead')) say('a worker thread ended before its time; its versions are looked at without it');
  });
}

/** What a thread that does not start, or dies, had taken is left to this one. */
const start = (task: VersionsTask, signal: AbortSignal): Promise<'done' | 'dead'> =>
  new Promise((resolve) => {
    const worker = new Worker(path.join(import.meta.dirname, '../worker.cjs'), { workerData: task });
    // the message of an error may quote a file
    worker.on('error', () => resolve('dead'));
    worker.on('exit', () => resolve('done'));
    signal.addEventListener('abort', () => void worker.terminate());
  });
