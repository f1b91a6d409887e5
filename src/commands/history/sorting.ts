import type { PlaceSearch } from '../../prefilter/places.ts';
import type { Sightings } from './sightings.ts';
import { createSuspect } from './suspect.ts';

/** Which versions may matter, by what was seen in them and by their paths; `path` is a number in `paths`. */
export interface Sorting {
  /** Whether something may stand in the version. */
  mayMatter(path: number, blob: number): boolean;
  /** Hashes of the places at which it may stand; undefined where the version is read in any case. */
  getPlaces(path: number, blob: number): readonly number[] | undefined;
}

export function createSorting(paths: readonly string[], isWanted: (path: number) => boolean, sightings: Sightings, search: PlaceSearch): Sorting {
  const suspect = createSuspect(sightings, search);
  const always = paths.map(suspect.isAlways);
  return {
    mayMatter: (path, blob) => (always[path] === true || sightings.placesOf.has(blob)) && isWanted(path),
    getPlaces: (path, blob) => (always[path] === true ? undefined : suspect.choose(paths[path] ?? '', sightings.placesOf.get(blob) ?? [])),
  };
}
