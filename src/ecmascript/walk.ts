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

/** Visits a tree from the top, however deep it is; `ancestors` begins at the root, and is only valid during the call. `false` skips what is below. */
export function walk(root: Node, enter: (node: Node, ancestors: readonly Node[]) => boolean | undefined): void {
  const ancestors: Node[] = [];
  // the next one last, each with how many are above it
  const waiting: Node[] = [root];
  const depths: number[] = [0];
  const wait = (node: Node): void => void waiting.push(node);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const depth = depths.pop() ?? 0;
    ancestors.length = depth;
    if (enter(node, ancestors) === false) continue;
    ancestors.push(node);
    const from = waiting.length;
    forEachChild(node, wait);
    for (let low = from, high = waiting.length - 1; low < high; low++, high--) [waiting[low], waiting[high]] = [waiting[high] as Node, waiting[low] as Node];
    while (depths.length < waiting.length) depths.push(depth + 1);
  }
}

/** Keys that hold no children, and those that lead upwards or aside. */
const isFact = (key: string): boolean =>
  key === 'range' || key === 'loc' || key === 'parent' || key === 'tokens' || key === 'comments' || key === 'regex';

const isNode = (value: unknown): value is Node => typeof (value as { type?: unknown } | null)?.type === 'string';
