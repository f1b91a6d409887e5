import type { ReadAction } from './reference.ts';
import type { Present } from './store.ts';

/** ARN of a parameter, without the slash that its name begins with; undefined where the store did not tell the account. */
export function getParameterArn({ parameter: { name }, evidence: { account, region } }: Present): string | undefined {
  return account === undefined ? undefined : `arn:${getPartition(region)}:ssm:${region}:${account}:parameter/${name.replace(/^\//u, '')}`;
}

export const getPartition = (region: string): string => (region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws');

/** What a role must be allowed for reading a parameter, as a part of a sentence. The key of the account needs no grant. */
export function describeGrant(action: ReadAction, present: Present): string {
  const { name, keyId } = present.parameter;
  const read = `${action} on ${getParameterArn(present) ?? name}`;
  if (keyId === 'alias/aws/ssm') return read;
  return keyId === undefined ? `${read} (with a KMS key of your own also kms:Decrypt on that key)` : `${read} and kms:Decrypt on ${/^alias\/|:alias\//u.test(keyId) ? `the key of ${keyId}` : keyId}`;
}
