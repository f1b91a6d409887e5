import type { Cursor } from '../../core/tree.ts';
import { judgeGrantedArn } from '../../references/form.ts';
import { showName } from '../../references/name.ts';
import { toReferenceProblem } from '../../references/problem.ts';
import type { DocumentReferences, Mention } from '../references.ts';
import { isParameterArn, isSecretArn } from './place.ts';

/** ARNs of parameters and secrets as the resources of a policy: one that is wrong grants nothing, and no one says so. */
export function readArn({ cursor }: Mention): Partial<DocumentReferences> {
  const { text, range } = cursor.node;
  if (!(isParameterArn(text) || isSecretArn(text)) || !isResource(cursor)) return {};
  const fault = judgeGrantedArn(text);
  if (fault === undefined) return {};
  const severity = fault.kind === 'missing-suffix' ? 'medium' : 'high';
  return { problems: [toReferenceProblem({ ruleId: 'no-malformed-reference', kind: fault.kind, severity, range, message: `The ARN ${showName(text)} ${fault.reason}.`, advice: fault.meant ?? 'correct the ARN; AWS accepts the policy as it is, and it grants nothing' })] };
}

const isResource = ({ key, parent }: Cursor): boolean => (key ?? parent?.key) === 'Resource' || (key === 'Fn::Sub' && (parent?.key ?? parent?.parent?.key) === 'Resource');
