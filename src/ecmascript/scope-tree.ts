import type { Binding } from './binding.ts';
import { isFunction } from './syntax.ts';
import type { Node } from './walk.ts';

/** A part of a program that has names of its own: the range of a node. */
export interface Scope {
  readonly node: Node;
  readonly parent: Scope | undefined;
  readonly children: Scope[];
  readonly bindings: Map<string, MutableBinding>;
}

export interface MutableBinding extends Binding {
  isReassigned: boolean;
}

export const opensScope = (node: Node): boolean => scopeTypes.has(node.type);

const scopeTypes: ReadonlySet<string> = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'TSDeclareFunction',
  'TSEmptyBodyFunctionExpression',
  'ClassDeclaration',
  'ClassExpression',
  'BlockStatement',
  'StaticBlock',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
  'CatchClause',
  'TSModuleBlock',
]);

/** Where a `var` of a scope lives. */
export function getVarScope(scope: Scope): Scope {
  let outer = scope;
  while (outer.parent !== undefined && !isFunction(outer.node) && outer.node.type !== 'TSModuleBlock' && outer.node.type !== 'StaticBlock') outer = outer.parent;
  return outer;
}

export function findBinding(name: string, from: Scope): MutableBinding | undefined {
  for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.parent) {
    const binding = scope.bindings.get(name);
    if (binding !== undefined) return binding;
  }
  return undefined;
}

/** Parsers order a node's keys, not its children: decorators may come after the body. */
export function sortChildren(scope: Scope): void {
  scope.children.sort((a, b) => a.node.range[0] - b.node.range[0]);
  for (const child of scope.children) if (child.children.length > 0) sortChildren(child);
}

/** The one of several scopes, in order, that an offset is in. */
export function findAt(scopes: readonly Scope[], offset: number): Scope | undefined {
  let low = 0;
  let high = scopes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((scopes[middle]?.node.range[0] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const found = scopes[low];
  return found !== undefined && found.node.range[0] <= offset && offset < found.node.range[1] ? found : undefined;
}
