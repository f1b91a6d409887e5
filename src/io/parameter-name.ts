import { isParameterName } from '../core/parameter-names.ts';
import type { ParameterFacts, ParameterType, Unknown } from '../core/store.ts';

/**
 * How a name can be asked for. `plain`: an own parameter, which DescribeParameters lists. `indirect`: an ARN, a name
 * with a version or label, or a public parameter, which only GetParameters understands. `secret`: a Secrets Manager
 * secret, which AWS gives only together with its value. `invalid`: nothing that AWS lets exist.
 */
export type NameForm = 'plain' | 'indirect' | 'secret' | 'invalid';

export function getNameForm(name: string): NameForm {
  const bare = getBareName(name);
  if (arn.test(bare)) return 'indirect';
  if (!isParameterName(bare)) return 'invalid';
  if (bare.startsWith('/aws/reference/secretsmanager/')) return 'secret';
  return bare !== name || bare.startsWith('/aws/') ? 'indirect' : 'plain';
}

/** Without version or label. */
export const getBareName = (name: string): string => name.replace(selector, '');

const selector = /:[A-Za-z\d_.-]{1,100}$/u;
const arn = /^arn:aws[a-z-]*:ssm:[a-z\d-]+:(?:\d{12})?:parameter\/[A-Za-z\d_./-]+$/u;

/**
 * AWS answers a bad name with a ValidationException for the whole batch, so it never goes on the wire. The answer is
 * not `absent`: nobody looked, and what is offered for an absent parameter (create it) would fail.
 */
export const invalidName: Unknown = {
  state: 'unknown',
  reason: 'invalid-name',
  detail: 'not a parameter name: use letters, digits and _ . - in at most 15 parts, with a leading / where there are parts',
};

export const secretName: Unknown = {
  state: 'unknown',
  reason: 'failed',
  detail: 'a Secrets Manager secret, which Parameter Store shows only with its value: check it with `aws secretsmanager describe-secret`',
};

export const isParameterType = (value: unknown): value is ParameterType =>
  value === 'String' || value === 'StringList' || value === 'SecureString';

/** By name in code unit order, which no locale changes; of equal names the last. */
export const sortParameters = (parameters: readonly ParameterFacts[]): ParameterFacts[] =>
  [...new Map(parameters.map((parameter) => [parameter.name, parameter])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
