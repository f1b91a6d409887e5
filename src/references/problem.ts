import type { RuleId } from '../core/catalogue.ts';
import type { Problem, Severity } from '../core/problem.ts';
import type { Range } from '../core/range.ts';
import type { Site } from '../core/site.ts';

export interface ReferenceFault {
  readonly ruleId: RuleId;
  readonly kind: string;
  readonly severity: Severity;
  readonly range: Range;
  readonly message: string;
  readonly advice?: string;
  readonly site?: Site;
}

/** A problem with a reference: nothing in it is a secret. */
export const toReferenceProblem = (fault: ReferenceFault): Problem => ({ ...fault, secretRanges: [] });
