import type { Problem } from './problem.ts';

const prefix = '/aws/reference/secretsmanager/';

/**
 * Id of the secret that a parameter's name stands for
 * (https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html).
 */
export const getSecretId = (name: string): string | undefined => (name.startsWith(prefix) ? name.slice(prefix.length) : undefined);

/** What reading through such a name needs, and what it gives. */
export const secretNote = 'Reading it needs secretsmanager:GetSecretValue on the secret besides, and decryption; the pairs of a secret in JSON arrive as one text.';

/** Why Secrets Manager fits a value better than Parameter Store does, as a sentence; undefined where it does not. */
export function getSecretsManagerReason({ range, site }: Problem, text: string): string | undefined {
  const value = text.slice(...range);
  const size = getSize(value);
  if (size > 8192) return `The value is larger than a parameter can be: create a secret of Secrets Manager and map the name to ${prefix}ID.`;
  if (size > 4096) return `The value is larger than a standard parameter: it takes the advanced tier, or a secret of Secrets Manager (${prefix}ID).`;
  if (isLogin(value)) return `The value is a user with a password: Secrets Manager keeps both and changes them by itself (${prefix}ID).`;
  return site?.carrier === 'cloudformation' ? managed.get(`${site.resourceType} ${site.property}`) : undefined;
}

/** Databases that make the password themselves, keep it in Secrets Manager and change it (CloudFormation Template Reference). */
const managed: ReadonlyMap<string, string> = new Map(
  (
    [
      ['AWS::RDS::DBInstance', 'MasterUserPassword', 'ManageMasterUserPassword'],
      ['AWS::RDS::DBCluster', 'MasterUserPassword', 'ManageMasterUserPassword'],
      ['AWS::DocDB::DBCluster', 'MasterUserPassword', 'ManageMasterUserPassword'],
      ['AWS::Redshift::Cluster', 'MasterUserPassword', 'ManageMasterPassword'],
    ] as const
  ).map(([type, property, replacement]) => [`${type} ${property}`, `Or let the database do it: ${replacement}: true in place of ${property} keeps the password in Secrets Manager and changes it.`]),
);

/** In UTF-8. */
function getSize(value: string): number {
  let size = value.length;
  for (let index = 0; index < value.length; index++) {
    const code = value.charCodeAt(index);
    // each half of a pair of surrogates stands for two of its four bytes
    if (code > 0x7f) size += code > 0x7ff && (code < 0xd800 || code > 0xdfff) ? 2 : 1;
  }
  return size;
}

const isLogin = (value: string): boolean => /^\s*\{/u.test(value) && /"user(?:name)?\\?"\s*:/iu.test(value) && /"password\\?"\s*:/iu.test(value);
