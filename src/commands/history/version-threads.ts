import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { say } from '../../io/terminal.ts';
import type { Batch } from './shared-versions.ts';
import type { VersionsTask } from './version-thread.ts';

/** Threads that read versions beside this one, started when there is enough to do. */
export interface VersionThreads {
  offer(batch: Batch): void;
  /** Kept when all have ended, or were ended; what one that died had taken is left to this thread. */
  end(): Promise<void>;
}

/** As many as are asked for; otherwise as many as there are cores. */
export const countVersionThreads = (jobs: number | undefined): number => Math.min(jobs ?? Math.min(availableParallelism(), 9), 64) - 1;

export function openVersionThreads(most: number, isAsked: boolean, task: VersionsTask, signal: AbortSignal): VersionThreads {
  const offered: Batch[] = [];
  const threads: Thread[] = [];
  let count = 0;
  return {
    offer(batch) {
      offered.push(batch);
      count += batch.ids.length;
      for (const { post } of threads) post(batch);
      while (threads.length < most && (isAsked || count >= worthwhile * (threads.length + 1))) {
        const thread = start(task, signal);
        threads.push(thread);
        for (const earlier of offered) thread.post(earlier);
      }
    },
    async end() {
      for (const { post } of threads) post('end');
      if ((await Promise.all(threads.map(({ ended }) => ended))).includes('dead')) say('a worker thread ended before its time; its versions are looked at without it');
    },
  };
}

/** Versions for which a thread pays while they are still chosen: it loads and compiles for itself what this one has. */
const worthwhile = 100;

interface Thread {
  post(message: Batch | 'end'): void;
  readonly ended: Promise<'done' | 'dead'>;
}

function start(task: VersionsTask, signal: AbortSignal): Thread {
  const worker = new Worker(path.join(import.meta.dirname, '../worker.cjs'), { workerData: task });
  const ended = new Promise<'done' | 'dead'>((resolve) => {
    // the message of an error may quote a file
    worker.on('error', () => resolve('dead'));
    worker.on('exit', () => resolve('done'));
    signal.addEventListener('abort', () => void worker.terminate());
  });
  return { post: (message) => worker.postMessage(message), ended };
}
