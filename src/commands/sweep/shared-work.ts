import type { Stamp } from '../../io/read-file.ts';
import type { Examined, Reading } from './examine.ts';

/**
 * What all threads of a run see of it: who has taken which files, and how these turned out. No text of a file is in it, so that no
 * secret passes from thread to thread; what a worker found something in is looked at again by the thread that reports.
 */
export interface SharedWork {
  readonly fileCount: number;
  /** At the places of `counters`. */
  readonly counters: Int32Array;
  /** By file, one of `stateNames`; 0 until it was looked at. */
  readonly states: Uint8Array;
  /** Bytes by file. */
  readonly sizes: Float64Array;
  /** Three numbers by file; none where nobody asks for them. */
  readonly stamps: Float64Array;
  /** Files that workers found something in, or left to the thread that reports, as they came, counted from 1. */
  readonly seen: Int32Array;
  /** By worker: the file that it is at, counted from 1; 0 when it has nothing to do, `beginning` before it has taken one. */
  readonly places: Int32Array;
}

export const counters = { next: 0, seen: 1, isStopped: 2, read: 3 } as const;

/** Files that are taken at a time: one at a time would have the threads wait for each other's memory. */
export const chunkSize = 32;

export const maxWorkers = 64;

/** Threads beside this one: as many as were asked for (`jobs`), or one for each other core, but not many. */
export const mostHelpers = (jobs: number | undefined, coreCount: number): number => (jobs === undefined ? Math.min(coreCount - 1, 8) : Math.min(jobs - 1, maxWorkers));

export const beginning = -1;

const share = (bytes: number): SharedArrayBuffer => new SharedArrayBuffer(bytes);

export const createSharedWork = (fileCount: number, isStamped: boolean): SharedWork => ({
  fileCount,
  counters: new Int32Array(share(16)),
  states: new Uint8Array(share(fileCount)),
  sizes: new Float64Array(share(fileCount * 8)),
  stamps: new Float64Array(share(isStamped ? fileCount * 24 : 0)),
  seen: new Int32Array(share(fileCount * 4)),
  places: new Int32Array(share(maxWorkers * 4)),
});

const stateNames = ['pending', 'clean', 'binary', 'latin1', 'broken', 'skipped', 'seen'] as const;

type State = (typeof stateNames)[number];

export const getState = ({ states }: SharedWork, index: number): State => stateNames[Atomics.load(states, index)] ?? 'pending';

/** The number of the next chunk; undefined where none is left. */
export function takeChunk({ counters: shared, fileCount }: SharedWork): number | undefined {
  const chunk = Atomics.add(shared, counters.next, 1);
  return chunk * chunkSize < fileCount && Atomics.load(shared, counters.isStopped) === 0 ? chunk : undefined;
}

/** Puts down how a file turned out. The size is there before the state is. */
export function settle(work: SharedWork, index: number, examined: Examined): void {
  if ('byteCount' in examined) work.sizes[index] = examined.byteCount;
  if (isStamped(work) && examined.state === 'clean' && examined.stamp !== undefined) work.stamps.set(examined.stamp, index * 3);
  Atomics.store(work.states, index, stateNames.indexOf(toState(examined)));
}

export const isStamped = ({ stamps }: SharedWork): boolean => stamps.length > 0;

export function getStamp({ stamps }: SharedWork, index: number): Stamp | undefined {
  const inode = stamps[index * 3] ?? 0;
  return inode === 0 ? undefined : [inode, stamps[index * 3 + 1] ?? 0, stamps[index * 3 + 2] ?? 0];
}

function toState(examined: Examined): State {
  if (examined.state === 'deferred') return 'pending';
  if (examined.state === 'skipped') return 'skipped';
  return examined.state === 'clean' ? readings[examined.reading] : 'seen';
}

const readings: Readonly<Record<Reading, State>> = { usual: 'clean', binary: 'binary', latin1: 'latin1', broken: 'broken' };

/** Tells the thread that reports. */
export function announce({ counters: shared, seen }: SharedWork, index: number): void {
  Atomics.store(seen, Atomics.add(shared, counters.seen, 1), index + 1);
}

/** Whether the thread that reports has read nearly all that it was told: then it can read a file at once that it would have to read anyway. */
export const isKeepingUp = ({ counters: shared }: SharedWork): boolean => Atomics.load(shared, counters.seen) - Atomics.load(shared, counters.read) < mostWaiting;

const mostWaiting = 24;

/** How many files were looked at, and their bytes. */
export function measure({ states, sizes }: SharedWork): { readonly doneCount: number; readonly byteCount: number } {
  let doneCount = 0;
  let byteCount = 0;
  for (let index = 0; index < states.length; index++) {
    if (states[index] !== 0) doneCount++;
    byteCount += sizes[index] ?? 0;
  }
  return { doneCount, byteCount };
}

/** No thread takes any more files. */
export const stop = ({ counters: shared }: SharedWork): void => void Atomics.store(shared, counters.isStopped, 1);
