import { foldCase, isTouching } from '../core/expressions/char-set.ts';
import { parseExpression, type Expression } from '../core/expressions/parse.ts';
import { getMaxLength } from '../core/expressions/shape.ts';

/** Where matches of an expression are looked for. */
export interface Anchors {
  readonly anchors: readonly string[];
  readonly isCaseless: boolean;
  readonly lookBehind: number;
}

const leastLength = 3;
const maxLookBehind = 300;

/** The literal that every match begins with, or the keywords of the rule, which then stand somewhere in the match. */
export function findAnchors(source: string, flags: string, keywords: readonly string[]): Anchors | undefined {
  const expression = parseExpression(source, flags);
  const literal = getLiteral(expression);
  if (literal.length >= leastLength) return { anchors: [literal], isCaseless: flags.includes('i'), lookBehind: 0 };
  const anchors = keywords.filter((keyword) => keyword.length >= leastLength);
  if (anchors.length === 0 || anchors.length < keywords.length) return undefined;
  return { anchors, isCaseless: true, lookBehind: Math.min(maxLookBehind, getMaxLength(expression)) };
}

/** Characters that stand at the beginning of every match, in lower case where the case does not matter. */
function getLiteral(node: Expression): string {
  const items = node.type === 'sequence' ? node.items : [node];
  let literal = '';
  for (const item of items) {
    if (item.type === 'edge') continue;
    const char = item.type === 'set' ? getChar(item) : undefined;
    if (char === undefined) break;
    literal += char;
  }
  return literal;
}

function getChar({ set }: Extract<Expression, { type: 'set' }>): string | undefined {
  const [first] = set;
  const last = set.at(-1);
  if (first === undefined || last === undefined || first[0] !== first[1] || last[0] !== last[1] || set.length > 2) return undefined;
  const isOneLetter = set.length === 1 || isTouching(foldCase([first]), [last]);
  return isOneLetter ? String.fromCodePoint(last[0]) : undefined;
}
