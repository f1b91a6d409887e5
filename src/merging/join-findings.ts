import type { ShardFacts } from '../core/shard.ts';
import { byPath } from './by-path.ts';
import { keepFirst } from './keep-first.ts';

/** In the order of a run: by path, or with the history as they came in. */
export function joinFindings<T>(shards: readonly { readonly findings: readonly T[]; readonly shard: ShardFacts }[], getPath: (finding: T) => string, isAllowed: (finding: T) => boolean): T[] {
  if (shards.every(({ shard }) => shard.sightings === undefined)) return byPath(shards.flatMap(({ findings }) => findings), getPath);
  return keepFirst(
    shards.flatMap(({ findings, shard: { sightings = [] } }) => findings.flatMap((finding, index) => {
      const sighting = sightings[index];
      return sighting === undefined ? [] : [{ ...sighting, finding, path: getPath(finding), isAllowed: isAllowed(finding) }];
    })),
  );
}
