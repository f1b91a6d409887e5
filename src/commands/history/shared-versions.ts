/** What the threads that read versions see of the work: no text is in it. */
export interface SharedVersions {
  readonly count: number;
  /** Versions that git is asked for at a time. */
  readonly batchSize: number;
  /** The next batch. */
  readonly next: Int32Array;
  /** By version: 1 where a thread found nothing in it. */
  readonly clean: Uint8Array;
}

export const createSharedVersions = (count: number, batchSize: number): SharedVersions => ({ count, batchSize, next: new Int32Array(new SharedArrayBuffer(4)), clean: new Uint8Array(new SharedArrayBuffer(count)) });

/** Undefined where none is left. */
export function takeBatch({ next, count, batchSize }: SharedVersions): { readonly start: number; readonly end: number } | undefined {
  const start = Atomics.add(next, 0, 1) * batchSize;
  return start < count ? { start, end: Math.min(count, start + batchSize) } : undefined;
}

export const settleClean = ({ clean }: SharedVersions, index: number): void => void Atomics.store(clean, index, 1);

export const isClean = ({ clean }: SharedVersions, index: number): boolean => Atomics.load(clean, index) === 1;

export const countClean = ({ clean }: SharedVersions): number => clean.reduce((sum, one) => sum + one, 0);
