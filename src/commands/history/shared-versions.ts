/** What the threads that read versions see of the work: no text is in it. */
export interface SharedVersions {
  /** By batch: 1 where a thread has taken it. */
  readonly claims: Int32Array;
  /** By version: what a thread found in it. */
  readonly ends: Uint8Array;
}

/** Some versions, one behind the other. */
export interface Batch {
  readonly number: number;
  readonly start: number;
  readonly ids: readonly string[];
  /** Where they are in packs, as `findPacked` tells. */
  readonly places: readonly number[];
  readonly paths: readonly string[];
  /** They come in the order of time, behind those of the batches before. */
  readonly isOrdered: boolean;
}

/** What a thread says of a version: nothing is in it, something, or only what it saw in versions before. */
export type End = 'clean' | 'seen' | 'repeated';

/** Room for so many versions. */
export const createSharedVersions = (most: number): SharedVersions => ({ claims: new Int32Array(new SharedArrayBuffer(most * 4)), ends: new Uint8Array(new SharedArrayBuffer(most)) });

/** Whether the batch was not taken before, and is now. */
export const claim = ({ claims }: SharedVersions, batch: number): boolean => Atomics.compareExchange(claims, batch, 0, 1) === 0;

const endNames: readonly (End | 'open')[] = ['open', 'clean', 'seen', 'repeated'];

const getEnd = ({ ends }: SharedVersions, index: number): End | 'open' => endNames[Atomics.load(ends, index)] ?? 'open';

export const settle = ({ ends }: SharedVersions, index: number, end: End): void => void Atomics.store(ends, index, endNames.indexOf(end));

/** Those that this thread has not to read, as far as is known. */
export const countSettled = (work: SharedVersions): number => listEnded(work, 'clean').length + listEnded(work, 'repeated').length;

export const listEnded = (work: SharedVersions, end: End | 'open'): number[] => [...work.ends.keys()].filter((index) => getEnd(work, index) === end);
