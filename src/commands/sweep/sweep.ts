import type { Unread } from '../../core/problem.ts';
import { createCrew } from './crew.ts';
import { createExamine, describeSlow, type Examined } from './examine.ts';
import { createGuard, leastGuarded, type Guarded } from './guard.ts';
import { chunkSize, createSharedWork, getState, settle, takeChunk, type SharedWork } from './shared-work.ts';

export interface Sweep extends Guarded {
  readonly paths: readonly string[];
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

/** Gives what is more than clean, by file. One file at a time: all are read to the same place. */
async function examineAll(task: Sweep, work: SharedWork): Promise<ReadonlyMap<number, Examined>> {
  const { paths } = task;
  const kept = new Map<number, Examined>();
  const keep = (index: number, examined: Examined): void => {
    settle(work, index, examined);
    if (examined.state === 'seen' || examined.state === 'unread') kept.set(index, examined);
  };
  const examine = createExamine(task);
  const tried = createTrial(task);
  const look = async (index: number, most?: number): Promise<void> => {
    if (kept.has(index)) return;
    const examined = await examine(paths[index] ?? '', most);
    if (examined.state === 'deferred') tried.add(index);
    else keep(index, examined);
  };
  const readSeen = createReader(work);
  /** What another thread came to an end with needs no guard. */
  const lookAgain = async (): Promise<void> => {
    for (let index = readSeen(); index !== undefined; index = readSeen()) await look(index);
    for (const { index, unread } of tried.take()) await (unread === undefined ? look(index) : keep(index, { state: 'unread', ...unread }));
  };
  const crew = createCrew(task, work, (index) => keep(index, { state: 'unread', reason: describeSlow(task.patience) }));
  for (let chunk = takeChunk(work); chunk !== undefined; chunk = takeChunk(work)) {
    for (let index = chunk * chunkSize; index < Math.min((chunk + 1) * chunkSize, paths.length); index++) {
      await crew.breathe(index);
      await look(index, leastGuarded);
    }
    await lookAgain();
  }
  while (crew.isBusy() || tried.isBusy()) {
    await crew.rest();
    await lookAgain();
  }
  await lookAgain();
  // none, unless a worker died
  for (const index of paths.keys()) if (['pending', 'seen'].includes(getState(work, index))) await look(index);
  return kept;
}

interface Trial {
  add(index: number): void;
  /** Files whose trial is over. */
  take(): readonly { readonly index: number; readonly unread: Unread | undefined }[];
  isBusy(): boolean;
}

function createTrial(task: Sweep): Trial {
  const guard = createGuard(task);
  const over: { readonly index: number; readonly unread: Unread | undefined }[] = [];
  let open = 0;
  return {
    add(index) {
      open++;
      void guard.ask({ path: task.paths[index] ?? '' }).then((unread) => {
        open--;
        over.push({ index, unread });
      });
    },
    take: () => over.splice(0),
    isBusy: () => open > 0,
  };
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

function toExamined(work: SharedWork, index: number): Examined {
  const state = getState(work, index);
  if (state === 'skipped') return { state };
  return { state: 'clean', byteCount: work.sizes[index] ?? 0, reading: state === 'binary' || state === 'latin1' || state === 'broken' ? state : 'usual' };
}
