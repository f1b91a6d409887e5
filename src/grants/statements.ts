import type { Need } from './needs.ts';
import { toTitle, type GrantedArn, type PolicyStatement, type Role, type RolePolicy } from './policy.ts';

const roles: readonly Role[] = ['program', 'execution', 'deployment'];

/** The statements of each role that needs any, in a stable order and without repetition. */
export function toPolicies(needs: readonly Need[]): RolePolicy[] {
  return roles.flatMap((role) => {
    const own = needs.filter((need) => need.role === role);
    return own.length === 0 ? [] : [{ role, statements: numberSids([...getReadStatements(role, own), ...getBatchStatements(role, own), ...getKeyStatements(role, own)]) }];
  });
}

/** Resources that are read in the same ways share a statement. */
function getReadStatements(role: Role, needs: readonly Need[]): PolicyStatement[] {
  const actions = new Map<string, { resource: GrantedArn; actions: Set<string> }>();
  for (const { action, resource } of needs) {
    if (resource === '*' || resource.service === 'kms') continue;
    const entry = actions.get(toKey(resource)) ?? { resource, actions: new Set() };
    actions.set(toKey(resource), { ...entry, actions: entry.actions.add(action) });
  }
  const groups = groupBy([...actions.values()], (entry) => [...entry.actions].sort().join(' '));
  return sortBy([...groups], ([key]) => key).map(([key, entries]) => ({
    sid: toSid(role, key.split(' ')),
    actions: key.split(' '),
    resources: sortBy(entries.map(({ resource }) => resource), toKey),
    conditions: [],
  }));
}

const getBatchStatements = (role: Role, needs: readonly Need[]): PolicyStatement[] =>
  [...new Set(needs.filter(({ resource }) => resource === '*').map(({ action }) => action))].sort().map((action) => ({ sid: toSid(role, [action]), actions: [action], resources: '*' as const, conditions: [] }));

function getKeyStatements(role: Role, needs: readonly Need[]): PolicyStatement[] {
  const own = needs.flatMap(({ resource, conditions }) => (resource === '*' || resource.service !== 'kms' ? [] : [{ resource, conditions }]));
  const groups = groupBy(own, ({ conditions }) => conditions.map(({ value }) => value).join(' '));
  return sortBy([...groups], ([key]) => key).map(([, entries]) => ({
    sid: toSid(role, ['kms:Decrypt']),
    actions: ['kms:Decrypt'],
    resources: sortBy([...new Map(entries.map(({ resource }) => [toKey(resource), resource])).values()], toKey),
    conditions: entries[0]?.conditions ?? [],
  }));
}

const toKey = ({ service, region = '', account = '', resource }: GrantedArn): string => [service, region, account, resource].join(':');

const toSid = (role: Role, actions: readonly string[]): string => toTitle(role) + actions.map((action) => action.replace(/^.*:/u, '')).join('');

/** IAM wants each of them once in a document. */
function numberSids(statements: readonly PolicyStatement[]): PolicyStatement[] {
  const counts = new Map<string, number>();
  return statements.map((statement) => {
    const count = (counts.get(statement.sid) ?? 0) + 1;
    counts.set(statement.sid, count);
    return count === 1 ? statement : { ...statement, sid: `${statement.sid}${String(count)}` };
  });
}

function groupBy<T>(items: readonly T[], getKey: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(getKey(item));
    if (group === undefined) groups.set(getKey(item), [item]);
    else group.push(item);
  }
  return groups;
}

const sortBy = <T>(items: readonly T[], getKey: (item: T) => string): T[] => [...items].sort((a, b) => (getKey(a) < getKey(b) ? -1 : getKey(a) > getKey(b) ? 1 : 0));
