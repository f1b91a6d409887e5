import { isAllowed, type Allowance } from './allowance.ts';
import { covers, findComments, type Comment } from './comments.ts';
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

/** What one file lets pass. */
export interface Suppressions {
  readonly comments: readonly Comment[];
  readonly markers: readonly Marker[];
}

export const readSuppressions = (text: string, lineStarts: readonly number[], { hasMarkers }: Policy): Suppressions => ({
  comments: findComments(text, lineStarts),
  markers: hasMarkers ? findMarkers(text, lineStarts) : [],
});

export function findSuppression({ comments, markers }: Suppressions, place: Place, { allow, today }: Policy): Suppression | undefined {
  return comments.find((comment) => covers(comment, place, today)) ?? markers.find((marker) => isMarked(marker, place)) ?? allow.find((allowance) => isAllowed(allowance, place, today));
}
