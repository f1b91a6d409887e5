import { parentPort, workerData } from 'node:worker_threads';
import type { Config } from '../../core/config.ts';
import { readBlob } from '../../io/git-blobs.ts';
import { scanBytes } from '../../pipeline.ts';
import type { LooksTask } from '../history/look-thread.ts';
import type { VersionsStart } from '../history/version-thread.ts';
import { readScanConfig } from '../scan-config.ts';
import { createExamine, isSettled, judge, type Settled } from './examine.ts';
import { readNames, type SharedNames } from './names.ts';
import type { PiecesTask } from './piece-thread.ts';
import { isGuarded } from './guard.ts';
import { announce, beginning, chunkSize, isKeepingUp, isStamped, settle, takeChunk, type SharedWork } from './shared-work.ts';

/** What every worker is told when it starts. */
interface Task {
  readonly root: string;
  readonly sizeLimit: number;
  readonly patience: number;
  /** Without rules of other scanners, which are functions; a worker reads those itself. */
  readonly config: Config | undefined;
  readonly configFile: string | undefined;
}

/** Takes files until none is left. */
export interface SweepTask extends Task {
  readonly kind: 'sweep';
  readonly number: number;
  readonly work: SharedWork;
  readonly names: SharedNames;
}

/** Looks at files that it is asked about. */
export interface GuardTask extends Task {
  readonly kind: 'guard';
  readonly isStamped: boolean;
}

/** A file of the work tree, or of git where there is an id. */
export interface Question {
  readonly path: string;
  readonly id?: string;
}

/** `done`: it came to an end, and there is more to say of it than this thread may tell. */
export type Answer = 'ready' | 'done' | Settled;

async function run(task: SweepTask | GuardTask | PiecesTask | VersionsStart | LooksTask): Promise<void> {
  if (task.kind === 'looks') return (await import('../history.ts')).lookAtShare(task);
  if (task.kind === 'versions') return (await import('../history.ts')).lookAtVersions(task);
  if (task.kind === 'pieces') return (await import('./large-file.ts')).lookAtPieces(task);
  const config = task.config ?? (await readScanConfig(task.root, task.configFile, () => undefined)).config;
  return task.kind === 'sweep' ? sweep(task, config) : answer(task, config);
}

/** Says of each file only whether there is anything to see in it, or whether there may be. */
async function sweep({ number, work, names, root, sizeLimit, patience }: SweepTask, config: Config): Promise<void> {
  const examine = createExamine({ root, config, sizeLimit, patience, jobs: 1, isStamped: isStamped(work) });
  Atomics.store(work.places, number, beginning);
  for (let chunk = takeChunk(work); chunk !== undefined; chunk = takeChunk(work)) {
    for (const [offset, path] of readNames(names, chunk).entries()) {
      const index = chunk * chunkSize + offset;
      Atomics.store(work.places, number, index + 1);
      const examined = await examine(path, (byteCount) => !isGuarded(byteCount) && isKeepingUp(work));
      if (examined.state !== 'deferred') settle(work, index, examined);
      if (examined.state === 'seen' || examined.state === 'unread' || examined.state === 'deferred') announce(work, index);
    }
  }
  Atomics.store(work.places, number, 0);
}

/** Says of each file that it came to an end, and of one without a finding how it was read. */
function answer({ root, sizeLimit, patience, isStamped }: GuardTask, config: Config): void {
  const examine = createExamine({ root, config, sizeLimit, patience, jobs: 1, isStamped });
  const post = (word: Answer): void => parentPort?.postMessage(word);
  parentPort?.on('message', ({ path, id }: Question) => {
    const content = id === undefined ? undefined : readBlob(root, id, sizeLimit);
    const examining = content === undefined ? examine(path) : scanBytes(root, path, content, config).then((file) => judge(file, content));
    void examining.then((examined) => post(isSettled(examined) ? examined : 'done'));
  });
  post('ready');
}

void run(workerData as SweepTask | GuardTask | PiecesTask | VersionsStart | LooksTask);
