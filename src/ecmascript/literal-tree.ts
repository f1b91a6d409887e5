import type { TSESTree } from '@typescript-eslint/utils';
import type { Range } from '../core/range.ts';
import type { Entry, ScalarTree, Tree } from '../core/tree.ts';
import type { Scopes } from './scope.ts';
import { getKey, getLastName, unwrap } from './syntax.ts';
import type { Node } from './walk.ts';

/**
 * The value of an expression as far as the file tells it: objects, lists, texts with `${…}` for what is not known, constants
 * followed. A text keeps the place where it is used, a list or object the place where it is written.
 */
export function toLiteralTree(expression: Node, scopes: Scopes): Tree {
  return read(expression, { scopes, depth: 0 });
}

interface Reading {
  readonly scopes: Scopes;
  readonly depth: number;
}

const maxSteps = 40;

function read(expression: Node, { scopes, depth }: Reading): Tree {
  const node = unwrap(expression);
  const reading = { scopes, depth: depth + 1 };
  if (depth > maxSteps) return toOpaque(node);
  if (node.type === 'ObjectExpression') return { kind: 'map', ...getPlaced(node), isFlow: true, entries: node.properties.flatMap((property) => readProperty(property, reading)) };
  if (node.type === 'ArrayExpression') return { kind: 'list', ...getPlaced(node), isFlow: true, items: node.elements.flatMap((element) => readElement(element, reading)) };
  if (node.type === 'Identifier') return readName(node, reading);
  if (node.type === 'MemberExpression') return readMember(node, reading);
  if (node.type === 'CallExpression' || node.type === 'NewExpression') return readCall(node, reading);
  if (node.type === 'Literal' && (typeof node.value === 'number' || typeof node.value === 'boolean')) return { ...toScalar(node, String(node.value)), isString: false };
  const text = readText(node, reading);
  return text === undefined ? toOpaque(node) : toScalar(node, text);
}

function readProperty(property: TSESTree.ObjectLiteralElement, reading: Reading): Entry[] {
  if (property.type === 'SpreadElement') {
    const spread = read(property.argument, reading);
    return spread.kind === 'map' ? [...spread.entries] : [{ key: '...', keyRange: property.range, value: toOpaque(property) }];
  }
  const key = getKey(property.key, property.computed);
  if (key === undefined || property.kind !== 'init') return [{ key: '...', keyRange: property.range, value: toOpaque(property) }];
  return [{ key, keyRange: property.key.range, value: read(property.value, reading) }];
}

function readElement(element: Node | null, reading: Reading): readonly Tree[] {
  if (element === null) return [];
  if (element.type !== 'SpreadElement') return [read(element, reading)];
  const spread = read(element.argument, reading);
  return spread.kind === 'list' ? spread.items : [toOpaque(element)];
}

/** A name that is written once and never changed. */
function readName(node: TSESTree.Identifier, reading: Reading): Tree {
  const binding = reading.scopes.getBinding(node);
  const [source, other] = binding?.sources ?? [];
  if (binding?.kind !== 'variable' || source === undefined || other !== undefined || binding.isReassigned || binding.writes.length > 0) return toOpaque(node);
  return source.path.length > 0 ? toOpaque(node) : moveText(read(source.expression, reading), node);
}

/** `Effect.ALLOW` of CDK, or a property of a constant object. */
function readMember(node: TSESTree.MemberExpression, reading: Reading): Tree {
  const key = getKey(node.property, node.computed);
  if (getLastName(node.object) === 'Effect' && (key === 'ALLOW' || key === 'DENY')) return toScalar(node, key === 'ALLOW' ? 'Allow' : 'Deny');
  const object = node.object.type === 'Identifier' ? read(node.object, reading) : undefined;
  const value = object?.kind === 'map' ? object.entries.findLast((entry) => entry.key === key)?.value : undefined;
  return value === undefined ? toOpaque(node) : moveText(value, node);
}

/** `JSON.stringify(x)`, `Fn.sub('…')`, `PolicyStatement.fromJson(x)`, `new PolicyDocument(x)`, `Object.freeze(x)`. */
function readCall(node: TSESTree.CallExpression | TSESTree.NewExpression, reading: Reading): Tree {
  const [first] = node.arguments;
  const name = getLastName(node.callee);
  if (first === undefined || first.type === 'SpreadElement' || name === undefined || !transparentCalls.has(name)) return toOpaque(node);
  return moveText(read(first, reading), node);
}

const transparentCalls: ReadonlySet<string> = new Set(['stringify', 'sub', 'fromJson', 'freeze', 'encodeURIComponent', 'PolicyStatement', 'PolicyDocument']);

function readText(node: Node, reading: Reading): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'TemplateLiteral') {
    return node.quasis.map((quasi, index) => (quasi.value.cooked ?? '') + readPart(node.expressions[index], reading)).join('');
  }
  return node.type === 'BinaryExpression' && node.operator === '+' ? readPart(node.left, reading) + readPart(node.right, reading) : undefined;
}

function readPart(part: Node | undefined, reading: Reading): string {
  if (part === undefined) return '';
  const tree = read(part, reading);
  return tree.kind === 'scalar' ? tree.text : '${part}';
}

/** The place of use, so that an edit there changes this use only. */
const moveText = (tree: Tree, node: Node): Tree => (tree.kind === 'scalar' ? toScalar(node, tree.text) : tree.kind === 'opaque' ? toOpaque(node) : tree);

const getPlaced = (node: Node): { readonly range: Range; readonly outer: Range } => ({ range: [node.range[0], node.range[1]], outer: [node.range[0], node.range[1]] });

const toOpaque = (node: Node): Tree => ({ kind: 'opaque', ...getPlaced(node) });

const toScalar = (node: Node, text: string): ScalarTree => {
  const placed = getPlaced(node);
  return { kind: 'scalar', ...placed, style: 'plain', content: placed.range, text, isString: true };
};
