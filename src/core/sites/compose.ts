import type { Range } from '../range.ts';

export interface ComposeSite {
  readonly carrier: 'compose';
  /** The value, without its quotes; in `- NAME=value` what stands after the sign. */
  readonly range: Range;
  /** Name of the variable. */
  readonly variable: string;
  /** Between braces a bare value may hold none. */
  readonly needsQuotes: boolean;
  /** For a running container, or for its build. */
  readonly phase: 'start' | 'build';
  readonly refusal?: string;
}
