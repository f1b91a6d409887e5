import { getEntry, getText, getValue, type Cursor, type Tree } from '../../core/tree.ts';
import type { FoundReferences } from '../../references/found.ts';
import { cutSecretArn, isParameterArn, isSecretArn } from '../../references/arn.ts';
import { judgeFunctionVariable } from '../../references/places.ts';
import { getResourceProperty } from '../cloudformation.ts';
import type { Mention } from '../references.ts';
import { placeName, toReference } from './place.ts';

/**
 * The environment of a function holds literal text (Lambda Developer Guide, "Environment variables"): an ARN there stays an ARN.
 * Under a name that says so (`DB_SECRET_ARN`) it is what the program asks with.
 */
export function readLambda({ cursor, root, file }: Mention): Partial<FoundReferences> {
  if (!isFunctionEnvironment(cursor, root)) return {};
  const { text, range } = cursor.node;
  const name = cursor.key ?? '';
  const isValueFrom = /^valueFrom$/iu.test(name);
  const problems = judgeFunctionVariable({ name, text, isValueFrom, range });
  if (isValueFrom || !(isSecretArn(text) || isParameterArn(text))) return { problems };
  const reference = isSecretArn(text)
    ? toReference(placeName(cutSecretArn(text), cursor.node, file.text), { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', reader: 'program' })
    : toReference(placeName(text, cursor.node, file.text), { service: 'ssm', action: 'ssm:GetParameter', reader: 'program', decryption: 'unknown' });
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
