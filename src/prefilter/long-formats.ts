import { getCost } from '../core/bounded.ts';
import { toAnchors } from '../core/detect.ts';
import type { Detector } from '../core/detector.ts';
import { isTouching } from '../core/expressions/char-set.ts';
import { parseExpression, type Expression } from '../core/expressions/parse.ts';

/** Tells up to where a text has a say in whether a format stands at a place; undefined where that may be further than `limit`. */
export type GetFormatEnd = (detector: Detector, text: string, index: number, limit: number) => number | undefined;

/** Most long formats are of one line, so that a line feed ends what they could be. */
export const getFormatEnd: GetFormatEnd = (detector, text, index, limit) => {
  const { longest, start, isOfLine } = getExtent(detector);
  if (text.length <= limit || index + longest < limit) return Math.min(text.length, limit);
  const end = isOfLine ? findLineEnd(text, index + start) : 0;
  return end > 0 && end < limit ? end : undefined;
};

/** Whether all of a format stands in one line, its mark too. */
export const isOfLine = (detector: Detector): boolean => detector.anchors !== undefined && getExtent(detector).isOfLine;

/** A backslash continues a line. */
function findLineEnd(text: string, from: number): number {
  let end = text.indexOf('\n', from);
  while (end > 0 && text.charCodeAt(end - 1) === 92) end = text.indexOf('\n', end + 1);
  return end + 1;
}

interface Extent {
  readonly longest: number;
  /** A value begins up to so many characters behind the mark. */
  readonly start: number;
  readonly isOfLine: boolean;
}

const extents = new WeakMap<Detector, Extent>();

function getExtent(detector: Detector): Extent {
  const extent = extents.get(detector) ?? measure(detector);
  extents.set(detector, extent);
  return extent;
}

function measure(detector: Detector): Extent {
  const { pattern, lookBehind = 0, anchors } = detector;
  const start = anchors === undefined ? Math.max(...toAnchors(detector).map(({ text }) => text.length)) + behindWord : 0;
  return { longest: getCost(pattern.source, pattern.flags).length + lookBehind + start, start, isOfLine: !takesLineFeed(parseExpression(pattern.source, pattern.flags)) };
}

/** Values stand this close behind the word (`core/near.ts`). */
const behindWord = 200;

const lineFeed = [[10, 10]] as const;

function takesLineFeed(node: Expression): boolean {
  switch (node.type) {
    case 'set':
      return isTouching(node.set, lineFeed);
    case 'sequence':
      return node.items.some((item, at) => takesLineFeed(item) && !(item.type === 'set' && isBackslash(node.items[at - 1])));
    case 'choice':
      return node.options.some(takesLineFeed);
    case 'repeat':
    case 'look':
      return takesLineFeed(node.body);
    case 'back':
      return true;
    default:
      return false;
  }
}

const isBackslash = (node: Expression | undefined): boolean => node?.type === 'set' && node.set.length === 1 && node.set[0]?.[0] === 92 && node.set[0][1] === 92;
