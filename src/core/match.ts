import type { Severity } from './problem.ts';
import type { Range } from './range.ts';
import type { Secret } from './secret.ts';

/** A secret that was found in a text. */
export interface Match {
  readonly detectorId: string;
  readonly title: string;
  readonly severity: Severity;
  /** The secret itself. */
  readonly range: Range;
  readonly secret: Secret;
  readonly isUrlPassword: boolean;
  readonly isWholeValue: boolean;
}
