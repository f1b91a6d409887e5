import { createCustomDetect, getCustom } from '../../core/custom-detect.ts';
import type { Config } from '../../core/config.ts';
import { detectors } from '../../detectors/index.ts';
import { createKernel } from '../../kernel/create-kernel.ts';
import { createPlaceSearch, isSure, reach, run, type Part, type Place, type PlaceSearch } from '../../prefilter/places.ts';
import { findRunPlaces } from './run-places.ts';

/**
 * Where between two places of some bytes a secret may stand. What is further away than `reach` has no say in it, so that a part of a
 * file can be looked at alone, and what was seen in one version is true of another that has the same bytes there.
 */
export type FindPlaces = (bytes: Uint8Array, from: number, to: number) => readonly Place[];

/** Made when the first version is looked at: often nothing is new. */
export function createSearch(config: Config): PlaceSearch {
  let made: PlaceSearch | undefined;
  const make = (): PlaceSearch => (made ??= createPlaceSearch({ detectors, custom: getCustom(config), detect: createCustomDetect(detectors, config), createKernel }));
  return { getRoom: (length) => make().getRoom(length), find: (...parts) => make().find(...parts), openPath: (path) => make().openPath(path) };
}

export function createLook(search: PlaceSearch): FindPlaces {
  let bytes: Uint8Array = new Uint8Array();
  let [from, to, start, end] = [0, 0, 0, 0];
  let text: string | undefined;
  let places: Place[] = [];
  let runs: number[] = [];
  const part: Part = {
    isMeant: (index) => start + index >= from && start + index < to,
    getText: () => (text ??= toText(bytes, Math.max(0, start - reach), end + reach)),
    getOffset: () => Math.min(start, reach),
  };
  const visit = ({ index, kind }: Place): void => {
    if (kind === run) runs.push(start + index);
    else places.push({ index: start + index, kind });
  };
  return (content, first, last) => {
    bytes = content;
    [from, to, start, end] = [first, last, Math.max(0, first - before), Math.min(content.length, last + behind)];
    text = undefined;
    places = [];
    runs = [start];
    search.getRoom(end - start).set(bytes.subarray(start, end));
    search.find(end - start, part, visit);
    return mergePlaces(places, findRunPlaces(bytes, runs, from, to));
  };
}

/** What is sure stands alone at its place. */
function mergePlaces(places: readonly Place[], runs: readonly Place[]): readonly Place[] {
  const all = runs.length === 0 ? places : [...places, ...runs].sort((a, b) => a.index - b.index || b.kind - a.kind);
  if (all.length < 2) return all;
  const sures = new Map(all.filter(({ kind }) => isSure(kind)).map((place) => [place.index, place]));
  return sures.size === 0 ? all : all.filter((place) => (sures.get(place.index) ?? place) === place);
}

/** Longer than any keyword, and than what tells a run. */
const before = 128;
/** As far as the kernel looks behind a keyword. */
const behind = 400;

const toText = (bytes: Uint8Array, start: number, end: number): string => Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end, bytes.length) - start).toString('latin1');
