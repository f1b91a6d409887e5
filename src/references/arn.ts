import type { Reference } from '../core/reference.ts';
import { toPattern } from './name.ts';

export const isSecretArn = (text: string): boolean => /^arn:[\w*-]{1,20}:secretsmanager:/u.test(toPattern(text));
export const isParameterArn = (text: string): boolean => /^arn:[\w*-]{1,20}:ssm:[^:]{0,60}:[^:]{0,60}:parameter/u.test(toPattern(text));

/** An ARN of Secrets Manager without the key, stage and version that ECS and CloudFormation let follow it. */
export const cutSecretArn = (arn: string): string => (arn.includes('${') ? toPattern(arn) : arn).split(':').slice(0, 7).join(':');

/** What `valueFrom` and its like take: the name or ARN of a parameter, or the ARN of a secret. */
export const readValueFrom = (text: string): Pick<Reference, 'service' | 'action' | 'name'> =>
  isSecretArn(text) ? { service: 'secretsmanager', action: 'secretsmanager:GetSecretValue', name: cutSecretArn(text) } : { service: 'ssm', action: 'ssm:GetParameters', name: text };
