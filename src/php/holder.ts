import type { Subject } from '../core/problem.ts';
import { getChild, getChildren, getField, getText, type PhpCursor, type PhpNode } from './tree.ts';

/** What a literal is given to, with the keys and names around it; undefined where nothing names it. */
export function getHolder(cursor: PhpCursor): Subject | undefined {
  const names: string[] = [];
  for (let at: PhpCursor = cursor; at.parent !== undefined; at = at.parent) {
    const name = getGivenName(at.parent.node, at.node);
    if (name !== undefined) names.push(name);
    if (/^(?:method|function|closure|arrowfunc|class)$/u.test(at.parent.node.kind)) break;
  }
  const [name, ...path] = names;
  return name === undefined ? undefined : { name, path: path.reverse() };
}

function getGivenName(parent: PhpNode, child: PhpNode): string | undefined {
  switch (parent.kind) {
    case 'assign':
      return getChild(parent, 'right') === child ? getLastName(getChild(parent, 'left')) : undefined;
    case 'entry':
      return getChild(parent, 'value') === child ? getText(getChild(parent, 'key')) : undefined;
    case 'call':
      return getArgumentName(parent, child);
    case 'namedargument':
    case 'constant':
    case 'property':
    case 'parameter':
      return getLastName(parent);
    default:
      return undefined;
  }
}

/** `define('NAME', '…')`, `$config->set('name', '…')` */
function getArgumentName(call: PhpNode, child: PhpNode): string | undefined {
  const given = getChildren(call, 'arguments');
  return given[1] === child && given.length === 2 && /^(?:define|set|put|with|add\w*|set\w*)$/iu.test(getLastName(getChild(call, 'what')) ?? '') ? getText(given[0]) : undefined;
}

/** `token` for `$token`, `$this->token`, `$config['token']` and `self::$token`. */
export function getLastName(node: PhpNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (/lookup$/u.test(node.kind)) return getText(getChild(node, 'offset')) ?? getLastName(getChild(node, 'offset'));
  const name = getField(node, 'name');
  return typeof name === 'string' ? name.replace(/^.*\\/u, '') : getLastName(getChild(node, 'name'));
}
