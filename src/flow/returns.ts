import type { FunctionNode } from '../ecmascript/syntax.ts';
import type { Node } from '../ecmascript/walk.ts';

/** What a function gives back: the expression of an arrow, the arguments of its own `return`s. */
export function getReturned(owner: FunctionNode): Node[] {
  if (owner.body.type !== 'BlockStatement') return [owner.body];
  const returned: Node[] = [];
  collectReturned(owner.body, returned);
  return returned;
}

function collectReturned(node: Node, returned: Node[]): void {
  if (node.type === 'ReturnStatement') {
    if (node.argument !== null) returned.push(node.argument);
  } else for (const child of getStatements(node)) collectReturned(child, returned);
}

/** Statements below a statement; functions inside return for themselves. */
function getStatements(node: Node): Node[] {
  switch (node.type) {
    case 'BlockStatement':
      return node.body;
    case 'IfStatement':
      return node.alternate === null ? [node.consequent] : [node.consequent, node.alternate];
    case 'TryStatement':
      return [node.block, node.handler?.body, node.finalizer].filter((part) => part !== undefined && part !== null);
    case 'SwitchStatement':
      return node.cases.flatMap((part) => part.consequent);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      return [node.body];
    default:
      return [];
  }
}
