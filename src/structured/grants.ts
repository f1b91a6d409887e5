import { isTestPath } from '../core/paths.ts';
import type { ReadGrant } from '../core/read-grant.ts';
import { getKeys, getText, getValue, walkTree, type Cursor, type Tree } from '../core/tree.ts';
import { readPatterns } from '../iam/policy.ts';
import { findManagedGrants, mayGrantReads, toReadGrant } from '../iam/read-grant.ts';
import { getResource } from './cloudformation.ts';
import type { StructuredFile } from './document.ts';
import { findStatements, isBoundaryPath } from './policies.ts';

/** Statements about reading parameters anywhere in the documents of a file, but for those that grant nothing by themselves. */
export function findReadGrants({ path, text }: StructuredFile, roots: readonly Tree[]): ReadGrant[] {
  if (!mayGrantReads(text) || isTestPath(path) || isBoundaryPath(path)) return [];
  const grants = roots.flatMap((root) => {
    const executionRoles = getExecutionRoles(root);
    return [...findStatements(root)].flatMap(({ statement, cursor, template }) => {
      const names = getNames(cursor);
      const isExecution = names.some((name) => executionRoles.has(name));
      const grant = toReadGrant(statement, { names: [getBaseName(path), ...names, ...(isExecution ? ['execution'] : [])] });
      if (grant === undefined) return [];
      return [template === undefined ? grant : { ...grant, isOpen: true, isEditable: false }];
    });
  });
  return [...grants, ...findManagedGrants(text)];
}

const getBaseName = (path: string): string => path.replace(/^.*\//u, '');

/** Logical ids of roles that a task definition, or what is like one, starts with. */
function getExecutionRoles(root: Tree): ReadonlySet<string> {
  const roles = [...walkTree(root)].filter(({ key }) => key === 'ExecutionRoleArn').flatMap(({ node }) => getReferredIds(node));
  return new Set(roles);
}

/** `!GetAtt Role.Arn`, `{ Ref: Role }` */
const getReferredIds = (tree: Tree): string[] =>
  readPatterns({ kind: 'map', range: tree.range, outer: tree.outer, isFlow: true, entries: [{ key: 'value', keyRange: tree.range, value: tree }] }, 'value').flatMap(({ text }) => /^\$\{(?<id>\w+)/u.exec(text ?? '')?.groups?.['id'] ?? []);

/** What may tell whose role it is: the keys around, the names of the resource and of the roles that it is given to. */
function getNames(cursor: Cursor): string[] {
  const resource = getResource(cursor);
  const named = ['PolicyName', 'RoleName', 'ManagedPolicyName', 'GroupName'].flatMap((key) => getText(getValue(resource, key)) ?? []);
  const roles = getValue(resource, 'Roles');
  return [...getKeys(cursor), ...named, ...(roles?.kind === 'list' ? roles.items.flatMap(getReferredIds) : []), getText(getValue(cursor.node, 'Sid')) ?? ''];
}
