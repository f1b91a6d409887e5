import type { Range } from '../range.ts';

export interface LogSite {
  readonly carrier: 'log';
  readonly language: 'javascript' | 'python';
  /** The expression that brings the secret, its place in a template or f-string with the braces, or `...x` as a whole. */
  readonly range: Range;
  readonly place: 'expression' | 'template-part' | 'shorthand' | 'object-spread';
  readonly refusal?: string;
}
