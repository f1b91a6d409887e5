import { readObjects } from '../../io/git/cat-file.ts';
import { openPacks } from '../../io/git/packs.ts';
import type { Kept } from '../../io/git/pack-walk.ts';
import type { Repository } from '../../io/git/repository.ts';
import { decode } from '../../io/decode.ts';
import { reach, sure, type PlaceSearch } from '../../prefilter/places.ts';
import { carryOver, type Carried } from './carry.ts';
import { describeShare, group } from '../sweep/progress-line.ts';
import { createLook, type FindPlaces } from './look.ts';
import type { Sight, Sightings } from './sightings.ts';
import type { Watch } from './watch.ts';

/** Looks at blobs, each once, and keeps what was seen. */
export interface Looker {
  /** All blobs of the repository's packs, or those that pass, as far as they can be read here; git does the rest. */
  lookAtPacks(repository: Repository, sizeLimit: number, watch: Watch, isWanted?: (id: Uint8Array) => boolean): Promise<void>;
  /** Those of these blobs that were not looked at yet. */
  lookAtRest(repository: Repository, blobs: readonly number[], sizeLimit: number, watch: Watch): Promise<ReadonlyMap<number, 'missing' | 'too large'>>;
}

export function createLooker(sightings: Sightings, search: PlaceSearch): Looker {
  const find = createLook(search);
  let count = 0;
  let byteCount = 0;
  const describe = (share: number, elapsed: number): string => describeShare(share, `${group(count)} versions, ${group(Math.round(byteCount / 1_048_576))} MB looked at`, elapsed);
  const look = (id: Uint8Array, content: Uint8Array, kept: Kept<Sight> | undefined): Sight => {
    count++;
    byteCount += content.length;
    const sight = lookAt(content, kept, find, sightings);
    sightings.add(id, content.length, sight);
    return sight;
  };
  return {
    async lookAtPacks(repository, sizeLimit, watch, isWanted = () => true) {
      const visit = (id: Uint8Array, content: Uint8Array, kept: Kept<Sight> | undefined): Sight => (isWanted(id) ? look(id, content, kept?.state === unseen ? undefined : kept) : unseen);
      for (const pack of openPacks(repository, { shortestSpan: reach, sizeLimit, visit })) {
        for (let step = pack.next(); step.done !== true && !watch.isCut(); step = pack.next()) {
          const share = step.value;
          if (count % stride === 0) await watch.breathe((elapsed) => describe(share, elapsed));
        }
        pack.return(0);
      }
    },
    async lookAtRest(repository, blobs, sizeLimit, watch) {
      const rest = blobs.filter((blob) => !sightings.isLooked(blob));
      const unlooked = new Map<number, 'missing' | 'too large'>();
      await readObjects(repository, rest.map(sightings.blobs.toHex), sizeLimit, (index, content) => {
        const blob = rest[index] ?? 0;
        if (typeof content === 'string') unlooked.set(blob, content);
        else look(sightings.blobs.getBytes(blob), content, undefined);
      }, watch.signal);
      return unlooked;
    },
  };
}

/** Versions from one look at the clock to the next. */
const stride = 8;

function lookAt(content: Uint8Array, kept: Kept<Sight> | undefined, find: FindPlaces, sightings: Sightings): Sight {
  if (content.length === 0) return nothing;
  // letters of two or four bytes are no keywords: such a file is one place
  if (isWide(content)) return { places: [], numbers: [sightings.surroundings.add(content, { index: 0, kind: sure })] };
  const carried = kept === undefined ? undefined : carryOver(kept, content.length);
  const { places, numbers, gaps }: Carried = carried ?? { ...nothing, gaps: [[0, content.length]] };
  const news: { place: number; number: number }[] = [];
  for (const [from, to] of gaps) for (const sighted of find(content, from, to)) news.push({ place: sighted.index, number: sightings.surroundings.add(content, sighted) });
  return news.length === 0 ? { places, numbers } : merge({ places, numbers }, news);
}

const nothing: Sight = { places: [], numbers: [] };

/** Of a blob that was not looked at: nothing is carried over from it. */
const unseen: Sight = { places: [], numbers: [] };

function merge({ places, numbers }: Sight, news: readonly { readonly place: number; readonly number: number }[]): Sight {
  const merged = { places: [] as number[], numbers: [] as number[] };
  let next = 0;
  const takeUpTo = (end: number): void => {
    for (; next < places.length && (places[next] ?? 0) < end; next++) {
      merged.places.push(places[next] ?? 0);
      merged.numbers.push(numbers[next] ?? 0);
    }
  };
  for (const { place, number } of news) {
    takeUpTo(place);
    merged.places.push(place);
    merged.numbers.push(number);
  }
  takeUpTo(Number.POSITIVE_INFINITY);
  return merged;
}

/** UTF-16 and UTF-32, as `decode` tells by the first bytes. */
function isWide(content: Uint8Array): boolean {
  const [first, second, third, fourth] = content;
  if (first !== 0xff && first !== 0xfe && first !== 0 && second !== 0 && third !== 0 && fourth !== 0) return false;
  return /^utf-(?:16|32)/u.test(decode(content.subarray(0, 1024)).encoding);
}
