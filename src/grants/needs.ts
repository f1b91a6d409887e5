import { readName, showName, isPattern, toMatcher, toStoreName, type NameParts } from '../references/name.ts';
import { judgeForm } from '../references/form.ts';
import type { Knowledge } from '../core/plan.ts';
import type { Reference } from '../core/reference.ts';
import type { Evidence, Present } from '../core/store.ts';
import { getKeyNeed } from './keys.ts';
import type { GrantCondition, GrantedArn, Role } from './policy.ts';

/** A reference with the place that notices name: `app/main.py:12`. */
export interface PlacedReference {
  readonly reference: Reference;
  readonly place: string;
}

/** One action on one resource. */
export interface Need {
  readonly role: Role;
  readonly action: string;
  readonly resource: GrantedArn | '*';
  readonly conditions: readonly GrantCondition[];
}

export interface Needs {
  readonly needs: readonly Need[];
  /** What a reader of the policy has to know, one line each. */
  readonly notices: readonly string[];
  /** Why the policy falls short of what the code reads. */
  readonly omissions: readonly string[];
}

/** What the roles behind these references have to be allowed, as far as the store and the names tell. */
export function getNeeds(placed: readonly PlacedReference[], knowledge: Knowledge): Needs {
  const all = placed.map((entry) => getNeedsOf(entry, knowledge));
  const merge = (key: 'notices' | 'omissions'): string[] => [...new Set(all.flatMap((entry) => entry[key]))];
  return { needs: all.flatMap(({ needs }) => needs), notices: merge('notices'), omissions: merge('omissions') };
}

function getNeedsOf({ reference, place }: PlacedReference, knowledge: Knowledge): Needs {
  const omit = (reason: string): Needs => ({ needs: [], notices: [], omissions: [`${place}: ${showName(reference.name)} is left out: it ${reason}`] });
  const fault = judgeForm(reference);
  if (fault !== undefined && fault.kind !== 'missing-suffix') return omit(fault.reason);
  const parts = readName(reference.name);
  if (!/^[\w./+=@*?-]{1,1100}$/u.test(parts.path)) return omit('has a character that no name has');
  if (parts.path.replace(/[*/]/gu, '') === '') return omit('could be any name');
  const presents = getPresents(reference, parts, knowledge);
  const evidence = getEvidence(reference, presents, knowledge);
  const { needs, notices } = getKeyNeeds(reference, presents);
  return { needs: [...getReadNeeds(reference, parts, evidence), ...needs], notices: [...[...getNotices(reference, parts, knowledge), ...notices].map((notice) => `${place}: ${notice}`), ...getDoubts(reference, knowledge)], omissions: [] };
}

/** What the name stands for in the store: one, or all that an open name or a path takes in. */
function getPresents(reference: Reference, { path, arn }: NameParts, { answers, found }: Knowledge): readonly Present[] {
  const name = toStoreName(reference);
  const answer = name === undefined ? undefined : answers.get(name);
  if (answer?.state === 'present') return [answer];
  if (name !== undefined || reference.service !== 'ssm' || arn !== undefined) return [];
  const matcher = toMatcher(reference.isPath ? `${path.replace(/(?<!\/)\/+$/u, '')}/*` : path);
  return found.filter(({ parameter }) => matcher.test(parameter.name));
}

/** Of the name itself, else of any answer: one store is asked in one place. */
function getEvidence(reference: Reference, [present]: readonly Present[], { answers, evidence }: Knowledge): Evidence | undefined {
  const answer = answers.get(toStoreName(reference) ?? '');
  const own = present?.evidence ?? (answer?.state === 'absent' ? answer.evidence : undefined);
  return own ?? evidence ?? [...answers.values()].flatMap((other) => (other.state === 'unknown' ? [] : [other.evidence]))[0];
}

/** What else to search the store for where its answers show neither account nor Region: the fixed parts of these names, however short. */
export function getPlaceFragments(references: readonly Reference[], { answers, evidence }: Knowledge): string[] {
  if (evidence !== undefined || [...answers.values()].some(({ state }) => state !== 'unknown')) return [];
  return [...new Set(references.map(({ name }) => readName(name).path.split('*').sort((a, b) => b.length - a.length)[0] ?? ''))].filter((part) => part !== '');
}

function getReadNeeds(reference: Reference, { path, arn }: NameParts, evidence: Evidence | undefined): Need[] {
  const { reader: role, action, service } = reference;
  const region = toKnown(arn?.region, /^[a-z]{2}(?:-[a-z]+)+-\d$/u) ?? reference.region ?? (evidence?.region === '' ? undefined : evidence?.region);
  const account = toKnown(arn?.account, /^\d{12}$/u) ?? evidence?.account;
  const toNeed = (does: string, owner: GrantedArn['service'], resource: string): Need => ({ role, action: does, resource: { service: owner, region, account, resource }, conditions: [] });
  if (service === 'secretsmanager') {
    const read = toNeed('secretsmanager:GetSecretValue', service, toSecretResource(path, arn !== undefined));
    return action === 'secretsmanager:BatchGetSecretValue' ? [read, { role, action, resource: '*', conditions: [] }] : [read];
  }
  const name = path.replace(/^\//u, '');
  const secret = /^aws\/reference\/secretsmanager\/(?<id>.+)$/u.exec(name)?.groups?.['id'];
  const own = getParameterResources(name, reference.isPath).map((resource) => toNeed(action, 'ssm', resource));
  return secret === undefined ? own : [...own, toNeed('secretsmanager:GetSecretValue', 'secretsmanager', toSecretResource(secret, false))];
}

const toKnown = (part: string | undefined, pattern: RegExp): string | undefined => (part !== undefined && pattern.test(part) ? part : undefined);

/** Reading by path is authorised on the path that is asked for, which the program may end in a slash (Systems Manager User Guide, "Restricting access to parameters"). */
function getParameterResources(name: string, isPath: boolean): string[] {
  const path = name.replace(/(?<!\/)\/+$/u, '');
  return isPath ? [`parameter/${path}`, `parameter/${path}/*`] : [`parameter/${name}`];
}

/** A secret's ARN ends in a hyphen and six characters that only Secrets Manager knows. */
const toSecretResource = (name: string, isArn: boolean): string => `secret:${name}${name.endsWith('*') || (isArn && /-[A-Za-z\d?]{6}$/u.test(name)) ? '' : '-??????'}`;

function getKeyNeeds({ reader: role, decryption, service }: Reference, presents: readonly Present[]): Pick<Needs, 'needs' | 'notices'> {
  if (decryption === 'absent') return { needs: [], notices: [] };
  const keys = presents.map((present) => ({ name: present.parameter.name, key: getKeyNeed(present, service) }));
  const unknown = keys.filter(({ key }) => key === 'unknown').map(({ name }) => showName(name));
  return {
    needs: keys.flatMap(({ key }) => (typeof key === 'object' ? [{ role, action: 'kms:Decrypt', ...key }] : [])),
    notices: unknown.map((name) => `the store did not tell the KMS key of ${name}; if it is a key of your own, add kms:Decrypt on it`),
  };
}

function getNotices(reference: Reference, { path }: NameParts, { answers }: Knowledge): string[] {
  const answer = answers.get(toStoreName(reference) ?? '');
  const absent = answer?.state === 'absent' && answer.parameter === undefined ? [`${showName(reference.name)} is not in ${answer.evidence.region}; it is granted all the same`] : [];
  const open = isPattern(path) ? [`a part of ${showName(path)} is known only when the program runs and stays "*"; narrow it to what this role may read`] : [];
  return [...absent, ...open];
}

/** Said once for all names of one reason. */
function getDoubts(reference: Reference, { answers }: Knowledge): string[] {
  const answer = answers.get(toStoreName(reference) ?? '');
  if (answer?.state !== 'unknown' || reference.decryption === 'absent') return [];
  return [`not every name could be checked (${answer.detail}); one that is encrypted with a key of your own needs kms:Decrypt on it too`];
}
