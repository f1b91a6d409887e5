/** What the threads that read versions see of the work: no text is in it. */
export interface SharedVersions {
  /** By batch: 1 where a thread has taken it. */
  readonly claims: Int32Array;
  /** By version: whether a thread found something in it. */
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
}

/** Room for so many versions. */
export const createSharedVersions = (most: number): SharedVersions => ({ claims: new Int32Array(new SharedArrayBuffer(most * 4)), ends: new Uint8Array(new SharedArrayBuffer(most)) });

/** Whether the batch was not taken before, and is now. */
export const claim = ({ claims }: SharedVersions, batch: number): boolean => Atomics.compareExchange(claims, batch, 0, 1) === 0;

const [isClean, isSeen] = [1, 2];

export const settle = ({ ends }: SharedVersions, index: number, hasNothing: boolean): void => void Atomics.store(ends, index, hasNothing ? isClean : isSeen);

export const countClean = ({ ends }: SharedVersions): number => ends.reduce((sum, end) => sum + (end === isClean ? 1 : 0), 0);

/** In which something was found. */
export const listSeen = ({ ends }: SharedVersions): number[] => [...ends.keys()].filter((index) => Atomics.load(ends, index) === isSeen);

/** Of so many, those of which nobody said that there is nothing in them. */
export const listOpen = ({ ends }: SharedVersions, count: number): number[] => [...ends.keys()].filter((index) => index < count && Atomics.load(ends, index) !== isClean);
