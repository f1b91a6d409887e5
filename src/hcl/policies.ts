import type { Problem } from '../core/problem.ts';
import type { ReadGrant } from '../core/read-grant.ts';
import type { SourceFile } from '../core/scanner.ts';
import type { Entry, Tree } from '../core/tree.ts';
import { mayHoldPolicy, readStatement, type Statement } from '../iam/policy.ts';
import { findManagedGrants, mayGrantReads, toReadGrant } from '../iam/read-grant.ts';
import { judgeStatement } from '../iam/verdict.ts';
import { getAttribute, getPlainText, type Block, type Body } from './syntax.ts';
import { toMap, toTree } from './to-tree.ts';
import { getKeys, isOn, walkBody, type HclCursor } from './walk.ts';

/** Grants of policies in `jsonencode` or heredocs, and of `aws_iam_policy_document` (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document). */
export function findHclGrants({ text }: SourceFile, root: Body): Problem[] {
  return mayHoldPolicy(text) ? findStatements(root, text).flatMap(({ statement }) => judgeStatement(statement, { format: 'json' })) : [];
}

/** Statements about reading parameters. */
export function findReadGrants({ text, path }: SourceFile, root: Body): ReadGrant[] {
  if (!mayGrantReads(text)) return [];
  const file = path.replace(/^.*\//u, '');
  return [...findStatements(root, text).flatMap(({ statement, names }) => toReadGrant(statement, { names: [file, ...names] }) ?? []), ...findManagedGrants(text)];
}

/** Statements with the names of what is around them. */
function findStatements(root: Body, text: string): { readonly statement: Statement; readonly names: readonly string[] }[] {
  const objects = [...walkBody(root, text)].filter((cursor) => isOn(cursor, 'object') && !isNoGrant(cursor)).map((cursor) => ({ tree: toTree(cursor.node), names: [...getKeys(cursor), ...getRoleNames(cursor.blocks[0], text)] }));
  const documents = root.blocks.flatMap((block) => getDocumentStatements(block).map((tree) => ({ tree, names: block.labels })));
  return [...objects, ...documents].flatMap(({ tree, names }) => {
    const statement = readStatement(tree);
    return statement === undefined ? [] : [{ statement, names }];
  });
}

/** Labels of the resource, its name and what it is given to. */
function getRoleNames(block: Block | undefined, text: string): string[] {
  if (block === undefined) return [];
  const named = ['name', 'role'].flatMap((name) => getAttribute(block.body, name) ?? []).map(({ value }) => text.slice(...value.range));
  return [...block.labels, ...named];
}

/** Trust policies, boundaries and what an organization or a resource allows. */
function isNoGrant(cursor: HclCursor): boolean {
  const [top] = cursor.blocks;
  const names = [...getKeys(cursor), ...(top?.labels ?? [])];
  return names.some(isNoGrantName) || (top?.type === 'resource' && !/^aws_(?:iam|ssoadmin)_/u.test(top.labels[0] ?? ''));
}

const isNoGrantName = (name: string): boolean => /assume_?role|trust|boundar(?:y|ies)|(?:^|_)scps?(?:_|$)|service_control/iu.test(name);

function getDocumentStatements({ type, labels, body }: Block): Tree[] {
  if (type !== 'data' || labels[0] !== 'aws_iam_policy_document' || labels.some(isNoGrantName)) return [];
  return body.blocks.filter((block) => block.type === 'statement').map(toStatement);
}

const keys: Readonly<Record<string, string>> = { effect: 'Effect', actions: 'Action', not_actions: 'NotAction', resources: 'Resource', not_resources: 'NotResource' };

/** The document allows unless it says otherwise. */
function toStatement({ body, range }: Block): Tree {
  const entries = body.attributes.flatMap(({ name, nameRange, value }): Entry[] => (keys[name] === undefined ? [] : [{ key: keys[name], keyRange: nameRange, value: toTree(value) }]));
  const effect = getAttribute(body, 'effect') === undefined ? [toTextEntry('Effect', 'Allow', range[0])] : [];
  return toMap(range, [...effect, ...entries, ...getPrincipal(body), ...getCondition(body)]);
}

const getPrincipal = ({ blocks }: Body): Entry[] =>
  blocks.filter(({ type, labels }) => [type, ...labels].some((word) => /^(?:not_)?principals$/u.test(word))).map(({ range }) => toTextEntry('Principal', '', range[0]));

/** A condition that is made in a loop leaves the statement open. */
function getCondition({ blocks }: Body): Entry[] {
  const conditions = blocks.filter(({ type, labels }) => type === 'condition' || (type === 'dynamic' && labels[0] === 'condition'));
  const [first] = conditions;
  if (first === undefined) return [];
  const tests = conditions.map(({ body, range }): Entry => {
    const values = getAttribute(body, 'values')?.value;
    const test: Entry = { key: getPlainText(getAttribute(body, 'variable')?.value) ?? '', keyRange: range, value: values === undefined ? { kind: 'opaque', range, outer: range } : toTree(values) };
    return { key: getPlainText(getAttribute(body, 'test')?.value) ?? '...', keyRange: range, value: toMap(range, [test]) };
  });
  return [{ key: 'Condition', keyRange: first.range, value: toMap(first.range, tests) }];
}

function toTextEntry(key: string, text: string, offset: number): Entry {
  const range = [offset, offset] as const;
  return { key, keyRange: range, value: { kind: 'scalar', range, outer: range, style: 'plain', content: range, text, isString: true } };
}
