import type { Range } from '../../core/range.ts';
import type { Reference } from '../../core/reference.ts';
import type { ScalarTree } from '../../core/tree.ts';
import { toPattern } from '../../references/name.ts';

/** Where the file writes a name: in the scalar, or the whole scalar where escapes or folding hide it. */
export function placeName(name: string, { content, range }: ScalarTree, text: string): Pick<Reference, 'name' | 'range' | 'isVerbatim'> {
  const pattern = toPattern(name);
  const at = text.slice(...content).indexOf(name);
  const place: Range = at < 0 ? range : [content[0] + at, content[0] + at + name.length];
  return { name: pattern, range: place, isVerbatim: at >= 0 && pattern === name };
}

/** Where nothing but the name makes one reference differ from another. */
export const toReference = (place: Pick<Reference, 'name' | 'range' | 'isVerbatim'>, more: Pick<Reference, 'service' | 'action' | 'reader'> & Partial<Reference>): Reference => ({
  takes: 'any',
  decryption: 'present',
  isPath: false,
  ...more,
  ...place,
});

/** An ARN of Secrets Manager without the key, stage and version that ECS and CloudFormation let follow it. */
export const cutSecretArn = (arn: string): string => arn.split(':').slice(0, 7).join(':');

export const isSecretArn = (text: string): boolean => /^arn:[\w-]{1,20}:secretsmanager:/u.test(text);
export const isParameterArn = (text: string): boolean => /^arn:[\w-]{1,20}:ssm:[^:]{0,60}:[^:]{0,60}:parameter/u.test(text);
