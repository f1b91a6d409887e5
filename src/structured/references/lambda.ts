import { getNameKind } from '../../core/names.ts';
import { getEntry, getText, getValue, type Cursor, type Tree } from '../../core/tree.ts';
import { toReferenceProblem } from '../../references/problem.ts';
import { getResourceProperty } from '../cloudformation.ts';
import type { DocumentReferences, Mention } from '../references.ts';
import { cutSecretArn, isParameterArn, isSecretArn, placeName, toReference } from './place.ts';

/**
 * The environment of a function holds literal text (Lambda Developer Guide, "Environment variables"): an ARN there stays an ARN.
 * Under a name that says so (`DB_SECRET_ARN`) it is what the program asks with.
 */
export function readLambda({ cursor, root, file }: Mention): Partial<DocumentReferences> {
  if (!isFunctionEnvironment(cursor, root)) return {};
  const { text } = cursor.node;
  const advice = 'pass the name of the parameter (DB_PASSWORD_PARAM: /prod/app/db-password) and read the value when the function starts';
  const toProblem = (kind: string, message: string) => [toReferenceProblem({ ruleId: 'no-unresolved-reference', kind, severity: 'high', range: cursor.node.range, message, advice })];
  if (/^valueFrom$/iu.test(cursor.key ?? '')) return { problems: toProblem('value-from-in-function', 'Lambda has no valueFrom: that is a field of ECS, and nothing resolves it here.') };
  const isArn = isParameterArn(text) || isSecretArn(text);
  if (!isArn) return {};
  const name = cursor.key ?? '';
  const reference = isSecretArn(text)
    ? toReference(placeName(cutSecretArn(text), cursor.node, file.text), { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', reader: 'program' })
    : toReference(placeName(text, cursor.node, file.text), { service: 'ssm', action: 'ssm:GetParameter', reader: 'program', decryption: 'unknown' });
  const problems = getNameKind(name) === undefined ? [] : toProblem('arn-in-function', `Lambda does not resolve ARNs: the function receives the text of the ARN as ${/^\w{1,80}$/u.test(name) ? name : 'the value'}.`);
  return { references: [reference], problems };
}

/** Of a function in CloudFormation, AWS SAM and the Serverless Framework, and the answer of GetFunctionConfiguration. */
function isFunctionEnvironment(cursor: Cursor, root: Tree): boolean {
  const place = getResourceProperty(cursor);
  if (place !== undefined) return /^AWS::(?:Lambda|Serverless)::Function$/u.test(place.resourceType) && /^(?:Environment|Secrets|secrets)(?:\.|$)/u.test(place.property);
  const keys: string[] = [];
  for (let at: Cursor | undefined = cursor.parent; at !== undefined; at = at.parent) if (at.key !== undefined) keys.unshift(at.key);
  const path = keys.join('.');
  if (/^Globals\.Function\.Environment\b/u.test(path)) return true;
  if (getText(getValue(getValue(root, 'provider'), 'name')) === 'aws' && getEntry(root, 'service') !== undefined) return /^(?:provider|functions\.[^.]+)\.environment\b/u.test(path);
  return /^(?:Configuration\.)?Environment\.Variables(?:\.|$)/u.test(path);
}
