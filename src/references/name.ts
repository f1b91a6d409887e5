import { getEnvironment } from '../core/parameter-names.ts';
import type { Reference } from '../core/reference.ts';

/** The name of a reference, taken apart. */
export interface NameParts {
  /** `ssm` or `secretsmanager`, where the name is an ARN. */
  readonly arn?: Arn;
  /** Without version or label; of an ARN the name that it stands for. */
  readonly path: string;
  /** After the colon; empty for `name:`. */
  readonly selector?: string;
}

export interface Arn {
  readonly service: string;
  readonly region: string;
  readonly account: string;
  /** After the account: `parameter/prod/db`, `secret:prod/db-AbCdEf`. */
  readonly resource: string;
}

/** `${Env}`, `{env}` of a template and the like become `*`. */
export const toPattern = (text: string): string => text.replace(/\$\{[^{}]{0,200}\}/gu, '*').replace(/\*{2,}/gu, '*');

export const isPattern = (name: string): boolean => name.includes('*');

/** `arn:partition:service:region:account:resource` (AWS General Reference, "Amazon Resource Names"). */
export function readName(name: string): NameParts {
  const arn = /^arn:[^:]{0,40}:(?<service>[a-z*-]{1,40}):(?<region>[^:]{0,60}):(?<account>[^:]{0,60}):(?<resource>.{0,2100})$/u.exec(name)?.groups;
  if (arn === undefined) return cutSelector(name);
  const { service = '', region = '', account = '', resource = '' } = arn;
  const own = { service, region, account, resource };
  if (service === 'secretsmanager') return { arn: own, path: resource.replace(/^secret:/u, '').replace(/:.*$/u, '') };
  const { path, ...rest } = cutSelector(resource.replace(/^parameter(?=\/)/u, ''));
  // the ARN of `x` and of `/x` is the same
  return { arn: own, path, ...rest };
}

function cutSelector(name: string): NameParts {
  const colon = name.indexOf(':');
  return colon < 0 ? { path: name } : { path: name.slice(0, colon), selector: name.slice(colon + 1) };
}

/** What a store is asked; undefined where a part of the name is only known when the program runs. */
export function toStoreName({ service, name, isPath }: Reference): string | undefined {
  if (isPattern(name) || isPath) return undefined;
  return service === 'ssm' || name.startsWith('arn:') ? name : `/aws/reference/secretsmanager/${name}`;
}

/** For the eye; whatever a hostile file may have put there is not repeated. */
export const showName = (name: string): string => (/^[\w./:@+=*-]{1,300}$/u.test(name) ? name : 'this name');

/** The stage that a name begins with: `prod` of `/production/shop/db`. */
export const getStage = (path: string): string | undefined => path.split('/').slice(0, 3).map((part) => getEnvironment(part)).find((stage) => stage !== undefined);

/** Matches the names that a pattern may stand for; a `*` is a part of one segment or several of them. */
export const toMatcher = (pattern: string): RegExp =>
  new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\/]/gu, String.raw`\$&`)).join('.*')}$`, 'u');
