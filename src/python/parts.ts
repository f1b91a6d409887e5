import type { Range } from '../core/range.ts';
import type { LogSite } from '../core/sites/log.ts';
import type { Argument, Call, Dict, Expression } from './nodes.ts';
import { getText } from './strings.ts';
import { getDottedPath, getLastName, getPositional } from './syntax.ts';

/** A part of what is printed. */
export interface Part {
  readonly node: Expression;
  /** What an edit replaces. */
  readonly range: Range;
  readonly kind: LogSite['place'];
  /** Of an entry or a named argument. */
  readonly key?: string;
}

export const toPart = (node: Expression): Part => ({ node, range: node.range, kind: 'expression' });

export const toArgumentPart = ({ name, star, value }: Argument): Part => ({ ...toPart(value), ...(star === '**' ? { kind: 'object-spread' } : {}), ...(name === undefined ? {} : { key: name }) });

/** What an expression prints is made of; undefined where it is to be judged as a whole. */
export function getParts(node: Expression): Part[] | undefined {
  switch (node.type) {
    case 'Str':
      return node.fields.map(({ value, range }) => ({ node: value, range, kind: 'template-part' }));
    case 'Operation':
      return getOperands(node.operators[0] ?? '', node.operands);
    case 'Conditional':
      return [node.body, node.otherwise].map(toPart);
    case 'Sequence':
      return node.elements.map(toPart);
    case 'Dict':
      return getEntries(node);
    case 'Call':
      return getPassed(node);
    case 'Wrapped':
      return node.keyword === 'yield' ? undefined : [toPart(node.value)];
    default:
      return undefined;
  }
}

function getOperands(operator: string, operands: readonly Expression[]): Part[] | undefined {
  if (operator === 'or' || operator === '+' || (operator === '%' && operands.length > 1)) return operands.map(toPart);
  return operator === 'and' ? operands.slice(-1).map(toPart) : undefined;
}

/** Later entries win. */
function getEntries({ entries }: Dict): Part[] {
  const parts: Part[] = [];
  const seen = new Set<string>();
  for (const { key, value } of entries.toReversed()) {
    const text = key === undefined ? undefined : getText(key);
    if (key === undefined) parts.unshift({ ...toPart(value), kind: 'object-spread' });
    else if (text === undefined || !seen.has(text)) parts.unshift({ ...toPart(value), ...(text === undefined ? {} : { key: text }) });
    if (text !== undefined) seen.add(text);
  }
  return parts;
}

/** Calls that print their arguments as they are. */
function getPassed(call: Call): Part[] | undefined {
  const path = (getDottedPath(call.callee) ?? []).join('.');
  if (/^(?:str|repr|ascii|(?:json|orjson|simplejson)\.dumps|dumps|pprint\.pformat|pformat|yaml\.(?:safe_)?dump)$/u.test(path)) return getPositional(call).slice(0, 1).map(toPart);
  if (path === 'dict' || path === 'ValueError' || /(?:Error|Exception|Response)$/u.test(path)) return call.arguments.map(toArgumentPart);
  const isFormatting = call.callee.type === 'Attribute' && /^(?:format|join)$/u.test(getLastName(call.callee) ?? '') && call.callee.object.type === 'Str';
  return isFormatting ? call.arguments.map(({ value }) => toPart(value)) : undefined;
}
