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

/** What a template language fills in becomes `*`: `${Env}`, `${{ inputs.env }}`, `{{ .Values.env }}`, `#{env}`, `<env>`, `%(env)s`, `%s`. */
export const toPattern = (text: string): string => text.replace(hole, '*').replace(/\*{2,}/gu, '*');

const hole = /<{0,2}[$#]?\{\{[^{}]{0,200}\}\}>{0,2}|[$#]\{(?:[^{}]|\{[^{}]{0,100}\}){0,200}\}|<{1,2}[\w .:-]{1,100}>{1,2}|%\(\w{1,100}\)s|%s/gu;

export const isPattern = (name: string): boolean => name.includes('*');

/** `arn:partition:service:region:account:resource` (AWS General Reference, "Amazon Resource Names"). */
export function readName(name: string): NameParts {
  const arn = /^arn:[^:]{0,40}:(?<service>[a-z*-]{1,40}):(?<region>[^:]{0,60}):(?<account>[^:]{0,60}):(?<resource>.{0,2100})$/u.exec(name)?.groups;
  if (arn === undefined) return cutSelector(name);
  const { service = '', region = '', account = '', resource = '' } = arn;
  const own = { service, region, account, resource };
  if (service === 'secretsmanager') return { arn: own, path: resource.replace(/^secret:/u, '').replace(/:[^]*/u, '') };
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

/**
 * The stage that a name begins with: `prod` of `/production/shop/db`, `dev` of `shop-dev` in a path and of `dev-db-password`. A word
 * amid others (`smoke-test-client`, `TestSecret`) tells no stage, and `stage` by itself may be the word for one.
 */
export function getStage(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  for (const part of parts.slice(0, 2)) {
    const words = part.split(/[-_.]/u);
    const candidates = parts.length > 1 && words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
    const stage = candidates.map((word = '') => (/^(?:stage|live)$/iu.test(word) && words.length > 1 ? undefined : getWholeWord(word))).find((found) => found !== undefined);
    if (stage !== undefined) return stage;
  }
  return undefined;
}

const getWholeWord = (word: string): string | undefined => (/^[a-z]+$|^[A-Z]+$|^[A-Z][a-z]+$/u.test(word) ? getEnvironment(word) : undefined);

/** Matches the names that a pattern may stand for; a `*` is a part of one segment or several of them. */
export function toMatcher(pattern: string): { readonly test: (name: string) => boolean } {
  const [head = '', ...parts] = pattern.split('*');
  const tail = parts.pop();
  if (tail === undefined) return { test: (name) => name === head };
  return {
    test(name) {
      if (!name.startsWith(head)) return false;
      let offset = head.length;
      // the first place of each part leaves most for the rest
      for (const part of parts) {
        const found = name.indexOf(part, offset);
        if (found === -1) return false;
        offset = found + part.length;
      }
      return name.length - tail.length >= offset && name.endsWith(tail);
    },
  };
}
