import type { Call, Expression } from './nodes.ts';
import { getText } from './strings.ts';

/** `a.b.c` as `['a', 'b', 'c']`; undefined where anything but names is in it. */
export function getDottedPath(node: Expression): string[] | undefined {
  if (node.type === 'Name') return [node.id];
  if (node.type !== 'Attribute') return undefined;
  const path = getDottedPath(node.object);
  path?.push(node.name);
  return path;
}

/** The name that an expression ends in: of a variable, an attribute, a key, or what is called. */
export function getLastName(node: Expression): string | undefined {
  switch (node.type) {
    case 'Name':
      return node.id;
    case 'Attribute':
      return node.name;
    case 'Subscript':
      return getText(node.index) ?? getLastName(node.object);
    case 'Call':
      return getLastName(node.callee);
    case 'Wrapped':
      return getLastName(node.value);
    default:
      return undefined;
  }
}

/** Method and receiver of `a.b(…)`. */
export function getMethod(call: Call): { readonly object: Expression; readonly name: string } | undefined {
  return call.callee.type === 'Attribute' ? call.callee : undefined;
}

export const getKeyword = (call: Call, name: string): Expression | undefined => call.arguments.find((argument) => argument.name === name)?.value;

/** Positional arguments up to a `*`. */
export function getPositional(call: Call): Expression[] {
  const values: Expression[] = [];
  for (const argument of call.arguments) {
    if (argument.name !== undefined) continue;
    if (argument.star !== undefined) break;
    values.push(argument.value);
  }
  return values;
}

export const isConstant = (node: Expression | undefined, text: string): boolean => node?.type === 'Constant' && node.text === text;
