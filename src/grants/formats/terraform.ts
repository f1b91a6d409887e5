import { getPartition } from '../../core/grant.ts';
import { getArns, type GrantCondition, type GrantedArn, type PolicyFormat, type PolicyStatement, type RolePolicy } from '../policy.ts';

/** An `aws_iam_policy_document` for each role, as `terraform fmt` leaves it; what the store did not tell is a data source. */
export const terraform: PolicyFormat = {
  id: 'terraform',
  canLeaveOpen: true,
  render: (policies) => [...getSources(getArns(policies)), ...policies.map(toDocument)].join('\n'),
};

function getSources(arns: readonly GrantedArn[]): string[] {
  const isRegionOpen = arns.some(({ region }) => region === undefined);
  const isAccountOpen = arns.some(({ account }) => account === undefined);
  const names = [...(isRegionOpen ? ['aws_partition', 'aws_region'] : []), ...(isAccountOpen ? ['aws_caller_identity'] : [])];
  return names.map((name) => `data "${name}" "current" {}\n`);
}

const toDocument = ({ role, statements }: RolePolicy): string => `data "aws_iam_policy_document" "${role}_read" {\n${statements.map(toStatement).join('\n')}}\n`;

const toStatement = ({ sid, actions, resources, conditions }: PolicyStatement): string =>
  ['statement {', `  sid = "${sid}"`, '', ...toList('actions', actions), '', ...toList('resources', resources === '*' ? ['*'] : resources.map(toArn)), ...conditions.flatMap(toCondition), '}']
    .map((line) => (line === '' ? '\n' : `  ${line}\n`))
    .join('');

const toList = (name: string, values: readonly string[]): string[] => [`  ${name} = [`, ...values.map((value) => `    "${value}",`), '  ]'];

/** The attribute `id` of `aws_region` is in every version of the provider; `name` is deprecated in the sixth. */
function toArn({ service, region, account, resource }: GrantedArn): string {
  const partition = region === undefined ? '${data.aws_partition.current.partition}' : getPartition(region);
  return `arn:${partition}:${service}:${region ?? '${data.aws_region.current.id}'}:${account ?? '${data.aws_caller_identity.current.account_id}'}:${resource}`;
}

const toCondition = ({ operator, key, value }: GrantCondition): string[] => ['', '  condition {', `    test     = "${operator}"`, `    variable = "${key}"`, `    values   = ["${value}"]`, '  }'];
