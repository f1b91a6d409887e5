import type { Range } from '../range.ts';

export interface LambdaSite {
  readonly carrier: 'lambda';
  /** Name of the environment variable. */
  readonly name: string;
  readonly keyRange: Range;
  /** The value with its tag and quotes. */
  readonly valueRange: Range;
  /** Names of the other variables. */
  readonly takenNames: readonly string[];
  /** Where a function of SAM lists its policies; absent where no edit can add one. */
  readonly policies?: PolicyList;
  readonly refusal?: string;
}

export interface PolicyList {
  /** Where the next item goes: the start of a line in the block style, the end of the last item in brackets. */
  readonly offset: number;
  readonly layout: 'block' | 'flow';
  /** White space before the item's dash, or between the items. */
  readonly space: string;
  /** White space before the key `Policies` that has to be made. */
  readonly keySpace?: string;
  /** Parameters that SSMParameterReadPolicy names there already. */
  readonly parameterNames: readonly string[];
}
