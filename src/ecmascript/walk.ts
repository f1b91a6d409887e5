import type { TSESTree } from '@typescript-eslint/utils';

export type Node = TSESTree.Node;

/**
 * Calls `visit` for every child node. No table of node types: what has a `type` is a node, so the trees of espree,
 * typescript-eslint and oxc are read alike, unknown nodes too. The order is that of the parser's keys, not of the text.
 */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  const fields = node as unknown as Record<string, unknown>;
  for (const key in fields) {
    const value = fields[key];
    if (typeof value !== 'object' || value === null || isFact(key)) continue;
    if (!Array.isArray(value)) {
      if (isNode(value)) visit(value);
    } else for (const item of value) if (isNode(item)) visit(item);
  }
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

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
