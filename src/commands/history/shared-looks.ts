import { listRoots, type WalkedPack } from '../../io/git/pack-walk.ts';
import type { PackFile } from '../../io/git/pack-files.ts';

/** What the threads that look at packs see of the work: each takes some roots at a time. */
export interface SharedLooks {
  readonly packs: readonly WalkedPack[];
  /** Of each pack. */
  readonly roots: readonly Uint32Array[];
  /** Of each pack, by entry: 1 for what is looked at; all of it where there is none. */
  readonly wanted: readonly Uint8Array[] | undefined;
  /** The next roots; versions and kilobytes that were looked at; 1 when nobody shall go on. */
  readonly counts: Int32Array;
}

const [nextAt, versionsAt, kilobytesAt, endAt] = [0, 1, 2, 3];

export const shareLooks = (packs: readonly PackFile[], wanted?: readonly Uint8Array[]): SharedLooks => ({
  packs: packs.map(({ objects, descriptor, bytes, index: { ids, numbers, idLength } }) => ({ objects, descriptor, bytes, index: { ids, numbers, idLength } })),
  roots: packs.map(({ objects }) => listRoots(objects)),
  wanted,
  counts: new Int32Array(new SharedArrayBuffer(16)),
});

/** As few as are taken at a time, since what is packed against one may be much. */
const atATime = 8;

/** Undefined where none are left. */
export function takeRoots({ roots, counts }: SharedLooks): { readonly pack: number; readonly roots: Uint32Array } | undefined {
  let part = Atomics.load(counts, endAt) === 1 ? Number.POSITIVE_INFINITY : Atomics.add(counts, nextAt, 1);
  for (const [pack, all] of roots.entries()) {
    const start = part * atATime;
    if (start < all.length) return { pack, roots: all.subarray(start, start + atATime) };
    part -= Math.ceil(all.length / atATime);
  }
  return undefined;
}

export function countLook({ counts }: SharedLooks, versions: number, bytes: number): void {
  Atomics.add(counts, versionsAt, versions);
  Atomics.add(counts, kilobytesAt, Math.round(bytes / 1024));
}

export const endLooks = ({ counts }: SharedLooks): void => void Atomics.store(counts, endAt, 1);

export interface LooksState {
  /** Of the work, between 0 and 1. */
  readonly share: number;
  readonly versions: number;
  readonly kilobytes: number;
}

export function describeLooks({ roots, counts }: SharedLooks): LooksState {
  const total = roots.reduce((sum, { length }) => sum + length, 0);
  return { share: Math.min(1, (Atomics.load(counts, nextAt) * atATime) / Math.max(1, total)), versions: Atomics.load(counts, versionsAt), kilobytes: Atomics.load(counts, kilobytesAt) };
}
