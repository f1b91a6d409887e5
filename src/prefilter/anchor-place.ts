import type { Detector } from '../core/detector.ts';
import type { Expression } from '../core/expressions/parse.ts';
import { getLongest, readItems, type Items } from './leading-sets.ts';

/** What stands before an anchor in every match, and what begins with one. */
export interface AnchorPlace {
  readonly before: readonly Expression[];
  readonly behind: Items;
}

/** Undefined for a format whose anchors have no place that is the same in all of its matches. */
export function findAnchorPlace({ pattern, anchors = [], isCaseless = false, lookBehind = 0 }: Detector): AnchorPlace | undefined {
  const { items, isCaseless: isFolded } = readItems(pattern);
  if (lookBehind === 0) return { before: [], behind: { items, isCaseless: isFolded } };
  const toSpelled = (text: string): string => (isCaseless ? text.toLowerCase() : text);
  const spelled = anchors.map(toSpelled);
  const at = items.findIndex((_, index) => spells(items.slice(index), (text) => spelled.includes(toSpelled(text)), (text) => spelled.some((anchor) => anchor.startsWith(toSpelled(text)))));
  const before = items.slice(0, Math.max(0, at));
  // a match that begins further away is not found by its anchor
  if (at === -1 || before.reduce((sum, item) => sum + getLongest(item), 0) > lookBehind) return undefined;
  return { before, behind: { items: items.slice(at), isCaseless: isFolded } };
}

/** Whether all that may stand there begins with a whole text of some, told by their beginnings. */
function spells(items: readonly Expression[], isWhole: (text: string) => boolean, isBeginning: (text: string) => boolean, text = ''): boolean {
  if (text !== '' && isWhole(text)) return true;
  const [head, ...rest] = items;
  if (head === undefined || !isBeginning(text)) return false;
  const goesOn = (next: readonly Expression[], more = ''): boolean => spells(next, isWhole, isBeginning, text + more);
  switch (head.type) {
    case 'set':
      return head.set.every(([first, last]) => last - first < mostCharacters && Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).every((character) => goesOn(rest, character)));
    case 'sequence':
      return goesOn([...head.items, ...rest]);
    case 'choice':
      return head.options.every((option) => goesOn([option, ...rest]));
    case 'repeat':
      return head.min > 0 && goesOn([head.body, { ...head, min: head.min - 1, max: head.max - 1 }, ...rest]);
    case 'look':
      return (!head.isNegated && !head.isBehind && goesOn([head.body])) || goesOn(rest);
    case 'edge':
      return goesOn(rest);
    default:
      return false;
  }
}

const mostCharacters = 12;
