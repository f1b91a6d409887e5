import type { Problem } from './problem.ts';
import { isOverlapping, type Range } from './range.ts';

export const maskText = '****';

/**
 * Gives a function that shows a part of a text with everything secret in it masked: the ranges that the problems name,
 * and every other place where one of the values stands again.
 */
export function createMask(text: string, problems: readonly Problem[]): (range: Range) => string {
  const ranges = problems.flatMap((problem) => problem.secretRanges).sort((a, b) => a[0] - b[0]);
  const redact = createRedact(problems);
  return (range) => {
    let shown = '';
    let offset = range[0];
    for (const secret of ranges) {
      if (!isOverlapping(secret, range) || secret[1] <= offset) continue;
      shown += text.slice(offset, Math.max(offset, secret[0])) + maskText;
      offset = Math.min(secret[1], range[1]);
    }
    return redact(shown + text.slice(offset, range[1]));
  };
}

/** Masks the values themselves, wherever they stand. */
export function createRedact(problems: readonly Problem[]): (text: string) => string {
  const secrets = problems.flatMap(({ secret }) => (secret === undefined ? [] : [secret]));
  return (text) => secrets.reduce((shown, secret) => secret.redact(shown), text);
}
