import type { Range } from '../range.ts';

export interface PhpSite {
  readonly carrier: 'php';
  /** The literal with its quotes. */
  readonly range: Range;
  /** The secret in it; all between the quotes, where the parameter holds the whole text. */
  readonly partRange: Range;
  /** The secret is the password of a URL and must be percent-encoded. */
  readonly isUrlPart: boolean;
  /** The literal stands where an operator of the replacement would bind differently. */
  readonly needsParentheses: boolean;
  /** The file uses classes of the AWS SDK for PHP. */
  readonly usesSdk: boolean;
  readonly refusal?: string;
}
