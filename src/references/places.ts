import { getNameKind } from '../core/names.ts';
import type { Problem } from '../core/problem.ts';
import type { Range } from '../core/range.ts';
import { isParameterArn, isSecretArn } from './arn.ts';
import { judgeGrantedArn } from './form.ts';
import { showName, toPattern } from './name.ts';
import { toReferenceProblem } from './problem.ts';

const toUnresolved = (kind: string, range: Range, message: string, advice: string): Problem =>
  toReferenceProblem({ ruleId: 'no-unresolved-reference', kind, severity: 'high', range, message, advice });

/** The environment of a Lambda function holds literal text (Lambda Developer Guide, "Environment variables"). `name`: of the variable. */
export function judgeFunctionVariable({ name, text, isValueFrom, range }: { name: string; text: string; isValueFrom: boolean; range: Range }): Problem[] {
  const advice = 'pass the name of the parameter (DB_PASSWORD_PARAM: /prod/app/db-password) and read the value when the function starts';
  if (isValueFrom) return [toUnresolved('value-from-in-function', range, 'Lambda has no valueFrom: that is a field of ECS, and nothing resolves it here.', advice)];
  if (!(isParameterArn(text) || isSecretArn(text)) || getNameKind(name) === undefined) return [];
  return [toUnresolved('arn-in-function', range, `Lambda does not resolve ARNs: the function receives the text of the ARN as ${/^\w{1,80}$/u.test(name) ? name : 'the value'}.`, advice)];
}

/** RegisterTaskDefinition refuses secrets without an execution role. `argument`: what the format calls the role. */
export const toMissingRole = (range: Range, argument: string): Problem =>
  toUnresolved('missing-execution-role', range, 'The task has secrets and no execution role; ECS refuses to register it.', `set ${argument} to a role that may ssm:GetParameters on these parameters`);

/** The resource of a policy: one that is wrong grants nothing, and no one says so. */
export function judgeResource(text: string, range: Range): Problem[] {
  const fault = isParameterArn(text) || isSecretArn(text) ? judgeGrantedArn(text) : undefined;
  if (fault === undefined) return [];
  const message = `The ARN ${showName(toPattern(text))} ${fault.reason}.`;
  const advice = fault.meant ?? 'correct the ARN; AWS accepts the policy as it is, and it grants nothing';
  return [toReferenceProblem({ ruleId: 'no-malformed-reference', kind: fault.kind, severity: fault.kind === 'missing-suffix' ? 'medium' : 'high', range, message, advice })];
}
