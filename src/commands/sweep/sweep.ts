import { availableParallelism } from 'node:os';
import type { Config } from '../../core/config.ts';
import { say } from '../../io/terminal.ts';
import { createExamine, type Examined } from './examine.ts';
import type { Pool } from './pool.ts';
import { chunkSize, createSharedWork, getState, maxWorkers, settle, takeChunk, type SharedWork } from './shared-work.ts';

export interface Sweep {
  readonly root: string;
  readonly paths: readonly string[];
  readonly config: Config;
  readonly configFile: string | undefined;
  readonly sizeLimit: number;
  /** Threads, this one among them; undefined for as many as pay. */
  readonly jobs: number | undefined;
}

/** Looks at all files, and gives what each turned out to be in the order of the paths, whoever looked at it. */
export async function sweep(task: Sweep): Promise<Iterable<readonly [path: string, Examined]>> {
  const work = createSharedWork(task.paths.length);
  const kept = await examineAll(task, work);
  return inOrder(task.paths, work, kept);
}

function* inOrder(paths: readonly string[], work: SharedWork, kept: ReadonlyMap<number, Examined>): Generator<readonly [path: string, Examined]> {
  for (const [index, path] of paths.entries()) yield [path, kept.get(index) ?? toExamined(work, index)];
}

/** Gives what is more than clean, by file. */
async function examineAll(task: Sweep, work: SharedWork): Promise<ReadonlyMap<number, Examined>> {
  const { paths } = task;
  const examine = createExamine(task);
  const kept = new Map<number, Examined>();
  const look = async (index: number): Promise<void> => {
    if (kept.has(index)) return;
    const examined = await examine(paths[index] ?? '');
    settle(work, index, examined);
    if (examined.state === 'seen' || examined.state === 'unread') kept.set(index, examined);
  };
  const crew = createCrew(task, work);
  const takeSeen = createReader(work);
  for (let chunk = takeChunk(work); chunk !== undefined; chunk = takeChunk(work)) {
    const end = Math.min((chunk + 1) * chunkSize, paths.length);
    for (let index = chunk * chunkSize; index < end; index++) {
      await look(index);
      await crew.breathe(index);
    }
    for (let seen = takeSeen(); seen !== undefined; seen = takeSeen()) {
      await look(seen);
      await crew.breathe(end);
    }
  }
  do {
    for (let seen = takeSeen(); seen !== undefined; seen = takeSeen()) await look(seen);
  } while (await crew.wait());
  // all but nothing, unless a worker died
  for (const index of paths.keys()) if (['pending', 'seen'].includes(getState(work, index))) await look(index);
  return kept;
}

/** Reads what the workers announce, as it comes. */
function createReader({ seen }: SharedWork): () => number | undefined {
  let read = 0;
  return () => {
    const index = read < seen.length ? Atomics.load(seen, read) : 0;
    if (index === 0) return undefined;
    read++;
    return index - 1;
  };
}

interface Crew {
  /** Called between files: lets signals and messages in, and sends for workers when what is left pays for them. */
  breathe(done: number): Promise<void>;
  /** Whether a worker is still busy, some time later. */
  wait(): Promise<boolean>;
}

/** Milliseconds between two breaths, and what the rest must take at least for workers to pay. */
const breath = 30;
const worthwhile = 100;

function createCrew(task: Sweep, work: SharedWork): Crew {
  const begin = performance.now();
  const { workerCount, isAsked } = countWorkers(task);
  let last = begin;
  let pool: Promise<Pool | undefined> | undefined;
  const consider = (now: number, done: number): void => {
    const rest = ((now - begin) / done) * (task.paths.length - done);
    if (pool === undefined && workerCount > 0 && (isAsked || rest > worthwhile)) pool = hire(task, work, workerCount);
  };
  return {
    async breathe(done) {
      const now = performance.now();
      if (now - last < breath && !(isAsked && done === 0)) return;
      consider(now, Math.max(done, 1));
      await new Promise(setImmediate);
      last = performance.now();
    },
    async wait() {
      const { isBusy = () => false } = (await pool) ?? {};
      if (!isBusy()) return false;
      await new Promise((resolve) => setTimeout(resolve, 1));
      return true;
    },
  };
}

function countWorkers({ jobs, paths }: Sweep): { readonly workerCount: number; readonly isAsked: boolean } {
  const workerCount = jobs === undefined ? Math.min(availableParallelism() - 1, 8) : Math.min(jobs - 1, maxWorkers);
  const chunkCount = Math.ceil(paths.length / chunkSize);
  return { workerCount: Math.min(workerCount, chunkCount - 1), isAsked: jobs !== undefined };
}

/** Loaded when it is needed: few runs are. */
async function hire({ root, paths, config, configFile, sizeLimit }: Sweep, work: SharedWork, count: number): Promise<Pool | undefined> {
  const [{ startPool }, { shareNames }] = await Promise.all([import('./pool.ts'), import('./names.ts')]);
  let isSaid = false;
  const onDeath = (): void => {
    if (!isSaid) say('a worker thread ended before its time; its files are looked at without it');
    isSaid = true;
  };
  return startPool(count, { work, names: shareNames(paths), root, sizeLimit, config: config.foreign === undefined ? config : undefined, configFile }, onDeath);
}

function toExamined(work: SharedWork, index: number): Examined {
  const state = getState(work, index);
  if (state === 'skipped') return { state };
  return { state: 'clean', byteCount: work.sizes[index] ?? 0, reading: state === 'binary' || state === 'latin1' || state === 'broken' ? state : 'usual' };
}
