import type { Range } from '../core/range.ts';
import type { Entry, Tree } from '../core/tree.ts';
import type { Expression, Item } from './syntax.ts';

/** An expression as the readers of documents know it; what only Terraform can tell is opaque. */
export function toTree(expression: Expression): Tree {
  const placed = { range: expression.range, outer: expression.range };
  if (expression.kind === 'text') return { kind: 'scalar', ...placed, style: expression.isHeredoc ? 'block' : 'double', content: expression.content, text: expression.text, isString: true };
  if (expression.kind === 'constant') return { kind: 'scalar', ...placed, style: 'plain', content: expression.range, text: expression.text, isString: false };
  if (expression.kind === 'tuple') return { kind: 'list', ...placed, isFlow: true, items: expression.items.map(toTree) };
  if (expression.kind === 'object') return toMap(expression.range, expression.items.map(toEntry));
  const [argument] = expression.parts;
  return expression.kind === 'call' && expression.name === 'jsonencode' && argument !== undefined ? toTree(argument) : { kind: 'opaque', ...placed };
}

export const toMap = (range: Range, entries: readonly Entry[]): Tree => ({ kind: 'map', range, outer: range, isFlow: true, entries });

const toEntry = ({ key, keyRange, value }: Item): Entry => ({ key: key ?? '...', keyRange, value: toTree(value) });
