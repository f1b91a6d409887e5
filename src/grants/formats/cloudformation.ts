import { getPartition } from '../../core/grant.ts';
import { isComplete, toTitle, type GrantedArn, type PolicyFormat, type PolicyStatement, type RolePolicy } from '../policy.ts';
import { toArn } from './json.ts';

/** A template with a managed policy for each role; what the store did not tell is a pseudo parameter. */
export const cloudformation: PolicyFormat = {
  id: 'cloudformation',
  canLeaveOpen: true,
  render: (policies) => `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n${policies.map(toResource).join('')}`,
};

const toResource = ({ role, statements }: RolePolicy): string =>
  `  ${toTitle(role)}ReadPolicy:
    Type: AWS::IAM::ManagedPolicy
    Properties:
      Description: What the ${role} role reads from Parameter Store and Secrets Manager
      PolicyDocument:
        Version: '2012-10-17'
        Statement:
${statements.map(toStatement).join('')}`;

const toStatement = ({ sid, actions, resources, conditions }: PolicyStatement): string =>
  [
    `- Sid: ${sid}`,
    '  Effect: Allow',
    ...toList('Action', actions),
    ...(resources === '*' ? ["  Resource: '*'"] : toList('Resource', resources.map(toResourceText))),
    ...(conditions.length === 0 ? [] : ['  Condition:', ...conditions.flatMap(({ operator, key, value }) => [`    ${operator}:`, `      ${key}: ${value}`])]),
  ]
    .map((line) => `          ${line}\n`)
    .join('');

const toList = (key: string, values: readonly string[]): string[] => [`  ${key}:`, ...values.map((value) => `    - ${value}`)];

function toResourceText(arn: GrantedArn): string {
  if (isComplete(arn)) return `'${toArn(arn)}'`;
  const { service, region, account, resource } = arn;
  const partition = region === undefined ? '${AWS::Partition}' : getPartition(region);
  return `!Sub 'arn:${partition}:${service}:${region ?? '${AWS::Region}'}:${account ?? '${AWS::AccountId}'}:${resource}'`;
}
