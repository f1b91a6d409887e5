import { createCrew } from './crew.ts';
import { createExamine, type Examined } from './examine.ts';
import { describeSlow } from './slow.ts';
import { createGuard, isGuarded, type Guarded } from './guard.ts';
import { chunkSize, counters, createSharedWork, getStamp, getState, measure, settle, takeChunk, type SharedWork } from './shared-work.ts';

export interface Sweep extends Guarded {
  readonly paths: readonly string[];
  /** Threads, this one among them; undefined for as many as pay. */
  readonly jobs: number | undefined;
  /** Whether Ctrl-C ends the sweep with what was seen so far, and not the process. */
  readonly isPartialFine: boolean;
}

export interface Swept {
  readonly files: Iterable<readonly [path: string, Examined]>;
  /** Where the user has ended it: how many files were looked at. */
  readonly cutAt?: number;
}

/** Looks at all files, and gives what each turned out to be in the order of the paths, whoever looked at it. */
export async function sweep(task: Sweep): Promise<Swept> {
  const work = createSharedWork(task.paths.length, task.isStamped);
  const { kept, isCut } = await examineAll(task, work);
  return { files: inOrder(task.paths, work, kept), ...(isCut ? { cutAt: measure(work).doneCount } : {}) };
}

function* inOrder(paths: readonly string[], work: SharedWork, kept: ReadonlyMap<number, Examined>): Generator<readonly [path: string, Examined]> {
  for (const [index, path] of paths.entries()) yield [path, kept.get(index) ?? toExamined(work, index)];
}

/** Gives what is more than clean, by file. One file at a time: all are read to the same place. */
async function examineAll(task: Sweep, work: SharedWork): Promise<{ readonly kept: ReadonlyMap<number, Examined>; readonly isCut: boolean }> {
  const { paths } = task;
  const kept = new Map<number, Examined>();
  let foundCount = 0;
  const keep = (index: number, examined: Examined): void => {
    settle(work, index, examined);
    if (examined.state === 'seen') foundCount += examined.file.problems.length;
    if (examined.state === 'seen' || examined.state === 'unread') kept.set(index, examined);
  };
  const examine = createExamine(task);
  const tried = createTrial(task);
  const look = async (index: number, isOthers?: (byteCount: number) => boolean): Promise<void> => {
    if (kept.has(index)) return;
    const examined = await examine(paths[index] ?? '', isOthers);
    if (examined.state === 'deferred') tried.add(index);
    else keep(index, examined);
  };
  const readSeen = createReader(work);
  /** What another thread came to an end with needs no guard, nor what it left as small enough. */
  const lookAgain = async (): Promise<void> => {
    for (let index = readSeen(); index !== undefined; index = readSeen()) await look(index);
    for (const { index, examined } of tried.take()) await (examined === undefined ? look(index) : keep(index, examined));
  };
  const crew = createCrew(task, work, { onSlow: (index) => keep(index, { state: 'unread', reason: describeSlow(task.patience) }), countFound: () => foundCount });
  for (let chunk = takeChunk(work); chunk !== undefined; chunk = takeChunk(work)) {
    for (let index = chunk * chunkSize; index < Math.min((chunk + 1) * chunkSize, paths.length) && !crew.isCut(); index++) {
      await crew.breathe(index);
      await look(index, isGuarded);
    }
    await lookAgain();
  }
  while (!crew.isCut() && (crew.isBusy() || tried.isBusy())) {
    await crew.rest();
    await lookAgain();
  }
  await lookAgain();
  const isCut = crew.isCut();
  crew.dismiss();
  // none, unless a worker died
  for (const index of isCut ? [] : paths.keys()) if (['pending', 'seen'].includes(getState(work, index))) await look(index);
  return { kept, isCut };
}

interface Trial {
  add(index: number): void;
  /** Files whose trial is over. */
  take(): readonly Tried[];
  isBusy(): boolean;
}

interface Tried {
  readonly index: number;
  /** Undefined for a file that is to be looked at here. */
  readonly examined: Examined | undefined;
}

function createTrial(task: Sweep): Trial {
  const guard = createGuard(task);
  const over: Tried[] = [];
  let open = 0;
  return {
    add(index) {
      open++;
      void guard.ask({ path: task.paths[index] ?? '' }).then((examined) => {
        open--;
        over.push({ index, examined });
      });
    },
    take: () => over.splice(0),
    isBusy: () => open > 0,
  };
}

/** Reads what the workers announce, as it comes. */
function createReader({ counters: shared, seen }: SharedWork): () => number | undefined {
  let read = 0;
  return () => {
    const index = read < seen.length ? Atomics.load(seen, read) : 0;
    if (index === 0) return undefined;
    Atomics.store(shared, counters.read, ++read);
    return index - 1;
  };
}

function toExamined(work: SharedWork, index: number): Examined {
  const state = getState(work, index);
  // a file that a worker has seen, and the user had no time for, counts as neither
  if (state === 'skipped' || state === 'pending' || state === 'seen') return { state: 'skipped' };
  return { state: 'clean', byteCount: work.sizes[index] ?? 0, reading: state === 'binary' || state === 'latin1' || state === 'broken' ? state : 'usual', stamp: getStamp(work, index) };
}
