import { anything, intersect, invert, invertRoughly, lineBreaks, nothing, wordChars, type CharSet } from './char-set.ts';
import type { Expression } from './parse.ts';

/** What must stand on both sides of a place in the text. */
export interface Condition {
  readonly behind: CharSet;
  readonly ahead: CharSet;
  /** Holds in more places than one can tell: a look-around of more than a character. */
  readonly isOpen?: boolean;
}

export const always: Condition = { behind: anything, ahead: anything };

export const isAlways = ({ behind, ahead, isOpen = false }: Condition): boolean => behind === anything && ahead === anything && !isOpen;

export const both = (a: Condition, b: Condition): Condition => ({ behind: intersect(a.behind, b.behind), ahead: intersect(a.ahead, b.ahead), ...(a.isOpen === true || b.isOpen === true ? { isOpen: true } : {}) });

/** The ways in which a part that takes no character can hold. The start of a text has `nothing` behind it. */
export function getConditions(node: Extract<Expression, { type: 'edge' | 'look' }>): Condition[] {
  if (node.type === 'edge') return node.mark === undefined ? [always] : edges[node.mark];
  if (node.body.type !== 'set') return [{ ...always, isOpen: true }];
  const set = !node.isNegated ? node.body.set : node.body.isRough === true ? invertRoughly(node.body.set) : invert(node.body.set);
  return [node.isBehind ? { ...always, behind: set } : { ...always, ahead: set }];
}

const noWordChars = invert(wordChars);

const edges = {
  start: [{ ...always, behind: nothing }],
  end: [{ ...always, ahead: nothing }],
  'line-start': [{ ...always, behind: lineBreaks }],
  'line-end': [{ ...always, ahead: lineBreaks }],
  word: [{ behind: wordChars, ahead: noWordChars }, { behind: noWordChars, ahead: wordChars }],
  'no-word': [{ behind: wordChars, ahead: wordChars }, { behind: noWordChars, ahead: noWordChars }],
};
