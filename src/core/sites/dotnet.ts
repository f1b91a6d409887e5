import type { Range } from '../range.ts';

export interface DotnetSite {
  readonly carrier: 'dotnet';
  /** Keys of the configuration, outermost first: `['ConnectionStrings', 'Default']`. */
  readonly keys: readonly string[];
  /** From the key to the end of the value. */
  readonly range: Range;
  /** Where the property before it ends and the one after it begins. */
  readonly previousEnd?: number;
  readonly nextStart?: number;
  readonly refusal?: string;
}
