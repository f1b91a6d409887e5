import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { say } from '../../io/terminal.ts';
import type { LooksTask } from './look-thread.ts';
import { atATime, type SharedLooks } from './shared-looks.ts';
import type { Given } from './sightings.ts';

/** How many threads look beside this one: as many as are asked for; otherwise as there are cores, where each has enough to do. */
export function countLookThreads({ packs, roots }: SharedLooks, jobs: number | undefined): number {
  const size = packs.reduce((sum, { objects }) => sum + (objects.ends.at(-1) ?? 0), 0);
  const most = Math.ceil(roots.reduce((sum, { length }) => sum + length, 0) / atATime);
  return Math.max(0, Math.min(most, jobs === undefined ? Math.min(availableParallelism(), 9, Math.floor(size / worthwhile)) : Math.min(jobs, 64)) - 1);
}

/** Bytes of packs for which a thread pays. */
const worthwhile = 8 << 20;

/** What each of them saw; what one that was ended or died had taken is left to git. */
export async function startLookThreads(count: number, task: LooksTask, signal: AbortSignal): Promise<readonly Given[]> {
  const ends = await Promise.all(Array.from({ length: count }, () => start(task, signal)));
  if (ends.includes('dead')) say('a worker thread ended before its time; its versions are looked at without it');
  return ends.filter((end) => typeof end !== 'string');
}

const start = (task: LooksTask, signal: AbortSignal): Promise<Given | 'dead' | 'ended'> =>
  new Promise((resolve) => {
    const worker = new Worker(path.join(import.meta.dirname, '../worker.cjs'), { workerData: task });
    worker.on('message', resolve);
    // the message of an error may quote a file
    worker.on('error', () => resolve('dead'));
    worker.on('exit', () => resolve('ended'));
    signal.addEventListener('abort', () => void worker.terminate());
  });
