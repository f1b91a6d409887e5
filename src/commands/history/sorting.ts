import type { Config } from '../../core/config.ts';
import type { PlaceSearch } from '../../prefilter/places.ts';
import type { Sightings } from './sightings.ts';
import { createSuspect } from './suspect.ts';

/** Which versions may matter, by what was seen in them and by their paths; `path` is a number in `paths`. */
export interface Sorting {
  /** Whether something may stand in the version. */
  mayMatter(path: number, blob: number): boolean;
  /** Hashes of what may stand in it; undefined where the version is read in any case. */
  getPlaces(path: number, blob: number): readonly number[] | undefined;
}

export function createSorting(paths: readonly string[], isWanted: (path: number) => boolean, sightings: Sightings, search: PlaceSearch, { allow, foreign }: Pick<Config, 'allow' | 'foreign'>): Sorting {
  const suspect = createSuspect(sightings, search, allow.length > 0 || foreign !== undefined);
  const always = paths.map(suspect.isAlways);
  return {
    mayMatter: (path, blob) => (always[path] === true || sightings.getNumbers(blob).length > 0) && isWanted(path),
    getPlaces: (path, blob) => (always[path] === true ? undefined : suspect.choose(paths[path] ?? '', sightings.getNumbers(blob))),
  };
}
