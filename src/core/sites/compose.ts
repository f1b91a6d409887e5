import type { Range } from '../range.ts';

export interface ComposeSite {
  readonly carrier: 'compose';
  /** The value, without its quotes; in `- NAME=value` what stands after the sign. */
  readonly range: Range;
  /** Name of the variable. */
  readonly variable: string;
  /** Where the quotes begin that a bare text between braces has to get: before the value, or before `NAME=value`. */
  readonly quotesFrom?: number;
  /** For a running container, or for its build. */
  readonly phase: 'start' | 'build';
  readonly refusal?: string;
}
