import type { Range } from './range.ts';

/** A variable of a map that goes to a map beside it, as from `variables` to `secrets` in a manifest. */
export interface MapMoveSite {
  readonly name: string;
  /** The map around the two is written in braces. */
  readonly isFlow: boolean;
  readonly from: MoveMap;
  /** The variable's position in `from`, and its value with the quotes. */
  readonly index: number;
  readonly valueRange: Range;
  /** Absent where it has to be made. */
  readonly to?: MoveMap;
  readonly refusal?: string;
}

export interface MoveMap {
  readonly keyRange: Range;
  readonly range: Range;
  readonly isFlow: boolean;
  /** From the key to the end of the value. */
  readonly entries: readonly { readonly name: string; readonly range: Range }[];
}
