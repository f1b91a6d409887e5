import { isGlobMatch, type SecretService } from './actions.ts';

/** `everything`: all of it in every region and account. `bounded`: all of one region or account. */
export type Reach = 'everything' | 'bounded';

/**
 * How far a resource of a policy reaches among a service's secrets; undefined where something in it narrows it.
 * `${…}` holes (CloudFormation, templates of a program, policy variables) are unknown text and never a star.
 */
export function getReach(resource: string, service: SecretService): Reach | undefined {
  const pattern = hideHoles(resource);
  if (/^\?*\*[*?]*$/u.test(pattern)) return 'everything';
  const [prefix, partition, owner, region, account, ...rest] = splitArn(pattern);
  if (prefix === undefined || rest.length === 0) return undefined;
  if (!isGlobMatch(prefix, 'arn') || !isPartition(partition ?? '') || !isGlobMatch(owner ?? '', service)) return undefined;
  if (!coversAll(rest.join(':'), service)) return undefined;
  return isAny(region ?? '') && isAny(account ?? '') ? 'everything' : 'bounded';
}

/** A star at the end stands for the parts that are left out: `arn:aws:ssm:*`. */
function splitArn(pattern: string): string[] {
  const parts = pattern.split(':');
  while (parts.length > 2 && parts.length < 6 && parts.at(-1) === '*') parts.push('*');
  return parts;
}

/** Stands for a hole: no character of an ARN, so no literal part of a pattern meets it. */
const hole = '\u0000';

/** Innermost first: `${file(./${stage}.yml)}` is one hole. */
function hideHoles(text: string): string {
  let hidden = text;
  for (let rounds = 0; rounds < 8; rounds++) {
    const next = hidden.replace(/\$\{[^${}]*\}/gu, hole);
    if (next === hidden) break;
    hidden = next;
  }
  return hidden;
}

/** The partition names no resource, so a hole in it is as good as its name. */
const isPartition = (text: string): boolean => text === hole || /^[a-z*?-]+$/u.test(text);

const isAny = (text: string): boolean => /^\*+$/u.test(text);

/** Names that nobody chose: a pattern that takes both takes everything. */
const probes: Readonly<Record<SecretService, readonly string[]>> = {
  ssm: ['parameter/zq7/x0/9k', 'parameter/k4w/b/q8z/j1'],
  secretsmanager: ['secret:zq7/x0-9kQ4wB', 'secret:k4w-b8zJ1p'],
  kms: ['key/3c9d6f1e-5b7a-4e20-8d14-f0a2b6c8e957', 'key/a7e4b0d2-96c3-4f58-b1e9-2d0c8f6a7b35'],
};

const coversAll = (pattern: string, service: SecretService): boolean => probes[service].every((probe) => isGlobMatch(pattern, probe));
