import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PiecesTask } from './piece-thread.ts';
import { countTaken, stopTaking } from './shared-pieces.ts';
import { mostHelpers } from './shared-work.ts';
import { beThrifty, threadLimits } from './thrift.ts';

/** The threads that help with one large file. */
export interface PieceCrew {
  /** Sends for them when what is left pays for them, by how long the rest took: a start takes some sixty milliseconds. */
  consider(elapsed: number): void;
  isBusy(): boolean;
  dismiss(): void;
}

/** Milliseconds that the rest must take at least, and pieces that take no less whatever is in them. */
const worthwhile = 300;
const sureCount = 500;

/** `jobs`: threads, this one among them; undefined for as many as there are cores. */
export function createPieceCrew(task: Omit<PiecesTask, 'kind'>, jobs: number | undefined): PieceCrew {
  const { pieces, config } = task;
  const workers = new Set<Worker>();
  // rules of other scanners are functions, which do not pass between threads
  let isHired = config.foreign !== undefined;
  const start = (): void => {
    const worker = new Worker(path.join(import.meta.dirname, '../worker.cjs'), { workerData: { kind: 'pieces', ...task } satisfies PiecesTask, resourceLimits: threadLimits });
    workers.add(worker);
    worker.unref();
    // the message of an error may quote a file
    worker.on('error', () => workers.delete(worker));
    worker.on('exit', () => workers.delete(worker));
  };
  return {
    consider(elapsed) {
      const taken = countTaken(pieces);
      const left = pieces.breaks.length - taken;
      // threads that were asked for start at once
      if (isHired || (jobs === undefined && left < sureCount && (elapsed / taken) * left < worthwhile)) return;
      isHired = true;
      const count = Math.min(mostHelpers(jobs, availableParallelism()), left - 1);
      if (count < 1) return;
      beThrifty({ isAlone: false });
      for (let number = 0; number < count; number++) start();
    },
    isBusy: () => workers.size > 0,
    dismiss() {
      stopTaking(pieces);
      for (const worker of workers) void worker.terminate();
    },
  };
}
