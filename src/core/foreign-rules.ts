import type { Detector } from './detector.ts';
import type { Allowance } from './suppressions/allowance.ts';

/** What was taken from the configuration of another scanner. */
export interface ForeignRules {
  readonly detectors: readonly Detector[];
  readonly allowances: readonly Allowance[];
  /** Whether an allow-list of all rules lets the value pass. */
  readonly isAllowedValue?: ((value: string) => boolean) | undefined;
  /** Tells them from others: some of them are functions, which do not say whether they are the same. */
  readonly id: string;
  /** One line for each thing that was not taken. */
  readonly warnings: readonly string[];
}
