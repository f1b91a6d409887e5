import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { maxWorkers } from './shared-work.ts';
import { threadLimits } from './thrift.ts';
import type { SweepTask } from './worker.ts';

/** Threads that help. */
export interface Pool {
  /** Whether one of them is at work. */
  isBusy(): boolean;
  /** Ends those that have been at one file for too long, and gives these files. */
  stopSlow(now: number): number[];
}

interface Hand {
  readonly worker: Worker;
  readonly number: number;
  place: number;
  /** When it was first seen at that place. */
  since: number;
}

/** What a worker that does not start, or dies, had taken is left to others. */
export function startPool(count: number, task: Omit<SweepTask, 'kind' | 'number'>, patience: number, onDeath: () => void): Pool {
  const { places } = task.work;
  const hands = new Set<Hand>();
  let started = 0;
  const start = (): void => {
    if (started === maxWorkers) return;
    const number = started++;
    const worker = new Worker(path.join(import.meta.dirname, '../worker.cjs'), { workerData: { kind: 'sweep', ...task, number } satisfies SweepTask, resourceLimits: threadLimits });
    const hand: Hand = { worker, number, place: 0, since: 0 };
    hands.add(hand);
    // the end of the run does not wait for it
    worker.unref();
    // the message of an error may quote a file
    worker.on('error', onDeath);
    worker.on('exit', () => hands.delete(hand));
  };
  const isSlow = (hand: Hand, now: number): boolean => {
    const place = Atomics.load(places, hand.number);
    if (place !== hand.place) Object.assign(hand, { place, since: now });
    return place > 0 && now - hand.since > patience;
  };
  for (let number = 0; number < count; number++) start();
  return {
    isBusy: () => [...hands].some(({ number }) => Atomics.load(places, number) !== 0),
    stopSlow: (now) =>
      [...hands].filter((hand) => isSlow(hand, now)).map((hand) => {
        hands.delete(hand);
        void hand.worker.terminate();
        start();
        return hand.place - 1;
      }),
  };
}
