import type { Range } from '../range.ts';

export interface CloudFormationSite {
  readonly carrier: 'cloudformation';
  /** The scalar with its quotes. */
  readonly range: Range;
  readonly format: 'json' | 'yaml';
  /** Such as `AWS::RDS::DBInstance`. */
  readonly resourceType: string;
  /** Dotted, without the `Properties.` in front. */
  readonly property: string;
  readonly refusal?: string;
}
