import { hash } from './hash.ts';
import type { SuppressionNote } from './suppressions/notes.ts';

/** One of several parts of a run, each for a machine of its own. `index` is counted from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** What the report of a shard says, so that the reports can be joined. */
export interface ShardFacts extends Shard {
  /** Hashes of what must be the same for all shards of a run. */
  readonly files: string;
  readonly config: string;
  readonly options: string;
  /** Entries of the config that did nothing for these files; those that did nothing in any shard are said when they are joined. */
  readonly allowances: readonly SuppressionNote[];
  /** Whether such an entry fails the run. */
  readonly isStrict: boolean;
  readonly exitCode: 0 | 1 | 2;
  /** With the history: for each finding, in their order, what tells whether another shard saw the same secret before. */
  readonly sightings?: readonly Sighting[];
}

export interface Sighting {
  /** Seconds since 1970, and the number of the commit among those of the same second: a higher one is earlier. */
  readonly time: number;
  readonly order: number;
  /** The same for the same secret; a keyed hash that says nothing to whoever has not the repository. */
  readonly key: string;
}

/** `3/8`; undefined where it is something else. */
export function readShard(text: string): Shard | undefined {
  const [index, count] = (/^(\d{1,5})\/(\d{1,5})$/u.exec(text)?.slice(1) ?? []).map(Number);
  return index === undefined || count === undefined || index < 1 || index > count ? undefined : { index, count };
}

/** By the name alone: a new file moves no other to another shard, and every machine says the same. */
export const isInShard = ({ index, count }: Shard, name: string): boolean => mix(Number.parseInt(hash(name).slice(8), 16)) % count === index - 1;

/** The last step of MurmurHash3 (Appleby): names that differ in a digit go anywhere. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
