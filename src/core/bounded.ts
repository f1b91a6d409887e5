import { isAmbiguous } from './expressions/ambiguity.ts';
import { anything, isTouching, unite, type CharSet } from './expressions/char-set.ts';
import { parseExpression, type Expression } from './expressions/parse.ts';
import { getFirst, getMaxLength, isConfusable, isNullable } from './expressions/shape.ts';

/** What trying an expression at one place of a text can cost, whatever the text. */
export interface Cost {
  /** The most characters that it looks at. */
  readonly length: number;
  /** The most steps of a matcher that goes back and tries again; infinite where they grow with the text. */
  readonly steps: number;
}

/** Steps that one place of a text may take. */
export const maxSteps = 100_000;

/** An expression of more characters takes long to judge, and nobody can read it. */
const maxSource = 4000;

/** Throws `SyntaxError` for what is no regular expression. */
export function getCost(source: string, flags: string): Cost {
  const expression = parseExpression(source, flags);
  const length = getMaxLength(expression);
  return { length: hasBack(expression) ? getMaxLength(expression, length) : length, steps: measure(expression, 'end').steps + length };
}

/** Why an expression may not be tried at many places of a text; undefined where its cost has a bound. */
export function refuseExpression(source: string, flags: string): string | undefined {
  if (source.length > maxSource) return `is longer than ${String(maxSource)} characters`;
  try {
    const { length, steps } = getCost(source, flags);
    if (length === Infinity) return 'repeats without an end: give *, + and {n,} an upper limit, such as {1,64}';
    if (steps === Infinity) return 'repeats a part that can take the same text in several ways: the time would double with every character';
    return steps > maxSteps ? 'has repetitions side by side, or within each other, that take the same characters: shorten them, or put a character between that neither takes' : undefined;
  } catch (error) {
    return error instanceof SyntaxError ? 'is no regular expression of JavaScript' : 'nests too deeply';
  }
}

/** `steps`: spent in the part itself. `ways`: how often what follows is tried in earnest. */
interface Effort {
  readonly steps: number;
  readonly ways: number;
}

/** What can come next; after `end` nothing fails any more. */
type Next = CharSet | 'end';

const hasBack = (node: Expression): boolean =>
  node.type === 'back' || (node.type === 'sequence' ? node.items.some(hasBack) : node.type === 'choice' ? node.options.some(hasBack) : node.type === 'repeat' || node.type === 'look' ? hasBack(node.body) : false);

function measure(node: Expression, next: Next): Effort {
  switch (node.type) {
    case 'sequence':
      return measureSequence(node.items, next);
    case 'choice':
      return measureChoice(node.options, next);
    case 'repeat':
      return measureRepeat(node, next);
    case 'look':
      return { steps: measure(node.body, 'end').steps + getMaxLength(node.body), ways: 1 };
    default:
      return { steps: 1, ways: 1 };
  }
}

function measureSequence(items: readonly Expression[], next: Next): Effort {
  let after = next;
  let steps = 0;
  let ways = 1;
  for (const item of items.toReversed()) {
    const own = measure(item, after);
    steps = own.steps + (steps === 0 ? 0 : own.ways * steps);
    ways *= own.ways;
    after = getNext(item, after);
  }
  return { steps, ways };
}

/** A look-around says nothing certain of what follows it. */
const getNext = (item: Expression, after: Next): Next => {
  if (item.type === 'look' || item.type === 'edge') return anything;
  if (!isNullable(item)) return getFirst(item);
  return after === 'end' ? anything : unite(getFirst(item), after);
};

function measureChoice(options: readonly Expression[], next: Next): Effort {
  const efforts = options.map((option) => measure(option, next));
  const steps = efforts.reduce((sum, effort) => sum + effort.steps, 0);
  // options that cannot begin alike are never tried one after the other
  const ways = options.map((option, index) => options.reduce((sum, other, place) => sum + (place === index || isConfusable(option, other) ? (efforts[place]?.ways ?? 1) : 0), 0));
  return { steps, ways: Math.max(1, ...ways) };
}

function measureRepeat({ body, min, max: most }: Extract<Expression, { type: 'repeat' }>, next: Next): Effort {
  // at the end, what is more than enough has succeeded, once
  const max = next === 'end' && most < Infinity ? Math.max(min, 1) : most;
  if (most === 0) return { steps: 1, ways: 1 };
  const first = getFirst(body);
  // where what follows cannot begin like one more repetition, there is one place to stop
  const isDecided = next === 'end' || !isTouching(first, next);
  const stops = isDecided ? 1 : max - min + 1;
  const inner = measure(body, max === 1 ? next : next === 'end' ? anything : unite(first, next));
  if (body.type === 'set') return { steps: max + 1, ways: stops };
  if (max === 1) return { steps: inner.steps + 1, ways: isDecided ? inner.ways : inner.ways + 1 };
  if (inner.ways === 1) return { steps: max * inner.steps + 1, ways: stops };
  const product = inner.ways ** max;
  if (product <= maxProduct) return { steps: max * inner.steps * product, ways: product * stops };
  if (isAmbiguous(body)) return { steps: Infinity, ways: Infinity };
  // each text is taken in one way only; the others end soon
  return { steps: max * inner.steps * inner.ways, ways: inner.ways * stops };
}

const maxProduct = 64;

/** Whether some text takes it exponential time, as far as it may repeat without an end or more than a few times. */
export const isExponential = (source: string, flags: string): boolean => hasAmbiguousLoop(parseExpression(source, flags));

function hasAmbiguousLoop(node: Expression): boolean {
  switch (node.type) {
    case 'sequence':
      return node.items.some(hasAmbiguousLoop);
    case 'choice':
      return node.options.some(hasAmbiguousLoop);
    case 'look':
      return hasAmbiguousLoop(node.body);
    case 'repeat':
      return (node.max > fewRounds && node.body.type !== 'set' && isAmbiguous(node.body)) || hasAmbiguousLoop(node.body);
    default:
      return false;
  }
}

/** 2^8 ways are no danger. */
const fewRounds = 8;
