import type { SecretService } from './actions.ts';
import type { Condition } from './policy.ts';

/**
 * Whether a condition leaves only some of a service's secrets. Keys of the caller or the way of the call (aws:SourceIp,
 * aws:SecureTransport, aws:MultiFactorAuthPresent, aws:RequestedRegion, aws:PrincipalTag) leave them all. From the tables of
 * condition keys in the AWS Service Authorization Reference and the list of global condition keys of the IAM user guide.
 */
export function isNarrowing(condition: Condition, service: SecretService): boolean {
  if (!isBinding(condition.operator)) return false;
  const key = condition.key.toLowerCase();
  if (!keys[service].some((name) => (name.endsWith('/') || name.endsWith(':') ? key.startsWith(name) : key === name))) return false;
  return condition.values === undefined || (condition.values.length > 0 && !condition.values.some((value) => /^\*+$/u.test(value)));
}

/** Negated operators leave the rest; `IfExists` and `ForAllValues` hold where the key is missing; `Null` compares nothing. */
const isBinding = (operator: string): boolean => !/Not|IfExists$|^ForAllValues:|^Null$/iu.test(operator);

/** Lower-case; one that ends in a mark takes every key that begins so. */
const keys: Readonly<Record<SecretService, readonly string[]>> = {
  ssm: ['aws:resourcetag/', 'ssm:resourcetag/'],
  secretsmanager: ['aws:resourcetag/', 'secretsmanager:resourcetag/', 'secretsmanager:secretid'],
  kms: [
    'aws:calledvia',
    'aws:calledviafirst',
    'aws:calledvialast',
    'aws:resourcetag/',
    'kms:encryptioncontext:',
    'kms:encryptioncontextkeys',
    'kms:requestalias',
    'kms:resourcealiases',
    'kms:viaservice',
  ],
};
