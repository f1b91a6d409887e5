import type { Range } from './range.ts';

/** A part of a document (JSON, YAML) or of a literal in a program, the same for every format. */
export type Tree = MapTree | ListTree | ScalarTree | AliasTree | OpaqueTree;

export interface MapTree extends Placed {
  readonly kind: 'map';
  readonly isFlow: boolean;
  /** In the order of the text; a key may stand twice. */
  readonly entries: readonly Entry[];
}

export interface ListTree extends Placed {
  readonly kind: 'list';
  readonly isFlow: boolean;
  readonly items: readonly Tree[];
}

export interface ScalarTree extends Placed {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'block';
  /** Without the quotes or the header of a block. */
  readonly content: Range;
  /** As the program sees it: escapes resolved, lines folded. In programs, holes stand as `${…}`. */
  readonly text: string;
  /** False for numbers, booleans and null. */
  readonly isString: boolean;
}

/** A YAML alias. `target` is absent where the anchor is missing or encloses the alias, so that no tree holds itself. */
export interface AliasTree extends Placed {
  readonly kind: 'alias';
  readonly target?: Tree;
}

/** An expression whose value only the program knows. */
export interface OpaqueTree extends Placed {
  readonly kind: 'opaque';
}

interface Placed {
  /** The value with its quotes, without its tag. */
  readonly range: Range;
  /** With its tag. */
  readonly outer: Range;
  /** Such as `!Sub`; the tags of YAML's own types are left out. */
  readonly tag?: string;
}

export interface Entry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Tree;
}

/** A node with its way from the root. */
export interface Cursor<T extends Tree = Tree> {
  readonly node: T;
  /** Key in the parent where that is a map. */
  readonly key?: string;
  readonly parent?: Cursor;
}

/** Deeper documents are not read: parsers and readers are recursive, and no settings file nests like that. */
export const maxDepth = 100;

/** Every node from the top, without what aliases lead to: that is visited where it stands. */
export function* walkTree(root: Tree): Generator<Cursor> {
  const open: Cursor[] = [{ node: root }];
  for (let cursor = open.pop(); cursor !== undefined; cursor = open.pop()) {
    yield cursor;
    open.push(...getChildren(cursor).reverse());
  }
}

export const isCursorOn = <K extends Tree['kind']>(cursor: Cursor | undefined, kind: K): cursor is Cursor<Extract<Tree, { kind: K }>> =>
  cursor?.node.kind === kind;

/** Keys from the root, list positions left out. */
export function getKeys(cursor: Cursor): string[] {
  const keys: string[] = [];
  for (let at: Cursor | undefined = cursor; at !== undefined; at = at.parent) if (at.key !== undefined) keys.push(at.key);
  return keys.reverse();
}

export function getRoot(cursor: Cursor): Tree {
  let at = cursor;
  while (at.parent !== undefined) at = at.parent;
  return at.node;
}

/** Within braces or brackets. */
export function isInFlow({ parent }: Cursor): boolean {
  for (let at = parent; at !== undefined; at = at.parent) if ('isFlow' in at.node && at.node.isFlow) return true;
  return false;
}

/** The last entry with one of the keys, as JSON and YAML readers take it; looked for in merged maps (`<<`) after that. */
export function getEntry(tree: Tree | undefined, ...keys: readonly string[]): Entry | undefined {
  const map = follow(tree);
  if (map?.kind !== 'map') return undefined;
  return findEntry(map, keys) ?? getMergedEntry(map, keys);
}

export const getValue = (tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined => follow(getEntry(tree, ...keys)?.value);

/** Text of a scalar that is no tagged expression. */
export const getText = (tree: Tree | undefined): string | undefined => {
  const node = follow(tree);
  return node?.kind === 'scalar' && node.tag === undefined ? node.text : undefined;
};

/** What an alias stands for; any other node itself. */
export function follow(tree: Tree | undefined): Tree | undefined {
  let node = tree;
  for (let steps = 0; node?.kind === 'alias' && steps < maxDepth; steps++) node = node.target;
  return node;
}

export const toList = (tree: Tree | undefined): readonly Tree[] => {
  const node = follow(tree);
  if (node === undefined) return [];
  return node.kind === 'list' ? node.items : [node];
};

function getChildren(parent: Cursor): Cursor[] {
  if (parent.node.kind === 'map') return parent.node.entries.map(({ key, value }) => ({ node: value, key, parent }));
  return parent.node.kind === 'list' ? parent.node.items.map((node) => ({ node, parent })) : [];
}

/** The last of the keys' last entries; large maps are asked often and get an index. */
function findEntry(map: MapTree, keys: readonly string[]): Entry | undefined {
  if (map.entries.length < 32) return map.entries.findLast(({ key }) => keys.includes(key));
  let index = indexes.get(map);
  if (index === undefined) indexes.set(map, (index = new Map(map.entries.map((entry) => [entry.key, entry]))));
  for (const key of keys) if (index.has(key)) return index.get(key);
  return undefined;
}

const indexes = new WeakMap<MapTree, ReadonlyMap<string, Entry>>();

function getMergedEntry(map: MapTree, keys: readonly string[]): Entry | undefined {
  for (const merged of toList(findEntry(map, ['<<'])?.value)) {
    const target = follow(merged);
    const found = target?.kind === 'map' ? findEntry(target, keys) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
