import type { Reference } from '../core/reference.ts';
import { toReferenceProblem } from './problem.ts';
import type { ReferenceFinding } from './verdict.ts';

/** Commands that fill in `ssm://` values when they start a program: paramguard's own and https://github.com/remind101/ssm-env. */
export const mentionsResolver = (text: string): boolean => /\bparamguard(?:@[\w.-]{1,20})?["',\s]{1,10}exec\b|\bssm-env\b|\bvarlock\b/u.test(text);

/** Said once a file and with low severity: how a program is started may stand where nobody can look. */
export function toUnresolved([first]: readonly Reference[]): ReferenceFinding[] {
  if (first === undefined) return [];
  const message = 'Nothing beside this file resolves its ssm:// values; what loads it hands on the text.';
  const problem = toReferenceProblem({ ruleId: 'no-unresolved-reference', kind: 'no-resolver', severity: 'low', range: first.range, message });
  return [{ problem, remedy: { state: 'none', reason: 'start the program with `paramguard exec --dotenv FILE -- COMMAND`', near: [] } }];
}
