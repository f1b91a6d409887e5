import type { TSESTree } from '@typescript-eslint/utils';
import type { Node } from './walk.ts';

export type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

export const isFunction = (node: Node): node is FunctionNode =>
  node.type === 'FunctionDeclaration' || node.type === 'FunctionExpression' || node.type === 'ArrowFunctionExpression';

export const isClass = (node: Node): node is ClassNode => node.type === 'ClassDeclaration' || node.type === 'ClassExpression';

/** The expression without what does not change its value: parentheses, `?.` chains, `as`, `!`, `satisfies`. */
export function unwrap(node: Node): Node {
  let inner = node;
  while (isWrapper(inner)) inner = inner.expression;
  return inner;
}

/** The parentheses themselves only: oxc keeps them as nodes, the other parsers do not. */
export function stripParentheses(node: Node): Node {
  let inner = node;
  while (isWrapper(inner) && (inner.type as string) === 'ParenthesizedExpression') inner = inner.expression;
  return inner;
}

type Wrapper =
  | TSESTree.ChainExpression
  | TSESTree.TSAsExpression
  | TSESTree.TSNonNullExpression
  | TSESTree.TSSatisfiesExpression
  | TSESTree.TSTypeAssertion
  | TSESTree.TSInstantiationExpression;

const isWrapper = (node: Node): node is Wrapper => wrappers.has(node.type);

/** `ParenthesizedExpression` is of oxc; the types of typescript-eslint do not know it. */
const wrappers: ReadonlySet<string> = new Set([
  'ChainExpression',
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
  'TSInstantiationExpression',
  'ParenthesizedExpression',
]);

/** Text that an expression always has: a string literal or a template without parts. */
export function getStaticText(expression: Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/** Name of a property in an object, pattern, class or member access; undefined where it is computed at run time. */
export function getKey(key: Node, isComputed: boolean): string | undefined {
  if (!isComputed && (key.type === 'Identifier' || key.type === 'PrivateIdentifier')) return key.name;
  if (key.type === 'Literal' && typeof key.value === 'number') return String(key.value);
  return getStaticText(key);
}

/** `['this', 'logger', 'info']` for `this.logger.info`; undefined where a part is a call or computed at run time. */
export function getDottedPath(expression: Node): string[] | undefined {
  const node = unwrap(expression);
  if (node.type === 'Identifier') return [node.name];
  if (node.type === 'ThisExpression') return ['this'];
  if (node.type === 'MetaProperty') return [node.meta.name, node.property.name];
  if (node.type !== 'MemberExpression') return undefined;
  const key = getKey(node.property, node.computed);
  const path = key === undefined ? undefined : getDottedPath(node.object);
  if (path === undefined || key === undefined) return undefined;
  path.push(key);
  return path;
}

/** The last name of an expression: `info` for `this.logger.info`, also where the front is a call. */
export function getLastName(expression: Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' ? getKey(node.property, node.computed) : undefined;
}
