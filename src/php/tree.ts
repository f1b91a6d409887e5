import type { Range } from '../core/range.ts';

/** A node of php-parser, whose kinds its documentation lists under "AST nodes". */
export interface PhpNode {
  readonly kind: string;
  readonly loc?: { readonly start: { readonly offset: number }; readonly end: { readonly offset: number } } | null;
}

export interface PhpCursor {
  readonly node: PhpNode;
  readonly parent?: PhpCursor;
  /** Property of the parent that holds the node. */
  readonly key: string;
}

/** Every node from the top; on a stack of its own, as long concatenations nest deeply. */
export function* walkPhp(root: PhpNode): Generator<PhpCursor> {
  const open: PhpCursor[] = [{ node: root, key: '' }];
  for (let cursor = open.pop(); cursor !== undefined; cursor = open.pop()) {
    yield cursor;
    for (const [key, value] of Object.entries(cursor.node)) {
      if (facts.has(key)) continue;
      for (const child of Array.isArray(value) ? (value as readonly unknown[]) : [value]) if (isNode(child)) open.push({ node: child, parent: cursor, key });
    }
  }
}

const facts: ReadonlySet<string> = new Set(['kind', 'loc', 'leadingComments', 'trailingComments', 'comments', 'errors', 'tokens']);

export const getChild = (node: PhpNode | undefined, key: string): PhpNode | undefined => {
  const value = getField(node, key);
  return isNode(value) ? value : undefined;
};

export const getChildren = (node: PhpNode | undefined, key: string): readonly PhpNode[] => {
  const value = getField(node, key);
  return Array.isArray(value) ? (value as readonly unknown[]).filter(isNode) : [];
};

export const getField = (node: PhpNode | undefined, key: string): unknown => (node as unknown as Readonly<Record<string, unknown>> | undefined)?.[key];

export const getRange = ({ loc }: PhpNode): Range => [loc?.start.offset ?? 0, loc?.end.offset ?? 0];

/** What stands between the quotes of a text without variables; undefined where the place is not what it should be. */
export function getContentRange(node: PhpNode, text: string): Range | undefined {
  const [start, end] = getRange(node);
  const open = /^[bB]$/u.test(text.charAt(start)) ? start + 1 : start;
  const mark = text.charAt(open);
  return (mark === "'" || mark === '"') && text.charAt(end - 1) === mark && end - open >= 2 ? [open + 1, end - 1] : undefined;
}

/** Value of a text without variables. */
export const getText = (node: PhpNode | undefined): string | undefined => {
  const value = node?.kind === 'string' ? getField(node, 'value') : undefined;
  return typeof value === 'string' ? value : undefined;
};

const isNode = (value: unknown): value is PhpNode => typeof (value as { kind?: unknown } | null | undefined)?.kind === 'string';
