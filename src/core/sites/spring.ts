import type { Range } from '../range.ts';

export interface SpringSite {
  readonly carrier: 'spring';
  /** Such as `spring.datasource.password`. */
  readonly property: string;
  /** The value with its quotes. */
  readonly range: Range;
  /** The value stands in braces or brackets of YAML, where a brace without quotes would end it. */
  readonly isFlow: boolean;
  /** The lines of the property, where they can go without leaving anything behind. */
  readonly lines?: Range;
  /** Paths of Parameter Store that the file imports. */
  readonly importedPaths: readonly string[];
  readonly refusal?: string;
}
