import { getNameKind } from '../../core/names.ts';
import { getText, getValue } from '../../core/tree.ts';
import { showName } from '../../references/name.ts';
import { toReferenceProblem } from '../../references/problem.ts';
import { getResourceType } from '../cloudformation.ts';
import type { DocumentReferences, Mention } from '../references.ts';
import { placeName, toReference } from './place.ts';

/** A template's parameter of a type that CloudFormation reads from Parameter Store, and a parameter that the template creates. */
export function readDeclared({ cursor, file }: Mention): Partial<DocumentReferences> {
  const type = getText(getValue(cursor.parent?.node, 'Type'));
  if (cursor.key === 'Default' && cursor.parent?.parent?.key === 'Parameters' && type?.startsWith('AWS::SSM::Parameter::') === true) {
    // Value<…> resolves plain types only; Name is the name itself
    const takes = type.startsWith('AWS::SSM::Parameter::Value') ? 'plain' : 'any';
    return { references: [toReference(placeName(cursor.node.text, cursor.node, file.text), { service: 'ssm', action: 'ssm:GetParameters', reader: 'deployment', takes })] };
  }
  return cursor.key === 'Name' && getResourceType(cursor.parent?.parent?.node) === 'AWS::SSM::Parameter' ? judgeCreated(cursor.node.text, cursor.node.range) : {};
}

function judgeCreated(name: string, range: readonly [number, number]): Partial<DocumentReferences> {
  if (getNameKind(name.replace(/\$\{[^{}]*\}/gu, '').split('/').at(-1) ?? '') === undefined) return {};
  const message = `The template creates ${showName(name)} as String: CloudFormation cannot create a SecureString.`;
  const advice = 'create it outside of the template, with `paramguard push` or the AWS CLI, and let the template refer to it';
  return { problems: [toReferenceProblem({ ruleId: 'no-plaintext-parameter', kind: 'created-as-string', severity: 'high', range, message, advice })] };
}
