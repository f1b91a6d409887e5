/** Code points as sorted ranges that do not touch, both ends included. */
export type CharSet = readonly (readonly [first: number, last: number])[];

const lastPoint = 0x10_ff_ff;

export const anything: CharSet = [[0, lastPoint]];
export const nothing: CharSet = [];

export function unite(...sets: readonly CharSet[]): CharSet {
  const result: [number, number][] = [];
  for (const [first, last] of sets.flat().sort((a, b) => a[0] - b[0])) {
    const before = result.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else result.push([first, last]);
  }
  return result;
}

export function invert(set: CharSet): CharSet {
  const result: [number, number][] = [];
  let next = 0;
  for (const [first, last] of set) {
    if (first > next) result.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= lastPoint) result.push([next, lastPoint]);
  return result;
}

/** As `invert`, for a set that is exact for ASCII only. */
export const invertRoughly = (set: CharSet): CharSet => unite(invert(set), [[128, lastPoint]]);

export const isTouching = (a: CharSet, b: CharSet): boolean => a.some(([first, last]) => b.some(([start, end]) => first <= end && start <= last));

export const subtract = (set: CharSet, without: CharSet): CharSet => (without.length === 0 ? set : invert(unite(invert(set), without)));

export const ofChars = (chars: string): CharSet => unite(Array.from(chars, (char) => [char.codePointAt(0) ?? 0, char.codePointAt(0) ?? 0] as const));

/** ASCII and Latin-1 letters in both cases; what lies beyond is taken as it is. */
export function foldCase(set: CharSet): CharSet {
  const shift = (from: number, to: number, by: number): CharSet =>
    set.flatMap(([first, last]) => (first <= to && from <= last ? [[Math.max(first, from) + by, Math.min(last, to) + by] as const] : []));
  return unite(set, shift(0x41, 0x5a, 32), shift(0x61, 0x7a, -32), shift(0xc0, 0xde, 32), shift(0xe0, 0xfe, -32));
}

export const digits = ofChars('0123456789');
export const wordChars = unite(digits, [[0x41, 0x5a], [0x61, 0x7a]], ofChars('_'));
export const spaces = unite(ofChars('\t\n\v\f\r \u00A0\u1680\u2028\u2029\u202F\u205F\u3000\uFEFF'), [[0x2000, 0x200a]]);
export const lineBreaks = ofChars('\n\r\u2028\u2029');

export const intersect = (a: CharSet, b: CharSet): CharSet =>
  a === anything ? b : b === anything ? a : a.flatMap(([first, last]) => b.flatMap(([start, end]) => (first <= end && start <= last ? [[Math.max(first, start), Math.min(last, end)] as const] : [])));
