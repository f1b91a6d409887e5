import type { TSESTree } from '@typescript-eslint/utils';
import type { Range } from '../core/range.ts';
import type { Call } from '../ecmascript/scope.ts';
import { getDottedPath, getKey, stripParentheses } from '../ecmascript/syntax.ts';
import type { Node } from '../ecmascript/walk.ts';
import type { Place } from './report.ts';
import { isColourName } from './sinks.ts';

export interface Part {
  readonly node: Node;
  readonly place: Place;
  /** Of a property. */
  readonly key?: string;
}

/** What an expression prints is made of; undefined where it is to be judged as a whole. */
export function getParts(node: Node, text: string): Part[] | undefined {
  switch (node.type) {
    case 'TemplateLiteral':
      return node.expressions.map(stripParentheses).map((part) => ({ node: part, place: { kind: 'template-part', range: getHole(text, part.range) } }));
    case 'BinaryExpression':
      return node.operator === '+' ? [node.left, node.right].map(toPart) : undefined;
    case 'LogicalExpression':
      return (node.operator === '&&' ? [node.right] : [node.left, node.right]).map(toPart);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate].map(toPart);
    case 'SequenceExpression':
      return node.expressions.slice(-1).map(toPart);
    case 'ArrayExpression':
      return node.elements.filter((element) => element !== null).map(toPart);
    case 'ObjectExpression':
      return getProperties(node);
    case 'CallExpression':
    case 'NewExpression':
      return getPassed(node)?.map(toPart);
    case 'TaggedTemplateExpression':
      return isColourName(getDottedPath(node.tag)?.[0] ?? '') ? getParts(node.quasi, text) : undefined;
    default:
      return undefined;
  }
}

/** An expression that is printed as it stands. */
export function toPart(node: Node): Part {
  const inner = stripParentheses(node);
  return { node: inner, place: { kind: 'expression', range: inner.range } };
}

/** Later properties win over spread ones. */
function getProperties(node: TSESTree.ObjectExpression): Part[] {
  const parts: Part[] = [];
  const later: string[] = [];
  for (const property of node.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      parts.unshift({ node: property, place: { kind: 'object-spread', range: property.range, omitted: [...later] } });
      continue;
    }
    const key = getKey(property.key, property.computed);
    if (key === undefined || !later.includes(key)) parts.unshift(toPropertyPart(property, key));
    if (key !== undefined) later.push(key);
  }
  return parts;
}

const toPropertyPart = (property: TSESTree.Property, key: string | undefined): Part => ({
  ...toPart(property.value),
  ...(property.shorthand ? { place: { kind: 'shorthand', range: property.value.range } } : {}),
  ...(key === undefined ? {} : { key }),
});

/** Calls that print their arguments as they are. */
function getPassed(call: Call): Node[] | undefined {
  const name = (getDottedPath(call.callee) ?? []).join('.');
  if (call.type === 'NewExpression') return /(?:Error|Exception)$/u.test(name) ? call.arguments : undefined;
  if (/^(?:util\.)?format$/u.test(name)) return call.arguments;
  if (name === 'JSON.stringify' && call.arguments[1] !== undefined && !isEmpty(call.arguments[1])) return undefined;
  return /^(?:JSON\.stringify|String|(?:util\.)?inspect|(?:chalk|pc|picocolors|kleur|colors|colorette)\.[\w.]+)$/u.test(name) ? call.arguments.slice(0, 1) : undefined;
}

const isEmpty = (node: Node): boolean => (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');

/** From `${` to `}` around an expression; parsers differ in where they end the texts between. */
const getHole = (text: string, [start, end]: Range): Range => [text.lastIndexOf('${', start), text.indexOf('}', end) + 1];
