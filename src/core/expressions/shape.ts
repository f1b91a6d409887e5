import { anything, isTouching, nothing, unite, type CharSet } from './char-set.ts';
import type { Expression } from './parse.ts';

/** Most characters that an expression can take; look-arounds and back references add what they look at. */
export function getMaxLength(node: Expression, widest = 0): number {
  switch (node.type) {
    case 'set':
      return 1;
    case 'edge':
      return 0;
    case 'back':
      return widest;
    case 'look':
      return getMaxLength(node.body, widest);
    case 'sequence':
      return node.items.reduce((sum, item) => sum + getMaxLength(item, widest), 0);
    case 'choice':
      return Math.max(...node.options.map((option) => getMaxLength(option, widest)));
    case 'repeat': {
      const length = getMaxLength(node.body, widest);
      return length === 0 ? 0 : length * node.max;
    }
  }
}

export function isNullable(node: Expression): boolean {
  switch (node.type) {
    case 'set':
      return false;
    case 'sequence':
      return node.items.every(isNullable);
    case 'choice':
      return node.options.some(isNullable);
    case 'repeat':
      return node.min === 0 || isNullable(node.body);
    default:
      return true;
  }
}

/** What it can begin with, where it takes something. */
export function getFirst(node: Expression): CharSet {
  switch (node.type) {
    case 'set':
      return node.set;
    case 'sequence': {
      let first: CharSet = nothing;
      for (const item of node.items) {
        first = unite(first, getFirst(item));
        if (!isNullable(item)) break;
      }
      return first;
    }
    case 'choice':
      return unite(...node.options.map(getFirst));
    case 'repeat':
      return getFirst(node.body);
    case 'back':
      return anything;
    default:
      return nothing;
  }
}

/** Whether a text can begin as both of them do. */
export function isConfusable(a: Expression, b: Expression): boolean {
  if (isNullable(a) || isNullable(b)) return true;
  const [left, right] = [getPrefix(a), getPrefix(b)];
  for (let index = 0; index < left.length && index < right.length; index++) {
    if (!isTouching(left[index] ?? nothing, right[index] ?? nothing)) return false;
  }
  return true;
}

/** What its first characters are, up to where its length varies. */
function getPrefix(node: Expression, limit = 40): CharSet[] {
  if (node.type === 'set') return [node.set];
  if (node.type === 'repeat') {
    if (node.body.type !== 'set') return node.min > 0 ? [getFirst(node)] : [];
    return Array.from({ length: Math.min(node.min, limit) }, () => getFirst(node.body));
  }
  if (node.type === 'choice') return isNullable(node) ? [] : [getFirst(node)];
  if (node.type !== 'sequence') return [];
  const prefix: CharSet[] = [];
  for (const item of node.items) {
    if (item.type === 'edge' || item.type === 'look') continue;
    if (prefix.length >= limit) break;
    prefix.push(...getPrefix(item, limit));
    const isFixed = item.type === 'set' || (item.type === 'repeat' && item.body.type === 'set' && item.min === item.max && item.min <= limit);
    if (!isFixed) break;
  }
  return prefix;
}
