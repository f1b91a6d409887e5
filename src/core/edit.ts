import { isOverlapping, type Range } from './range.ts';

/** Replaces the text in a range; an empty range inserts. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
  /** Of insertions at one place the lower stands first; 0 by default. */
  readonly rank?: number;
}

/**
 * Joins the edits of several fixes of one text. The same edit asked for twice (an import that two fixes need)
 * is made once. Gives undefined where two edits overlap.
 */
export function mergeEdits(groups: readonly (readonly Edit[])[]): Edit[] | undefined {
  const merged: Edit[] = [];
  for (const edit of groups.flat()) {
    if (merged.some((other) => isSameEdit(edit, other))) continue;
    if (merged.some((other) => isOverlapping(edit.range, other.range))) return undefined;
    merged.push(edit);
  }
  return merged.sort(compareEdits);
}

/** `edits` must not overlap, as `mergeEdits` leaves them. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let end = 0;
  for (const edit of [...edits].sort(compareEdits)) {
    result += text.slice(end, edit.range[0]) + edit.text;
    end = edit.range[1];
  }
  return result + text.slice(end);
}

const isSameEdit = (a: Edit, b: Edit): boolean =>
  a.range[0] === b.range[0] && a.range[1] === b.range[1] && a.text === b.text;

const compareEdits = (a: Edit, b: Edit): number => a.range[0] - b.range[0] || a.range[1] - b.range[1] || (a.rank ?? 0) - (b.rank ?? 0);
