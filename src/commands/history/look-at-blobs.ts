import { readObjects } from '../../io/git/cat-file.ts';
import { openWalk, type Kept, type WalkRoots } from '../../io/git/pack-walk.ts';
import type { Repository } from '../../io/git/repository.ts';
import { getUnpacker } from '../../io/git/thread-unpacker.ts';
import { reach, type PlaceSearch } from '../../prefilter/places.ts';
import { lookAtBlob } from './look-at-blob.ts';
import { createLook } from './look.ts';
import { countLook, takeRoots, type SharedLooks } from './shared-looks.ts';
import type { Sight, Sightings } from './sightings.ts';
import type { Watch } from './watch.ts';

/** Looks at blobs, each once, and keeps what was seen. */
export interface Looker {
  /** Those of the packs that no other thread takes, as far as they can be read here; git does the rest. Yields after each. */
  lookAtPacks(looks: SharedLooks, sizeLimit: number): Generator<undefined>;
  /** Those of these blobs that were not looked at yet. */
  lookAtRest(repository: Repository, blobs: readonly number[], sizeLimit: number, watch: Watch): Promise<ReadonlyMap<number, 'missing' | 'too large'>>;
}

export function createLooker(sightings: Sightings, search: PlaceSearch): Looker {
  const find = createLook(search);
  const look = (id: Uint8Array, content: Uint8Array, kept: Kept<Sight> | undefined): Sight => {
    const sight = lookAtBlob(content, kept, find, sightings);
    sightings.add(id, content.length, sight);
    return sight;
  };
  return {
    *lookAtPacks(looks, sizeLimit) {
      const unpacker = getUnpacker();
      if (unpacker === undefined) return;
      let count = 0;
      let byteCount = 0;
      const open = (pack: number): WalkRoots | undefined => {
        const wanted = looks.wanted?.[pack];
        const visit = (id: Uint8Array, content: Uint8Array, kept: Kept<Sight> | undefined, entry: number): Sight => {
          if (wanted !== undefined && wanted[entry] !== 1) return unseen;
          count++;
          byteCount += content.length;
          return look(id, content, kept?.state === unseen ? undefined : kept);
        };
        const walked = looks.packs[pack];
        return walked && openWalk(walked, { unpacker, shortestSpan: reach, sizeLimit, visit });
      };
      const walks: (WalkRoots | undefined)[] = [];
      for (let part = takeRoots(looks); part !== undefined; part = takeRoots(looks)) {
        const walk = (walks[part.pack] ??= open(part.pack));
        if (walk !== undefined) yield* walk(part.roots);
        countLook(looks, count, byteCount);
        count = byteCount = 0;
      }
    },
    async lookAtRest(repository, blobs, sizeLimit, watch) {
      const rest = blobs.filter((blob) => !sightings.isLooked(blob));
      const unlooked = new Map<number, 'missing' | 'too large'>();
      await readObjects(repository, rest.map(sightings.blobs.toHex), sizeLimit, (index, content) => {
        const blob = rest[index] ?? 0;
        if (typeof content === 'string') unlooked.set(blob, content);
        else look(sightings.blobs.getBytes(blob), content, undefined);
      }, { signal: watch.signal });
      return unlooked;
    },
  };
}

/** Of a blob that was not looked at: nothing is carried over from it. */
const unseen: Sight = { places: [], numbers: [] };
