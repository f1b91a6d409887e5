import { isInside } from '../core/range.ts';
import type { GrantedText, ReadGrant } from '../core/read-grant.ts';
import { isGlobMatch } from './actions.ts';
import type { Statement } from './policy.ts';

/** The reading actions of Parameter Store (Service Authorization Reference). */
export const parameterReads = ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath', 'ssm:GetParameterHistory'] as const;

export type ParameterRead = (typeof parameterReads)[number];

/** Whether a text may hold a grant to read parameters; `*` as an action counts, and a policy that AWS or a framework writes. */
export const mayGrantReads = (text: string): boolean => (/ssm:[\w*?]|["']\*["']/iu.test(text) && /resource|polic/iu.test(text)) || getManaged(text) !== undefined;

/** Undefined where the statement has nothing to do with reading parameters, or is a resource's own. */
export function toReadGrant(statement: Statement, { names = [], isEditable = true }: { readonly names?: readonly string[]; readonly isEditable?: boolean } = {}): ReadGrant | undefined {
  const { effect, actions, notActions, resources, notResources, conditions, hasPrincipal, isOpen, range } = statement;
  if (hasPrincipal || (notActions.length === 0 && !actions.some(isReading))) return undefined;
  const role = getRole(names);
  return {
    effect: effect === 'deny' ? 'deny' : 'allow',
    actions: notActions.length > 0 ? [{ text: '*', range, layout: 'single' }] : actions,
    resources: notResources.length > 0 || resources.length === 0 ? [{ text: '*', range, layout: 'single' }] : resources,
    isOpen: isOpen || effect === 'unknown' || conditions.length > 0 || notActions.length + notResources.length > 0,
    isEditable: isEditable && actions.every((action) => isInside(action.range, range)),
    ...(role === undefined ? {} : { role }),
  };
}

const isReading = ({ text }: GrantedText): boolean => text === undefined || parameterReads.some((action) => isGlobMatch(text, action));

/** What is granted in other words: by a policy of AWS that reads parameters, or by a method of the CDK. */
export function findManagedGrants(text: string): ReadGrant[] {
  const found = getManaged(text);
  if (found === undefined) return [];
  const all: GrantedText = { text: '*', range: [found.index, found.index + found[0].length], layout: 'single' };
  return [{ effect: 'allow', actions: [all], resources: [all], isOpen: true, isEditable: false }];
}

const getManaged = (text: string): RegExpExecArray | undefined =>
  /\b(?:AdministratorAccess|PowerUserAccess|ReadOnlyAccess|AmazonSSM\w{1,60}|AmazonEC2RoleforSSM)\b/u.exec(text) ?? (/(?:String|string_)[Pp]arameter/u.test(text) ? /\bgrant_?[Rr]ead\b/u.exec(text) : undefined) ?? undefined;

/** `TaskExecutionRole`, `ecs-deploy`; the role of a function is called execution role too, and is the program's own. */
function getRole(names: readonly string[]): ReadGrant['role'] {
  const text = names.join(' ');
  if (/exec/iu.test(text) && !/lambda|func/iu.test(text)) return 'execution';
  return /deploy|pipeline|code-?_?build|github|gitlab|cicd|bootstrap|(?<![a-z])ci(?![a-z])|\bCI(?=[A-Z]|\b)/u.test(text) ? 'deployment' : undefined;
}
