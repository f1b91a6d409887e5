import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { say } from '../../io/terminal.ts';
import { mostHelpers } from '../sweep/shared-work.ts';
import type { LooksTask } from './look-thread.ts';
import type { SharedLooks } from './shared-looks.ts';
import type { Given } from './sightings.ts';

/** Threads that look beside this one. */
export interface LookThreads {
  /** What each of them saw; what one that was ended or died had taken is left to git. */
  look(looks: SharedLooks): Promise<readonly Given[]>;
  end(): void;
}

/** As many as are asked for, where packs of so many bytes have something for each; otherwise as there are cores, where each has enough to do. */
export const countLookThreads = (size: number, jobs: number | undefined): number =>
  Math.max(0, Math.min(mostHelpers(jobs, availableParallelism()), (jobs === undefined ? Math.floor(size / worthwhile) : Math.ceil(size / least)) - 1));

/** Bytes of packs for which a thread pays, and of which one can be of use. */
const worthwhile = 8 << 20;
const least = 4096;

/** They get ready while the packs are opened. */
export function openLookThreads(count: number, task: LooksTask, signal: AbortSignal): LookThreads {
  const threads = Array.from({ length: count }, () => start(task, signal));
  return {
    async look(looks) {
      for (const { worker } of threads) worker.postMessage(looks);
      const ends = await Promise.all(threads.map(({ end }) => end));
      if (ends.includes('dead')) say('a worker thread ended before its time; its versions are looked at without it');
      return ends.filter((end) => typeof end !== 'string');
    },
    end() {
      for (const { worker } of threads) void worker.terminate();
    },
  };
}

interface Thread {
  readonly worker: Worker;
  readonly end: Promise<Given | 'dead' | 'ended'>;
}

function start(task: LooksTask, signal: AbortSignal): Thread {
  const worker = new Worker(path.join(import.meta.dirname, '../worker.cjs'), { workerData: task });
  const end = new Promise<Given | 'dead' | 'ended'>((resolve) => {
    worker.on('message', resolve);
    // the message of an error may quote a file
    worker.on('error', () => resolve('dead'));
    worker.on('exit', () => resolve('ended'));
    signal.addEventListener('abort', () => void worker.terminate());
  });
  return { worker, end };
}
