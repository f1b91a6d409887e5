import type { Config } from '../../core/config.ts';
import { toDetector } from '../../core/custom-formats.ts';
import { detectors } from '../../detectors/index.ts';
import { createKernel } from '../../kernel/create-kernel.ts';
import { listKeywords } from './keywords.ts';
import { reach } from './place-hash.ts';
import { findRunPlaces } from './run-places.ts';

/**
 * Where between two places of some bytes a secret may stand. What is further away than `reach` has no say in it, so that a part of a
 * file can be looked at alone, and what was seen in one version is true of another that has the same bytes there.
 */
export type FindPlaces = (bytes: Uint8Array, from: number, to: number) => number[];

export function createLook({ formats, foreign }: Config): FindPlaces {
  const keywords = listKeywords([...detectors, ...formats.map(toDetector), ...(foreign?.detectors ?? [])]);
  const kernel = createKernel(keywords.map(({ keyword }) => keyword), { hasRuns: true });
  return (bytes, from, to) => {
    const start = Math.max(0, from - around);
    const end = Math.min(bytes.length, to + around);
    kernel.getRoom(end - start).set(bytes.subarray(start, end));
    const places: number[] = [];
    const runs = [start];
    kernel.find(end - start, (number, index) => {
      const place = start + index;
      const asked = keywords[number];
      if (asked === undefined) runs.push(place);
      else if (place >= from && place < to && places.at(-1) !== place) {
        const first = Math.max(0, place - reach);
        const text = toText(bytes, first, place + reach);
        if (asked.questions.some((question) => question(text, place - first))) places.push(place);
      }
      return undefined;
    });
    const inRuns = findRunPlaces(bytes, runs, from, to);
    return inRuns.length === 0 ? places : [...new Set([...places, ...inRuns])].sort((a, b) => a - b);
  };
}

/** Longer than any keyword, and than what tells a run. */
const around = 128;

const toText = (bytes: Uint8Array, start: number, end: number): string => Buffer.from(bytes.buffer, bytes.byteOffset + start, Math.min(end, bytes.length) - start).toString('latin1');
