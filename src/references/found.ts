import type { Problem } from '../core/problem.ts';
import type { Reference } from '../core/reference.ts';

/** Parameters and secrets that a text names, and what is wrong with the way it does so whatever is stored. */
export interface FoundReferences {
  readonly references: readonly Reference[];
  readonly problems: readonly Problem[];
}

export const noReferences: FoundReferences = { references: [], problems: [] };
