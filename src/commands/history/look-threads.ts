import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { say } from '../../io/terminal.ts';
import type { LooksTask } from './look-thread.ts';
import type { SharedLooks } from './shared-looks.ts';
import type { Given } from './sightings.ts';

/** How many threads look beside this one: as many as are asked for; otherwise as there are cores, where each has enough to do. */
export function countLookThreads({ packs }: SharedLooks, jobs: number | undefined): number {
  const size = packs.reduce((sum, { objects }) => sum + (objects.ends.at(-1) ?? 0), 0);
  return Math.max(0, (jobs === undefined ? Math.min(availableParallelism(), 9, Math.floor(size / worthwhile)) : Math.min(jobs, 64)) - 1);
}

/** Bytes of packs for which a thread pays. */
const worthwhile = 8 << 20;

/** What each of them saw; nothing of one that was ended or died, whose blobs are left to git. */
export function startLookThreads(count: number, task: LooksTask, signal: AbortSignal): readonly Promise<Given | undefined>[] {
  return Array.from({ length: count }, () => start(task, signal));
}

const start = (task: LooksTask, signal: AbortSignal): Promise<Given | undefined> =>
  new Promise((resolve) => {
    const worker = new Worker(path.join(import.meta.dirname, '../worker.cjs'), { workerData: task });
    worker.on('message', resolve);
    // the message of an error may quote a file
    worker.on('error', () => say('a worker thread ended before its time; its versions are looked at without it'));
    worker.on('exit', () => resolve(undefined));
    signal.addEventListener('abort', () => void worker.terminate());
  });
