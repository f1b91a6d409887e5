import type { Range } from '../range.ts';

export interface PolicySite {
  readonly carrier: 'policy';
  readonly format: 'json' | 'yaml' | 'javascript';
  /** The wide resource, with its tag and quotes. */
  readonly range: Range;
  /** The only value of `Resource`, or one of a list. */
  readonly layout: 'single' | 'flow-item' | 'block-item';
  /** Service prefixes of the actions that rest on the resource, such as `ssm` and `kms`. */
  readonly services: readonly string[];
  /** Actions of the statement that take no resource but `*`. */
  readonly unscopableActions: readonly string[];
  /** Actions of the statement that work on neither parameters nor keys. */
  readonly otherActions: readonly string[];
  readonly refusal?: string;
}
