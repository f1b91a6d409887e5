/** What the threads that read versions see of the work: no text is in it. */
export interface SharedVersions {
  /** By batch: 1 where a thread has taken it. */
  readonly claims: Int32Array;
  /** By version: 1 where a thread found nothing in it. */
  readonly clean: Uint8Array;
}

/** Some versions, one behind the other. */
export interface Batch {
  readonly number: number;
  readonly start: number;
  readonly ids: readonly string[];
  readonly paths: readonly string[];
}

/** Room for so many versions. */
export const createSharedVersions = (most: number): SharedVersions => ({ claims: new Int32Array(new SharedArrayBuffer(most * 4)), clean: new Uint8Array(new SharedArrayBuffer(most)) });

/** Whether the batch was not taken before, and is now. */
export const claim = ({ claims }: SharedVersions, batch: number): boolean => Atomics.compareExchange(claims, batch, 0, 1) === 0;

export const settleClean = ({ clean }: SharedVersions, index: number): void => void Atomics.store(clean, index, 1);

export const isClean = ({ clean }: SharedVersions, index: number): boolean => Atomics.load(clean, index) === 1;

export const countClean = ({ clean }: SharedVersions): number => clean.reduce((sum, one) => sum + one, 0);
