import type { Problem } from './problem.ts';
import { findLowest } from './range-list.ts';
import type { Range } from './range.ts';
import { Secret } from './secret.ts';

export const maskText = '****';

/**
 * Gives a function that shows a part of a text with everything secret in it masked: the ranges that the problems name,
 * and every other place where one of the values stands again.
 */
export function createMask(text: string, problems: readonly Problem[]): (range: Range) => string {
  const ranges = problems.flatMap((problem) => problem.secretRanges).sort((a, b) => a[0] - b[0]);
  let end = 0;
  const ends = ranges.map((range) => (end = Math.max(end, range[1])));
  const redact = createRedact(problems);
  return (range) => {
    let shown = '';
    let offset = range[0];
    // all before it have ended before the part begins
    for (let index = findLowest(ends.length, (place) => (ends[place] ?? 0) > range[0]); index < ranges.length; index++) {
      const secret = ranges[index] ?? range;
      if (secret[0] >= range[1]) break;
      if (secret[1] <= offset) continue;
      shown += text.slice(offset, Math.max(offset, secret[0])) + maskText;
      offset = Math.min(secret[1], range[1]);
    }
    return redact(shown + text.slice(offset, range[1]));
  };
}

/** Masks the values themselves, wherever they stand. */
export const createRedact = (problems: readonly Problem[]): ((text: string) => string) => Secret.redactAll(problems.flatMap(({ secret }) => (secret === undefined ? [] : [secret])));
