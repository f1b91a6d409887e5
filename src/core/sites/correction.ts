import type { Edit } from '../edit.ts';
import type { Range } from '../range.ts';

/** A mistake whose correction follows from the text alone, such as an option that is missing. */
export interface CorrectionSite {
  readonly carrier: 'correction';
  readonly range: Range;
  readonly edits: readonly Edit[];
  /** What the edit does, in the imperative: `ask for the decrypted value`. */
  readonly title: string;
  readonly refusal?: string;
}
