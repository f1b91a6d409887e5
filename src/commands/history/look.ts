import type { Config } from '../../core/config.ts';
import { toDetector } from '../../core/custom-formats.ts';
import { detectors } from '../../detectors/index.ts';
import { createKernel } from '../../kernel/create-kernel.ts';
import { listKeywords, type AskedKeyword, type PlaceKind } from './keywords.ts';
import { reach } from './place-hash.ts';
import { findRunPlaces } from './run-places.ts';

/**
 * Where between two places of some bytes a secret may stand. What is further away than `reach` has no say in it, so that a part of a
 * file can be looked at alone, and what was seen in one version is true of another that has the same bytes there.
 */
export type FindPlaces = (bytes: Uint8Array, from: number, to: number) => SightedPlace[];

export interface SightedPlace {
  readonly place: number;
  readonly kind: PlaceKind;
}

export function createLook({ formats, foreign }: Config): FindPlaces {
  const keywords = listKeywords([...detectors, ...formats.map(toDetector), ...(foreign?.detectors ?? [])]);
  const kernel = createKernel(keywords.map(({ keyword }) => keyword), { hasRuns: true });
  return (bytes, from, to) => {
    const start = Math.max(0, from - around);
    const end = Math.min(bytes.length, to + around);
    kernel.getRoom(end - start).set(bytes.subarray(start, end));
    const places: SightedPlace[] = [];
    const runs = [start];
    kernel.find(end - start, (number, index) => {
      const place = start + index;
      const asked = keywords[number];
      if (asked === undefined) runs.push(place);
      else if (place >= from && place < to && !(places.at(-1)?.place === place && places.at(-1)?.kind === 'sure')) {
        const first = Math.max(0, place - reach);
        const text = toText(bytes, first, place + reach);
        const kind = ask(asked, text, place - first);
        if (kind === undefined) return undefined;
        if (places.at(-1)?.place === place) places.pop();
        places.push({ place, kind });
      }
      return undefined;
    });
    return mergePlaces(places, findRunPlaces(bytes, runs, from, to));
  };
}

/** The surest answer at a place. */
function ask({ questions }: AskedKeyword, text: string, index: number): PlaceKind | undefined {
  const answers = questions.map((question) => question(text, index));
  return answers.find((answer) => answer === 'sure') ?? answers.find((answer) => answer !== undefined);
}

function mergePlaces(places: SightedPlace[], runs: readonly SightedPlace[]): SightedPlace[] {
  if (runs.length === 0) return places;
  const all = [...places, ...runs].sort((a, b) => a.place - b.place || (a.kind === 'sure' ? -1 : b.kind === 'sure' ? 1 : 0));
  return all.filter(({ place, kind }, index) => all[index - 1]?.place !== place || (kind !== all[index - 1]?.kind && all[index - 1]?.kind !== 'sure'));
}

/** Longer than any keyword, and than what tells a run. */
const around = 128;

const toText = (bytes: Uint8Array, start: number, end: number): string => Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end, bytes.length) - start).toString('latin1');
