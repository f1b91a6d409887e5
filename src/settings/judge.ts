import type { Detect, Match, Place } from '../core/detect.ts';
import type { FileFormat, FormatValue } from '../core/file-format.ts';
import { getNameKind } from '../core/names.ts';
import type { Problem } from '../core/problem.ts';
import { isOverlapping, type Range } from '../core/range.ts';
import type { SourceFile } from '../core/scanner.ts';
import { dropOverlapping, toSecretProblem } from '../core/secret-problem.ts';
import { findFormat, locateByPattern, matchFormat } from './format-values.ts';

/** What a reader found in a file, and how the values there are to be taken. */
export interface Reading {
  readonly values: Iterable<FormatValue>;
  readonly place: Place;
}

/**
 * The secrets among the values of a file. `loose` is what the text alone told: of a value that the reader knows it tells nothing
 * new, and often where it ends wrongly.
 */
export function judgeReading(file: SourceFile, { values, place }: Reading, detect: Detect, loose: readonly Problem[]): Problem[] {
  const formats = file.rows ?? [];
  const found: Problem[] = [];
  const known: Range[] = [];
  for (const value of values) {
    const format = findFormat(formats, value);
    if (format === undefined && getNameKind(value.name) === undefined) continue;
    known.push(value.range);
    const match = judge(value, format, place, detect);
    if (match !== undefined) found.push(toSecretProblem(match, { subject: { name: value.name, path: value.path } }));
  }
  const isKnown = toTest(known);
  return dropOverlapping([...loose.filter(isToken), ...found, ...loose.filter((problem) => !isKnown(problem.range))]);
}

/** Credentials of files that have no names for them. */
export function findLocated(file: SourceFile): Problem[] {
  return [...locateByPattern(file.rows ?? [], file.text)].flatMap((located) => {
    const match = matchFormat(located.format, located);
    return match === undefined ? [] : [toSecretProblem(match, { subject: { name: located.name, path: [] } })];
  });
}

const judge = (value: FormatValue, format: FileFormat | undefined, place: Place, detect: Detect): Match | undefined =>
  format === undefined ? detect.named({ ...value, place }) : matchFormat(format, value);

/** Found by its own form, whatever its name. */
export const isToken = ({ kind }: Problem): boolean => !/^(?:password|secret)-value$/u.test(kind);

/** Tells whether a range overlaps one of these, which come in the order of the text. */
function toTest(known: readonly Range[]): (range: Range) => boolean {
  const ordered = [...known].sort((a, b) => a[0] - b[0]);
  return (range) => {
    let low = 0;
    let high = ordered.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.[1] ?? 0) <= range[0]) low = middle + 1;
      else high = middle;
    }
    const next = ordered[low];
    return next !== undefined && isOverlapping(next, range);
  };
}
