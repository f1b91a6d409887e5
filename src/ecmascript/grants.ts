import type { TSESTree } from '@typescript-eslint/utils';
import type { ReadGrant } from '../core/read-grant.ts';
import { findManagedGrants, mayGrantReads, toReadGrant } from '../iam/read-grant.ts';
import { findStatements } from './policies.ts';

/** Statements about reading parameters in a program, such as one of the AWS CDK. */
export function findReadGrants(program: TSESTree.Program, { text, path }: { readonly text: string; readonly path: string }): ReadGrant[] {
  if (!mayGrantReads(text)) return [];
  const file = path.replace(/^.*\//u, '');
  const grants = findStatements(program).flatMap(({ statement, names }) => toReadGrant(statement, { names: [file, ...names] }) ?? []);
  // a constant object that is spread into others is read with each of them
  return [...new Map(grants.map((grant) => [grant.actions[0]?.range.join('-'), grant])).values(), ...findManagedGrants(text)];
}
