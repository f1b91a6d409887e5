import type { Problem } from '../core/problem.ts';
import type { SourceFile } from '../core/scanner.ts';
import type { Entry, Tree } from '../core/tree.ts';
import { mayHoldPolicy, readStatement } from '../iam/policy.ts';
import { judgeStatement } from '../iam/verdict.ts';
import { getAttribute, getPlainText, type Block, type Body } from './syntax.ts';
import { toMap, toTree } from './to-tree.ts';
import { getKeys, isOn, walkBody, type HclCursor } from './walk.ts';

/** Grants of policies in `jsonencode` or heredocs, and of `aws_iam_policy_document` (https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document). */
export function findHclGrants({ text }: SourceFile, root: Body): Problem[] {
  if (!mayHoldPolicy(text)) return [];
  const objects = [...walkBody(root, text)].filter((cursor) => isOn(cursor, 'object') && !isNoGrant(cursor));
  const statements = [...objects.map(({ node }) => toTree(node)), ...root.blocks.flatMap(getDocumentStatements)];
  return statements.flatMap((tree) => {
    const statement = readStatement(tree);
    return statement === undefined ? [] : judgeStatement(statement, { format: 'json' });
  });
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
