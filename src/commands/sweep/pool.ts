import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { WorkerTask } from './worker.ts';

/** Threads that help. */
export interface Pool {
  /** Whether one of them is at work, or has not come to it yet. */
  isBusy(): boolean;
  close(): void;
}

/** A worker that does not start, or dies, is reported once; what it had taken is left to others. */
export function startPool(count: number, task: Omit<WorkerTask, 'number'>, onDeath: () => void): Pool {
  const { places } = task.work;
  const alive = new Set<Worker>();
  const start = (number: number): void => {
    const worker = new Worker(path.join(import.meta.dirname, '../worker.cjs'), { workerData: { ...task, number } satisfies WorkerTask });
    // the end of the run does not wait for it
    worker.unref();
    alive.add(worker);
    // the message of an error may quote a file
    worker.on('error', onDeath);
    worker.on('exit', () => {
      alive.delete(worker);
      Atomics.store(places, number, 0);
    });
  };
  for (let number = 0; number < count; number++) start(number);
  return {
    isBusy: () => alive.size > 0 && places.subarray(0, count).some((place) => place > 0),
    close: () => {
      for (const worker of alive) void worker.terminate();
    },
  };
}
