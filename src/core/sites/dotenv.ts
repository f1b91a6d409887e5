import type { Range } from '../range.ts';

export interface DotenvSite {
  readonly carrier: 'dotenv';
  /** The value with its quotes. */
  readonly range: Range;
  readonly refusal?: string;
}
