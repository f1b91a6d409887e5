import type { Kept } from '../../io/git/pack-walk.ts';
import { decode } from '../../io/decode.ts';
import { sure } from '../../prefilter/places.ts';
import { carryOver, type Carried } from './carry.ts';
import type { FindPlaces } from './look.ts';
import type { Sight, Sightings } from './sightings.ts';

/** Finds the places in a blob; of one that was packed against another, only in what is new. */
export function lookAtBlob(content: Uint8Array, kept: Kept<Sight> | undefined, find: FindPlaces, { surroundings }: Pick<Sightings, 'surroundings'>): Sight {
  if (content.length === 0) return nothing;
  // letters of two or four bytes are no keywords: such a file is one place
  if (isWide(content)) return { places: [], numbers: [surroundings.add(content, { index: 0, kind: sure })] };
  const carried = kept === undefined ? undefined : carryOver(kept, content.length);
  const { places, numbers, gaps }: Carried = carried ?? { ...nothing, gaps: [[0, content.length]] };
  const news: { place: number; number: number }[] = [];
  for (const [from, to] of gaps) for (const sighted of find(content, from, to)) news.push({ place: sighted.index, number: surroundings.add(content, sighted) });
  return news.length === 0 ? { places, numbers } : merge({ places, numbers }, news);
}

const nothing: Sight = { places: [], numbers: [] };

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
  const first = content[0] ?? 0;
  if (first !== 0xff && first !== 0xfe && first !== 0 && content[1] !== 0 && content[2] !== 0 && content[3] !== 0) return false;
  return /^utf-(?:16|32)/u.test(decode(content.subarray(0, 1024)).encoding);
}
