import type { Call } from '../ecmascript/scope.ts';
import { getKey, getStaticText } from '../ecmascript/syntax.ts';
import type { Node } from '../ecmascript/walk.ts';

/** Keys that a logger of this file hides by itself: `pino({ redact: ['password', 'req.headers.authorization'] })`. */
export function readRedactedKeys(calls: readonly Call[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { arguments: args } of calls) for (const argument of args) for (const text of readRedactOption(argument)) keys.add(text.replace(/^.*\.|["'[\]]/gu, ''));
  return keys;
}

function readRedactOption(options: Node): string[] {
  if (options.type !== 'ObjectExpression') return [];
  for (const property of options.properties) {
    if (property.type !== 'Property') continue;
    const key = getKey(property.key, property.computed);
    if (key === 'redact' && property.value.type === 'ObjectExpression') return readRedactOption(property.value);
    if ((key !== 'redact' && key !== 'paths') || property.value.type !== 'ArrayExpression') continue;
    return property.value.elements.map((element) => (element === null ? undefined : getStaticText(element))).filter((text) => text !== undefined);
  }
  return [];
}
