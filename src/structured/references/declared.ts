import { getNameKind } from '../../core/names.ts';
import { getEntry, getText, getValue, type Tree } from '../../core/tree.ts';
import type { FoundReferences } from '../../references/found.ts';
import { showName, toPattern } from '../../references/name.ts';
import { toReferenceProblem } from '../../references/problem.ts';
import { getResourceType } from '../cloudformation.ts';
import type { Mention } from '../references.ts';
import { placeName, toReference } from './place.ts';

/** A template's parameter of a type that CloudFormation reads from Parameter Store, and a parameter that the template creates. */
export function readDeclared({ cursor, root, file }: Mention): Partial<FoundReferences> {
  const type = getText(getValue(cursor.parent?.node, 'Type'));
  if (cursor.key === 'Default' && cursor.parent?.parent?.key === 'Parameters' && type?.startsWith('AWS::SSM::Parameter::') === true) {
    // Value<…> resolves plain types only; Name is the name itself
    const takes = type.startsWith('AWS::SSM::Parameter::Value') ? 'plain' : 'any';
    return { references: [toReference(placeName(cursor.node.text, cursor.node, file.text), { service: 'ssm', action: 'ssm:GetParameters', reader: 'deployment', takes })] };
  }
  return cursor.key === 'Name' && getResourceType(cursor.parent?.parent?.node) === 'AWS::SSM::Parameter' ? judgeCreated(cursor, root) : {};
}

function judgeCreated({ node: { text: name, range }, parent }: Mention['cursor'], root: Tree): Partial<FoundReferences> {
  if (isPointer(getValue(parent?.node, 'Value'), root) || getNameKind(name.replace(/\$\{[^{}]*\}/gu, '').split('/').at(-1) ?? '') === undefined) return {};
  const message = `The template creates ${showName(toPattern(name))} as String: CloudFormation cannot create a SecureString.`;
  const advice = 'create it outside of the template, with `paramguard push` or the AWS CLI, and let the template refer to it';
  return { problems: [toReferenceProblem({ ruleId: 'no-plaintext-parameter', kind: 'created-as-string', severity: 'high', range, message, advice })] };
}

/** The id, name or ARN of a resource of the template, such as that of a secret in Secrets Manager: not its value. */
function isPointer(value: Tree | undefined, root: Tree): boolean {
  const reference = getValue(value, 'Ref') ?? getValue(value, 'Fn::GetAtt') ?? getValue(value, 'Fn::Sub') ?? value;
  const text = reference?.kind === 'list' ? reference.items.map((item) => getText(item) ?? '').join('.') : reference?.kind === 'scalar' ? reference.text : '';
  const { id = '', attribute = '' } = /^(?:\$\{)?(?<id>\w{1,255})(?:\.(?<attribute>[\w.]{1,255}))?\}?$/u.exec(text)?.groups ?? {};
  return (reference !== value || value?.tag !== undefined) && getEntry(getValue(root, 'Resources'), id) !== undefined && !/secret|password/iu.test(attribute.replace(/Arn$/u, 'arn'));
}
