import type { Range } from '../range.ts';

export interface ServerlessSite {
  readonly carrier: 'serverless';
  /** The scalar with its quotes. */
  readonly range: Range;
  /** The scalar stands in braces or brackets, where a brace without quotes would end it. */
  readonly isFlow: boolean;
  /** Region that the service is deployed to; absent where only the deployment knows it. */
  readonly region?: string;
  readonly refusal?: string;
}
