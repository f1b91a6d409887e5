import type { Node } from './nodes.ts';

/** Calls `visit` for every child of a node, in the order of the text where it matters. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  for (const child of getChildren(node)) if (child !== undefined) visit(child);
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

function getChildren(node: Node): readonly (Node | undefined)[] {
  switch (node.type) {
    case 'Module':
      return node.body;
    case 'Simple':
      return node.values;
    case 'Assign':
      return [...node.targets, node.annotation, node.value];
    case 'Function':
      return [...node.parameters, ...node.body];
    case 'Class':
      return [...node.bases, ...node.body];
    case 'For':
      return [node.target, node.iterable, ...node.body];
    case 'With':
      return [...node.items, ...node.targets, ...node.body];
    case 'Block':
      return [...node.values, ...node.body];
    case 'Call':
      return [node.callee, ...node.arguments];
    case 'Operation':
      return node.operands;
    case 'Sequence':
      return node.elements;
    case 'Dict':
      return node.entries;
    case 'Str':
      return node.fields.map(({ value }) => value);
    default:
      return getParts(node);
  }
}

function getParts(node: Exclude<Node, { readonly type: 'Module' | 'Simple' | 'Assign' | 'Function' | 'Class' | 'For' | 'With' | 'Block' | 'Call' | 'Operation' | 'Sequence' | 'Dict' | 'Str' }>): readonly (Node | undefined)[] {
  switch (node.type) {
    case 'Attribute':
      return [node.object];
    case 'Subscript':
      return [node.object, node.index];
    case 'Slice':
      return [node.lower, node.upper, node.step];
    case 'Argument':
    case 'Wrapped':
      return [node.value];
    case 'Entry':
      return [node.key, node.value];
    case 'Parameter':
      return [node.annotation, node.value];
    case 'Conditional':
      return [node.body, node.test, node.otherwise];
    case 'Comprehension':
      return [...node.clauses, node.key, node.element];
    case 'Clause':
      return [node.target, node.iterable, ...node.conditions];
    case 'Lambda':
      return [...node.parameters, node.body];
    case 'Named':
      return [node.target, node.value];
    default:
      return [];
  }
}
