import type { Range } from '../range.ts';

export interface ShellSite {
  readonly carrier: 'shell';
  /** From `export` or the name to the end of the value. */
  readonly range: Range;
  readonly variable: string;
  readonly isExport: boolean;
  /** White space before the statement, for a second line. */
  readonly indent: string;
  readonly refusal?: string;
}
