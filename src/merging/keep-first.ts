import type { Sighting } from '../core/shard.ts';

export interface Seen<T> extends Sighting {
  readonly finding: T;
  readonly path: string;
  readonly isAllowed: boolean;
}

/** Each secret of a history once, where it came in first; one that is allowed there and not elsewhere, where it is not. */
export function keepFirst<T>(seen: readonly Seen<T>[]): T[] {
  const kept = new Map<string, { readonly entry: Seen<T>; readonly rank: number }>();
  for (const [rank, entry] of [...seen].sort(compare).entries()) {
    const known = kept.get(entry.key)?.entry;
    if (known === undefined || (known.isAllowed && !entry.isAllowed)) kept.set(entry.key, { entry, rank });
  }
  return [...kept.values()].sort((a, b) => a.rank - b.rank).map(({ entry }) => entry.finding);
}

const compare = (a: Sighting & { readonly path: string }, b: Sighting & { readonly path: string }): number => a.time - b.time || b.order - a.order || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
