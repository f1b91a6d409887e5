import type { TSESTree } from '@typescript-eslint/utils';
import { getKey } from './syntax.ts';
import type { Node } from './walk.ts';

/** A place in a destructured value. `*` is any element; a number is an element of an array. */
export type Path = readonly string[];

/** A name that a pattern binds or assigns. */
export interface Target {
  /** Undefined for a member, as in `[this.token] = …`. */
  readonly identifier: TSESTree.Identifier | undefined;
  readonly node: Node;
  /** Where in the value of the whole pattern. */
  readonly path: Path;
  /** For `...rest`: the properties that are taken out of it. */
  readonly omitted: Path;
  readonly defaults: readonly TSESTree.Expression[];
}

/** `{ a: [b = 1], ...rest }` gives `b` at `a.0` with the default `1`, and `rest` without `a`. */
export function readPattern(pattern: Node): Target[] {
  if (pattern.type === 'Identifier') return [{ identifier: pattern, node: pattern, path: none, omitted: none, defaults: [] }];
  const targets: Target[] = [];
  collect(pattern, none, [], targets);
  return targets;
}

const none: Path = [];

function collect(node: Node, path: Path, defaults: readonly TSESTree.Expression[], targets: Target[]): void {
  if (node.type === 'Identifier') targets.push({ identifier: node, node, path, omitted: [], defaults });
  else if (node.type === 'AssignmentPattern') collect(node.left, path, [...defaults, node.right], targets);
  else if (node.type === 'ObjectPattern') collectObject(node, path, defaults, targets);
  else if (node.type === 'ArrayPattern') collectArray(node, path, defaults, targets);
  else if (node.type === 'RestElement') collect(node.argument, path, defaults, targets);
  else if (node.type === 'TSParameterProperty') collect(node.parameter, path, defaults, targets);
  else targets.push({ identifier: undefined, node, path, omitted: [], defaults });
}

function collectObject(pattern: TSESTree.ObjectPattern, path: Path, defaults: readonly TSESTree.Expression[], targets: Target[]): void {
  const taken: string[] = [];
  for (const property of pattern.properties) {
    if (property.type === 'RestElement') {
      const { argument } = property;
      const identifier = argument.type === 'Identifier' ? argument : undefined;
      targets.push({ identifier, node: argument, path, omitted: taken, defaults });
    } else {
      const key = getKey(property.key, property.computed) ?? '*';
      taken.push(key);
      collect(property.value, [...path, key], defaults, targets);
    }
  }
}

function collectArray(pattern: TSESTree.ArrayPattern, path: Path, defaults: readonly TSESTree.Expression[], targets: Target[]): void {
  for (const [index, element] of pattern.elements.entries()) {
    if (element === null) continue;
    if (element.type === 'RestElement') collect(element.argument, path, defaults, targets);
    else collect(element, [...path, String(index)], defaults, targets);
  }
}
