import type { Present } from '../core/store.ts';
import type { GrantCondition, GrantedArn } from './policy.ts';

/** The key that decrypting needs a grant for. */
interface KeyNeed {
  readonly resource: GrantedArn;
  readonly conditions: readonly GrantCondition[];
}

/** `none` for what AWS manages: `alias/aws/ssm` lets in whoever may read the parameter (AWS KMS Developer Guide, "AWS managed keys"). */
export function getKeyNeed({ parameter, evidence }: Present, service: 'ssm' | 'secretsmanager'): KeyNeed | 'none' | 'unknown' {
  const { type, keyId } = parameter;
  if (type === 'String' || type === 'StringList') return 'none';
  // Secrets Manager leaves its own key out of its answers
  if (keyId === undefined) return type === 'Secret' ? 'none' : 'unknown';
  const arn = /^arn:[\w-]+:kms:(?<region>[\w-]+):(?<account>\d{12}):(?<resource>.+)$/u.exec(keyId)?.groups;
  const resource = arn?.['resource'] ?? (keyId.includes('/') ? keyId : `key/${keyId}`);
  if (resource.startsWith('alias/aws/')) return 'none';
  if (!/^(?:key|alias)\/[\w/-]{1,256}$/u.test(resource)) return 'unknown';
  const region = arn?.['region'] ?? evidence.region;
  const owner = { service: 'kms', region, account: arn?.['account'] ?? evidence.account } as const;
  const via = { operator: 'StringEquals', key: 'kms:ViaService', value: `${service}.${region}.${region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}` };
  if (resource.startsWith('key/')) return { resource: { ...owner, resource }, conditions: [via] };
  // an alias is no resource of this action (AWS KMS Developer Guide, "Use aliases to control access to KMS keys")
  return { resource: { ...owner, resource: 'key/*' }, conditions: [via, { operator: 'ForAnyValue:StringEquals', key: 'kms:ResourceAliases', value: resource }] };
}
