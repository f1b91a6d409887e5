import { getEnvironment } from './parameter-names.ts';

const limit = 3;

/**
 * Names that a missing one may be meant to be, likeliest first, at most three: those that differ in case, then by a slip of the
 * pen, then the same path in another stage, then the same last part.
 */
export function getNearNames(missing: string, names: readonly string[]): string[] {
  const near: { readonly name: string; readonly distance: number }[] = [];
  for (const name of new Set(names)) {
    const distance = getDistance(missing, name);
    if (distance !== undefined) near.push({ name, distance });
  }
  return near.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1)).slice(0, limit).map(({ name }) => name);
}

/** What to search a store for, to find such names. */
export function getNeighbourFragments(missing: string): string[] {
  const slash = missing.lastIndexOf('/');
  return [missing.slice(0, slash + 1), missing.slice(slash + 1)].filter((fragment) => fragment.length > 2);
}

function getDistance(missing: string, name: string): number | undefined {
  if (missing === name) return undefined;
  const [a, b] = [missing.toLowerCase(), name.toLowerCase()];
  if (a === b) return 0;
  const slips = countSlips(a, b, maxSlips);
  // three letters of a short name make another name
  if (slips !== undefined && slips < a.length / 4) return slips;
  if (toStageless(a) === toStageless(b)) return maxSlips + 1;
  return getLast(a) === getLast(b) ? maxSlips + 2 : undefined;
}

const maxSlips = 3;

const getLast = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

const toStageless = (name: string): string => name.split('/').map((part) => (getEnvironment(part) === undefined ? part : '*')).join('/');

/** Insertions, deletions and replacements from one to the other, if they are at most `max` (Wagner and Fischer, 1974, in a band). */
function countSlips(a: string, b: string, max: number): number | undefined {
  if (Math.abs(a.length - b.length) > max) return undefined;
  // `slips[shift + max]`: between the first `row` letters of one and the first `row + shift` of the other
  let slips = Array.from({ length: 2 * max + 1 }, (_, index) => (index < max ? Infinity : index - max));
  for (let row = 1; row <= a.length; row++) {
    const above = slips;
    slips = [];
    for (let shift = -max; shift <= max; shift++) {
      const column = row + shift;
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      const replaced = column > 0 ? at(above, shift + max) + (isSame ? 0 : 1) : Infinity;
      slips.push(column < 0 || column > b.length ? Infinity : Math.min(replaced, at(above, shift + max + 1) + 1, at(slips, shift + max - 1) + 1));
    }
    if (Math.min(...slips) > max) return undefined;
  }
  const count = at(slips, b.length - a.length + max);
  return count <= max ? count : undefined;
}

const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
