import type { TerraformSite } from '../../core/sites/terraform.ts';
import type { Present } from '../../core/store.ts';

/** Arguments with a write-only twin, `<argument>_wo`, from the resources' pages (https://registry.terraform.io/providers/hashicorp/aws/latest/docs). */
const writeOnlyArguments: Readonly<Record<string, string>> = {
  aws_db_instance: 'password',
  aws_docdb_cluster: 'master_password',
  aws_rds_cluster: 'master_password',
  aws_redshift_cluster: 'master_password',
  aws_redshiftserverless_namespace: 'admin_user_password',
  aws_secretsmanager_secret_version: 'secret_string',
  aws_ssm_parameter: 'value',
};

/** Name of the write-only twin, where the versions that the module asks for have it. */
export function getWriteOnly(site: TerraformSite, parameter: Present): string | undefined {
  const { place, type, path, argument, requiredVersion, providerVersion } = site;
  const name = path[0] ?? '';
  if (place !== 'resource' || argument === undefined || path.length > 1 || writeOnlyArguments[type] !== name) return undefined;
  if (argument.siblings.some((sibling) => sibling.startsWith(`${name}_wo`)) || !isAtLeast(requiredVersion, [1, 11]) || !allows(providerVersion, [5, 88])) return undefined;
  return parameter.evidence.account === undefined ? undefined : `${name}_wo`;
}

/** Ephemeral values are asked for by ARN. */
export const canBeEphemeral = ({ requiredVersion }: TerraformSite, { evidence }: Present): boolean => evidence.account !== undefined && isAtLeast(requiredVersion, [1, 10]);

type Version = readonly [major: number, minor: number];

interface Bound {
  readonly operator: string;
  readonly version: Version;
  /** How many numbers were written. */
  readonly precision: number;
}

/** Constraints as in https://developer.hashicorp.com/terraform/language/expressions/version-constraints. */
function isAtLeast(constraint: string | undefined, version: Version): boolean {
  return readBounds(constraint).some((bound) => /^(?:>=?|~>|=|)$/u.test(bound.operator) && compare(bound.version, version) >= 0);
}

/** No bound keeps out what begins with a version. */
function allows(constraint: string | undefined, version: Version): boolean {
  return readBounds(constraint).every((bound) => {
    if (bound.operator === '~>') return bound.precision > 2 ? compare(bound.version, version) >= 0 : bound.precision === 1 || bound.version[0] >= version[0];
    if (/^<=?$/u.test(bound.operator)) return compare(bound.version, version) > 0;
    return /^=?$/u.test(bound.operator) ? compare(bound.version, version) >= 0 : true;
  });
}

function readBounds(constraint = ''): Bound[] {
  return constraint.split(',').flatMap((part) => {
    const found = /^\s{0,20}(?<operator>[<>=!~]{0,2})\s{0,20}v?(?<major>\d{1,9})(?:\.(?<minor>\d{1,9}))?(?<patch>\.\d)?/u.exec(part)?.groups;
    if (found === undefined) return [];
    const { operator = '', major, minor, patch } = found;
    return [{ operator, version: [Number(major), Number(minor ?? 0)] as const, precision: patch !== undefined ? 3 : minor !== undefined ? 2 : 1 }];
  });
}

const compare = (a: Version, b: Version): number => a[0] - b[0] || a[1] - b[1];
