import { findLowest } from '../../core/range-list.ts';
import type { Range } from '../../core/range.ts';
import type { Kept } from '../../io/git/pack-walk.ts';
import { reach } from '../../prefilter/places.ts';
import type { Sight } from './sightings.ts';

export interface Carried extends Sight {
  /** What must be looked at, in its order. */
  readonly gaps: readonly Range[];
}

/**
 * What is known of a version from the one that it was packed against: of a place of which all bytes that have a say were copied, all is
 * known. `size`: bytes of this version.
 */
export function carryOver({ state, size: baseSize, spans }: Kept<Sight>, size: number): Carried {
  const places: number[] = [];
  const numbers: number[] = [];
  const gaps: Range[] = [];
  let known = 0;
  for (let at = 0; at < spans.length; at += 3) {
    const to = spans[at] ?? 0;
    const from = spans[at + 1] ?? 0;
    const end = to + (spans[at + 2] ?? 0);
    // at the beginning or the end of both there is nothing further that could have a say
    const start = to === 0 && from === 0 ? 0 : to + reach;
    const stop = end === size && from + end - to === baseSize ? size : end - reach;
    if (stop <= start) continue;
    if (start > known) gaps.push([known, start]);
    const move = to - from;
    for (let index = findLowest(state.places.length, (at) => (state.places[at] ?? 0) >= start - move); index < state.places.length && (state.places[index] ?? 0) < stop - move; index++) {
      places.push((state.places[index] ?? 0) + move);
      numbers.push(state.numbers[index] ?? 0);
    }
    known = stop;
  }
  if (known < size) gaps.push([known, size]);
  return { places, numbers, gaps };
}
