import { getPartition } from '../../core/grant.ts';
import { getArns, isComplete, type GrantedArn, type PolicyFormat, type PolicyStatement, type RolePolicy } from '../policy.ts';

/** A module in TypeScript with a list of statements for each role, to be given to `role.addToPolicy`. */
export const cdk: PolicyFormat = {
  id: 'cdk',
  canLeaveOpen: true,
  render(policies) {
    const isOpen = getArns(policies).some((arn) => !isComplete(arn));
    const imports = [...(isOpen ? ["import { Stack } from 'aws-cdk-lib';"] : []), "import { PolicyStatement } from 'aws-cdk-lib/aws-iam';", ...(isOpen ? ["import type { Construct } from 'constructs';"] : [])];
    return `${[imports.join('\n'), ...policies.map(toFunction)].join('\n\n')}\n`;
  },
};

function toFunction(policy: RolePolicy): string {
  const open = getOpenParts(getArns([policy]));
  const statements = policy.statements.map(toStatement).join('');
  const list = `return [\n${statements}  ];`;
  const taken = open.length === 0 ? '' : `  const { ${open.join(', ')} } = Stack.of(scope);\n`;
  return `/** For \`addToPolicy\` of the ${policy.role} role. */\nexport function get${policy.role.charAt(0).toUpperCase()}${policy.role.slice(1)}Statements(${open.length === 0 ? '' : 'scope: Construct'}): PolicyStatement[] {\n${taken}  ${list}\n}`;
}

const getOpenParts = (arns: readonly GrantedArn[]): string[] => [
  ...(arns.some(({ account }) => account === undefined) ? ['account'] : []),
  ...(arns.some(({ region }) => region === undefined) ? ['partition', 'region'] : []),
];

const toStatement = ({ sid, actions, resources, conditions }: PolicyStatement): string =>
  [
    '    new PolicyStatement({',
    `      sid: '${sid}',`,
    `      actions: [${actions.map((action) => `'${action}'`).join(', ')}],`,
    ...(resources === '*' ? ["      resources: ['*'],"] : toList(resources.map(toText))),
    ...(conditions.length === 0 ? [] : [`      conditions: { ${conditions.map(({ operator, key, value }) => `${/^\w+$/u.test(operator) ? operator : `'${operator}'`}: { '${key}': '${value}' }`).join(', ')} },`]),
    '    }),',
  ]
    .map((line) => `${line}\n`)
    .join('');

const toList = (texts: readonly string[]): string[] => (texts.length === 1 ? [`      resources: [${texts.join('')}],`] : ['      resources: [', ...texts.map((text) => `        ${text},`), '      ],']);

function toText(arn: GrantedArn): string {
  const { service, region, account, resource } = arn;
  const text = `arn:${region === undefined ? '${partition}' : getPartition(region)}:${service}:${region ?? '${region}'}:${account ?? '${account}'}:${resource}`;
  return isComplete(arn) ? `'${text}'` : `\`${text}\``;
}
