import { isParameterName } from '../core/parameter-names.ts';
import type { Evidence, ParameterFacts, ParameterType, Unknown } from '../core/store.ts';

/**
 * How a name can be asked for. `plain`: a parameter of an account, which DescribeParameters lists. `public`: one of AWS, which
 * only GetParameters gives. `secret`: a Secrets Manager secret. `invalid`: nothing that AWS lets exist.
 */
export type NameForm = 'plain' | 'public' | 'secret' | 'invalid';

/** A name or ARN, taken apart. */
export interface AskedName {
  readonly form: NameForm;
  /** Of the parameter or secret itself, with its leading slash; of a secret also with the suffix that its ARN ends with. */
  readonly name: string;
  /** `:3` or `:label`; of a secret whatever stands behind its name; empty where there is none. */
  readonly selector: string;
  /** What an ARN says of its place. */
  readonly region?: string;
  readonly account?: string;
}

export function readName(asked: string): AskedName {
  const secret = secretReference.exec(asked) ?? secretArn.exec(asked);
  if (secret !== null) return toAsked('secret', secret.groups);
  const groups = (parameterArn.exec(asked) ?? plainName.exec(asked))?.groups;
  const name = groups?.['name'] ?? '';
  if (!isParameterName(name)) return { form: 'invalid', name: asked, selector: '' };
  return toAsked(name.startsWith('/aws/') ? 'public' : 'plain', groups);
}

function toAsked(form: NameForm, groups: Readonly<Record<string, string | undefined>> = {}): AskedName {
  const { name = '', selector = '', region, account = '' } = groups;
  return { form, name, selector, ...(region === undefined ? {} : { region }), ...(account === '' ? {} : { account }) };
}

const plainName = /^(?<name>[^:]*)(?<selector>:[A-Za-z\d_.-]{1,100})?$/u;
const parameterArn = /^arn:aws[a-z-]*:ssm:(?<region>[a-z\d-]+):(?<account>(?:\d{12})?):parameter(?<name>\/[A-Za-z\d_./-]+)(?<selector>:[A-Za-z\d_.-]{1,100})?$/u;
/** https://docs.aws.amazon.com/systems-manager/latest/userguide/integration-ps-secretsmanager.html */
const secretReference = /^\/aws\/reference\/secretsmanager\/(?<name>[\w/+=.@-]{1,512})(?<selector>:[\w.-]{1,256})?$/u;
/** With the JSON key, stage and version that ECS and CloudFormation let follow. */
const secretArn = /^arn:aws[a-z-]*:secretsmanager:(?<region>[a-z\d-]+):(?<account>\d{12}):secret:(?<name>[\w/+=.@-]{1,519})(?<selector>(?::[^:\s]{0,256}){0,3})$/u;

/** Why nobody looked where an ARN leads, if nobody did. */
export function getDistance({ region, account }: AskedName, place: Pick<Evidence, 'region' | 'account'>): Unknown | undefined {
  if (region !== undefined && region !== place.region) {
    return { state: 'unknown', reason: 'other-region', detail: `it is in ${region}, and paramguard looked in ${place.region}: set AWS_REGION=${region} to check it` };
  }
  return account === undefined || account === place.account ? undefined : getOtherAccount(account, place.account);
}

export const getOtherAccount = (account: string, own: string | undefined): Unknown => ({
  state: 'unknown',
  reason: 'other-account',
  detail: `it is in account ${account}, and paramguard looked in ${own === undefined ? 'an account that is not known' : `account ${own}`}: sign in to ${account} to check it`,
});

/** AWS treats `x` and `/x` as one parameter where there are no further parts. */
export function getTwin(name: string): string | undefined {
  if (name.slice(1).includes('/')) return undefined;
  return name.startsWith('/') ? name.slice(1) : `/${name}`;
}

/**
 * AWS answers a bad name with a ValidationException for the whole batch, so it never goes on the wire. The answer is
 * not `absent`: nobody looked, and what is offered for an absent parameter (create it) would fail.
 */
export const invalidName: Unknown = {
  state: 'unknown',
  reason: 'invalid-name',
  detail: 'not a parameter name: use letters, digits and _ . - in at most 15 parts, with a leading / where there are parts',
};

export const isParameterType = (value: unknown): value is Exclude<ParameterType, 'Secret'> =>
  value === 'String' || value === 'StringList' || value === 'SecureString';

/** By name in code unit order, which no locale changes; of equal names the last. */
export const sortParameters = (parameters: readonly ParameterFacts[]): ParameterFacts[] =>
  [...new Map(parameters.map((parameter) => [parameter.name, parameter])).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
