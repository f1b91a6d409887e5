import type { TSESTree } from '@typescript-eslint/utils';
import { childKeys } from './child-keys.ts';

export type Node = TSESTree.Node;

/** Calls `visit` for every child node. A type that the table does not know (a new syntax, another parser) is read key by key. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  const fields = node as unknown as Record<string, unknown>;
  const keys = childKeys.get(node.type);
  if (keys === undefined) {
    for (const key in fields) if (!isFact(key)) visitField(fields[key], visit);
  } else for (const key of keys) visitField(fields[key], visit);
}

function visitField(value: unknown, visit: (child: Node) => void): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) {
    if (isNode(value)) visit(value);
  } else for (const item of value) if (isNode(item)) visit(item);
}

/** Visits a tree from the top; `ancestors` begins at the root, and is only valid during the call. `false` skips what is below. */
export function walk(root: Node, enter: (node: Node, ancestors: readonly Node[]) => boolean | undefined): void {
  const ancestors: Node[] = [];
  const visit = (node: Node): void => {
    if (enter(node, ancestors) === false) return;
    ancestors.push(node);
    forEachChild(node, visit);
    ancestors.pop();
  };
  visit(root);
}

/** Keys that hold no children, and those that lead upwards or aside. */
const isFact = (key: string): boolean =>
  key === 'range' || key === 'loc' || key === 'parent' || key === 'tokens' || key === 'comments' || key === 'regex';

const isNode = (value: unknown): value is Node => typeof (value as { type?: unknown } | null)?.type === 'string';
