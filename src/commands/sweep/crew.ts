import { availableParallelism } from 'node:os';
import { listenForInterruption, type Interruption } from '../../io/interruption.ts';
import { say } from '../../io/terminal.ts';
import { shareNames } from './names.ts';
import type { Pool } from './pool.ts';
import { createProgressLine } from './progress.ts';
import { describeProgress } from './progress-line.ts';
import { chunkSize, measure, mostHelpers, stop, type SharedWork } from './shared-work.ts';
import type { Sweep } from './sweep.ts';
import { beThrifty } from './thrift.ts';

/** The threads that help with a sweep, and the pauses in which this one hears of them. */
export interface Crew {
  /** Called between files: lets signals and messages in now and then, and sends for workers when what is left pays for them. */
  breathe(done: number): Promise<void>;
  isBusy(): boolean;
  /** A pause for this thread, when it has nothing to do. */
  rest(): Promise<void>;
  /** Whether the user has ended the run. */
  isCut(): boolean;
  /** No more pauses. */
  dismiss(): void;
}

/** Milliseconds between two breaths, and what the rest must take at least for workers to pay, by how the files between the two went: a start takes some sixty, and the first files take longer than the rest do. */
const breath = 30;
const worthwhile = 700;

/** Files for which workers pay whatever is in them: reading nothing of them takes as long as two starts. */
const many = 10_000;

/** Milliseconds, after which threads have started and little code is still to be loaded. */
const longRun = 500;

interface Reports {
  /** Of a file that a worker did not come to an end with. */
  onSlow(index: number): void;
  countFound(): number;
}

export function createCrew(task: Sweep, work: SharedWork, { onSlow, countFound }: Reports): Crew {
  const begin = performance.now();
  const { workerCount, isSure } = countWorkers(task);
  let last = begin;
  let pool: Pool | undefined;
  let isHired = false;
  let isThrifty = false;
  let interruption: Interruption | undefined;
  const line = createProgressLine(begin);
  let before: { readonly time: number; readonly done: number } | undefined;
  const consider = async (now: number, done: number): Promise<void> => {
    const rest = before === undefined ? 0 : ((now - before.time) / Math.max(done - before.done, 1)) * (task.paths.length - done);
    before = { time: now, done };
    if (isHired || workerCount < 1 || !(isSure || rest > worthwhile)) return;
    isHired = true;
    pool = await hire(task, work, workerCount, () => line.clear());
  };
  const pause = async (ms: number): Promise<void> => {
    if (task.isPartialFine) interruption ??= listenForInterruption();
    await new Promise((resolve) => (ms === 0 ? setImmediate(resolve) : setTimeout(resolve, ms)));
    last = performance.now();
    for (const index of pool?.stopSlow(last) ?? []) onSlow(index);
    if (interruption?.isAsked() === true) stop(work);
    line.show(last, (elapsed) => describeProgress({ fileCount: work.fileCount, foundCount: countFound(), ...measure(work), elapsed }));
  };
  return {
    async breathe(done) {
      const now = performance.now();
      // threads that were asked for, or pay for sure, start at once
      if (now - last < breath && (isHired || !isSure || workerCount < 1)) return;
      await consider(now, done);
      if (!isThrifty && now - begin > longRun) {
        isThrifty = true;
        beThrifty({ isAlone: !isHired });
      }
      await pause(0);
    },
    isBusy: () => pool?.isBusy() ?? false,
    rest: () => pause(1),
    isCut: () => interruption?.isAsked() ?? false,
    dismiss() {
      interruption?.stopListening();
      line.clear();
    },
  };
}

function countWorkers({ jobs, paths }: Sweep): { readonly workerCount: number; readonly isSure: boolean } {
  const workerCount = mostHelpers(jobs, availableParallelism());
  const chunkCount = Math.ceil(paths.length / chunkSize);
  return { workerCount: Math.min(workerCount, chunkCount - 1), isSure: jobs !== undefined || paths.length >= many };
}

/** Loaded when it is needed: few runs are large. */
async function hire({ root, paths, config, configFile, sizeLimit, patience }: Sweep, work: SharedWork, count: number, clearLine: () => void): Promise<Pool> {
  const { startPool } = await import('./pool.ts');
  let isSaid = false;
  const onDeath = (): void => {
    clearLine();
    if (!isSaid) say('a worker thread ended before its time; its files are looked at without it');
    isSaid = true;
  };
  return startPool(count, { work, names: shareNames(paths), root, sizeLimit, patience, config: config.foreign === undefined ? config : undefined, configFile }, patience, onDeath);
}
