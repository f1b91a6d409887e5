import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Config } from '../../core/config.ts';
import type { Repository } from '../../io/git/repository.ts';
import { say } from '../../io/terminal.ts';
import type { Options } from '../options.ts';
import { mostHelpers } from '../sweep/shared-work.ts';
import type { Batch } from './shared-versions.ts';
import type { VersionsStart, VersionsTask } from './version-thread.ts';

/** Threads that read versions beside this one, started when there is enough to do. */
export interface VersionThreads {
  /** How many there may be. */
  readonly most: number;
  /** None was started. */
  isNone(): boolean;
  begin(task: VersionsTask): void;
  offer(batch: Batch): void;
  /** Kept when all have ended, or were ended; what one that died had taken is left to this thread. */
  end(): Promise<void>;
}

/** `isSoon`: there will be much to do, so that one gets ready at once. */
export function openVersionThreads({ folder }: Repository, { jobs, config: configFile }: Pick<Options, 'jobs' | 'config'>, config: Config, signal: AbortSignal, isSoon = false): VersionThreads {
  const most = mostHelpers(jobs, availableParallelism());
  const offered: Batch[] = [];
  const data: VersionsStart = { kind: 'versions', folder, config: config.foreign === undefined ? config : undefined, configFile };
  const threads = most > 0 && isSoon ? [start(data, signal)] : [];
  let count = 0;
  let task: VersionsTask | undefined;
  return {
    most,
    isNone: () => threads.length === 0,
    begin(given) {
      task = given;
      for (const { begin } of threads) begin(given);
    },
    offer(batch) {
      offered.push(batch);
      count += batch.ids.length;
      for (const { post } of threads) post(batch);
      while (task !== undefined && threads.length < most && (jobs !== undefined || count >= worthwhile * (threads.length + 1))) {
        const thread = start(data, signal);
        threads.push(thread);
        thread.begin(task);
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
  begin(task: VersionsTask): void;
  post(message: Batch | 'end'): void;
  readonly ended: Promise<'done' | 'dead'>;
}

/** Nobody waits for one that was given nothing to do. */
function start(data: VersionsStart, signal: AbortSignal): Thread {
  const worker = new Worker(path.join(import.meta.dirname, '../worker.cjs'), { workerData: data });
  const ended = new Promise<'done' | 'dead'>((resolve) => {
    // the message of an error may quote a file
    worker.on('error', () => resolve('dead'));
    worker.on('exit', () => resolve('done'));
    signal.addEventListener('abort', () => void worker.terminate());
  });
  worker.unref();
  const begin = (task: VersionsTask): void => {
    worker.ref();
    worker.postMessage(task);
  };
  return { begin, post: (message) => worker.postMessage(message), ended };
}
