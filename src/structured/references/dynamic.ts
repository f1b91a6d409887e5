import { isSecureProperty } from '../../core/cloudformation-properties.ts';
import type { Problem } from '../../core/problem.ts';
import type { Reference } from '../../core/reference.ts';
import type { FoundReferences } from '../../references/found.ts';
import { showName } from '../../references/name.ts';
import { toReferenceProblem } from '../../references/problem.ts';
import { getResourceProperty } from '../cloudformation.ts';
import { cutSecretArn } from '../../references/arn.ts';
import type { Mention } from '../references.ts';
import { placeName, toReference } from './place.ts';

/** `{{resolve:ssm:NAME:VERSION}}` and its kin (CloudFormation User Guide, "Dynamic references"). */
export function readDynamic(mention: Mention): Partial<FoundReferences> {
  const { cursor, file } = mention;
  if (cursor.node.text.startsWith('resolve:ssm:')) return readImage(mention);
  if (!cursor.node.text.includes('{{resolve:')) return {};
  const references: Reference[] = [];
  const problems: Problem[] = [];
  for (const found of cursor.node.text.matchAll(/\{\{resolve:(?<kind>ssm|ssm-secure|secretsmanager):(?<rest>(?:[^{}$]|\$\{[^{}]{1,200}\}|\$(?!\{)){1,2100})\}\}/gu)) {
    const { kind = '', rest = '' } = found.groups ?? {};
    if (kind === 'secretsmanager') {
      const id = rest.startsWith('arn:') ? cutSecretArn(rest) : rest.replace(/:[^]*/u, '');
      references.push(toReference(placeName(id, cursor.node, file.text), { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', reader: 'deployment' }));
      continue;
    }
    const place = placeName(rest, cursor.node, file.text);
    const label = /:(?<label>[A-Za-z_.-][\w.-]*)$/u.exec(rest)?.groups?.['label'];
    if (label !== undefined && !rest.startsWith('arn:')) {
      problems.push(toProblem(place.range, 'label-in-template', `CloudFormation resolves a version, not the label ${showName(label)}.`, 'write the number of the version, or leave it out to take the latest'));
      continue;
    }
    references.push(toReference(place, { service: 'ssm', action: 'ssm:GetParameters', reader: 'deployment', takes: kind === 'ssm' ? 'plain' : 'secure' }));
    if (kind === 'ssm-secure') problems.push(...judgeProperty(mention, place.range));
  }
  return { references, problems };
}

/** `ImageId: resolve:ssm:NAME` of a launch template (EC2 User Guide, "Use a Systems Manager parameter instead of an AMI ID"). */
function readImage({ cursor: { node }, file }: Mention): Partial<FoundReferences> {
  return { references: [toReference(placeName(node.text.slice('resolve:ssm:'.length), node, file.text), { service: 'ssm', action: 'ssm:GetParameters', reader: 'deployment', takes: 'plain' })] };
}

const toProblem = (range: Reference['range'], kind: string, message: string, advice: string): Problem =>
  toReferenceProblem({ ruleId: 'no-unresolved-reference', kind, severity: 'high', range, message, advice });

function judgeProperty({ cursor }: Mention, range: Reference['range']): Problem[] {
  const place = getResourceProperty(cursor);
  if (place === undefined || /^Custom::/u.test(place.resourceType) || isSecureProperty(place.resourceType, place.property)) return [];
  const message = `${place.property} of ${place.resourceType} does not resolve ssm-secure; the deployment is refused.`;
  const advice = /^AWS::(?:Lambda|Serverless)::Function$/u.test(place.resourceType)
    ? 'pass the name of the parameter and read the value when the function starts'
    : /^AWS::ECS::/u.test(place.resourceType)
      ? 'move the variable from Environment to Secrets, with the name in ValueFrom'
      : 'let the program read the parameter when it starts, or keep the secret in Secrets Manager, which every property resolves';
  return [toProblem(range, 'secure-reference-unsupported', message, advice)];
}
