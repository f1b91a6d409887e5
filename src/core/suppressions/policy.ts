import { isAllowed, type Allowance } from './allowance.ts';
import { covers, findComments, type Comment } from './comments.ts';
import { createLineIndex } from './line-index.ts';
import { findMarkers, isMarked, type Marker } from './markers.ts';
import type { Place, Suppression } from './suppression.ts';

/** What a project lets pass, beside the comments in its files. */
export interface Policy {
  readonly allow: readonly Allowance[];
  /** Whether comments for other scanners count. */
  readonly hasMarkers: boolean;
  /** An ISO date. */
  readonly today: string;
}

/** Comments without an expiry only. */
export const plainPolicy: Policy = { allow: [], hasMarkers: true, today: '' };

/** What one file lets pass, by line. */
export interface Suppressions {
  comments(first: number, last: number): readonly Comment[];
  markers(first: number, last: number): readonly Marker[];
}

export const readSuppressions = (text: string, lineStarts: readonly number[], { hasMarkers }: Policy): Suppressions => ({
  comments: createLineIndex(findComments(text, lineStarts)),
  markers: createLineIndex(hasMarkers ? findMarkers(text, lineStarts) : []),
});

export function findSuppression({ comments, markers }: Suppressions, place: Place, { allow, today }: Policy): Suppression | undefined {
  const [first, last] = place.lines;
  return comments(first, last).find((comment) => covers(comment, place, today)) ?? markers(first, last + 1).find((marker) => isMarked(marker, place)) ?? allow.find((allowance) => isAllowed(allowance, place, today));
}
