import { anything, unite, type CharSet } from '../core/expressions/char-set.ts';
import { parseExpression, type Expression } from '../core/expressions/parse.ts';

/** What a part of a match is made of. */
export interface Items {
  readonly items: readonly Expression[];
  readonly isCaseless: boolean;
}

export const readItems = ({ source, flags }: RegExp): Items => ({ items: flatten([parseExpression(source, flags)]), isCaseless: flags.includes('i') });

/**
 * What every match of an expression has at its first places: a set of characters for each, as far as the shortest match reaches and at
 * most `most`. With a literal, for the places behind it in matches that begin with it. Sets may be larger than need be, never smaller.
 */
export function getLeadingSets({ items, isCaseless }: Items, most: number, literal = ''): readonly CharSet[] {
  const work = { isCaseless, steps: 0 };
  const rests = skip(items, literal, work);
  return rests === undefined || rests.length === 0 ? [] : uniteAll(rests.map((rest) => read(rest, most, work)));
}

/** Characters that every match has, side by side, somewhere behind its literal. */
export interface LaterSets {
  readonly sets: readonly CharSet[];
  /** How many characters there are before them, at most. */
  readonly distance: number;
}

/** What every match has behind a literal, one entry for each part of the expression. */
export function getLaterSets({ items, isCaseless }: Items, most: number, literal: string): readonly LaterSets[] {
  const work = { isCaseless, steps: 0 };
  const [rest, ...others] = skip(items, literal, work) ?? [];
  if (rest === undefined || others.length > 0) return [];
  let distance = 0;
  return flatten(rest).map((item) => {
    const later = { sets: read([item], most, work), distance };
    distance += getLongest(item);
    return later;
  });
}

/** So many characters of a set. */
export interface SetRun {
  readonly set: CharSet;
  readonly min: number;
  readonly max: number;
}

/** What every match has right behind a literal, one entry for each part of the expression, as far as these are sets of characters. */
export function getSetRuns({ items, isCaseless }: Items, literal: string): readonly SetRun[] {
  const work = { isCaseless, steps: 0 };
  const [rest, ...others] = skip(items, literal, work) ?? [];
  if (rest === undefined || others.length > 0) return [];
  const runs: SetRun[] = [];
  for (const item of flatten(rest)) {
    const body = item.type === 'repeat' ? item.body : item;
    // what is only looked at takes nothing
    if (body.type === 'look' || body.type === 'edge') continue;
    if (body.type !== 'set') break;
    runs.push({ set: read([body], 1, work)[0] ?? anything, ...(item.type === 'repeat' ? { min: item.min, max: item.max } : { min: 1, max: 1 }) });
  }
  return runs;
}

const flatten = (items: readonly Expression[]): Expression[] => items.flatMap((item) => (item.type === 'sequence' ? flatten(item.items) : [item]));

/** What may stand last; undefined where nothing need stand there. */
export function getLastSet(items: readonly Expression[]): CharSet | undefined {
  let open: CharSet = [];
  for (const item of items.toReversed()) {
    if (item.type === 'look' || item.type === 'edge') continue;
    if (item.type === 'back') return anything;
    const last = item.type === 'set' ? item.set : item.type === 'sequence' ? getLastSet(item.items) : item.type === 'repeat' ? getLastSet([item.body]) : getLastOption(item.options);
    if (last === undefined) return undefined;
    open = unite(open, last);
    if (item.type !== 'repeat' || item.min > 0) return open;
  }
  return undefined;
}

function getLastOption(options: readonly Expression[]): CharSet | undefined {
  const sets = options.map((option) => getLastSet([option]));
  return sets.includes(undefined) ? undefined : unite(...sets.map((set) => set ?? []));
}

/** The length of the longest text that an expression takes. */
export function getLongest(node: Expression): number {
  switch (node.type) {
    case 'set':
      return 1;
    case 'sequence':
      return node.items.reduce((sum, item) => sum + getLongest(item), 0);
    case 'choice':
      return Math.max(...node.options.map(getLongest));
    case 'repeat':
      return node.max === 0 ? 0 : getLongest(node.body) * node.max;
    case 'back':
      return Infinity;
    default:
      return 0;
  }
}

interface Work {
  readonly isCaseless: boolean;
  steps: number;
}

/** More is not worth it; then nothing is known. */
const mostSteps = 5000;

/** What may stand behind a literal that a match begins with, one list for each way to read it; undefined where a match may end within it. */
function skip(items: readonly Expression[], literal: string, work: Work): (readonly Expression[])[] | undefined {
  if (literal === '') return [items];
  const [head, ...rest] = items;
  if (head === undefined || ++work.steps > mostSteps) return undefined;
  switch (head.type) {
    case 'set': {
      const point = literal.codePointAt(0) ?? 0;
      return isIn(head.set, point) ? skip(rest, literal.slice(point > 0xff_ff ? 2 : 1), work) : [];
    }
    case 'back':
      return undefined;
    default: {
      const ways = unfold(head, rest).map((way) => skip(way, literal, work));
      return ways.includes(undefined) ? undefined : ways.flatMap((way) => way ?? []);
    }
  }
}

const isIn = (set: CharSet, point: number): boolean => set.some(([first, last]) => first <= point && point <= last);

/** One step towards single characters. What is only looked at takes nothing. */
function unfold(head: Expression, rest: readonly Expression[]): (readonly Expression[])[] {
  switch (head.type) {
    case 'sequence':
      return [[...head.items, ...rest]];
    case 'choice':
      return head.options.map((option) => [option, ...rest]);
    case 'repeat': {
      if (head.max === 0) return [rest];
      const again = [head.body, { ...head, min: Math.max(0, head.min - 1), max: head.max - 1 }, ...rest];
      return head.min > 0 ? [again] : [again, rest];
    }
    default:
      return [rest];
  }
}

function read(items: readonly Expression[], most: number, work: Work): readonly CharSet[] {
  const [head, ...rest] = items;
  if (most === 0 || head === undefined || head.type === 'back' || ++work.steps > mostSteps) return [];
  if (head.type === 'set') return [work.isCaseless ? addFolded(head.set) : head.set, ...read(rest, most - 1, work)];
  if (head.type === 'repeat' && head.body.type === 'set') return readRepeat(read([head.body], 1, work)[0] ?? anything, head, rest, most, work);
  return uniteAll(unfold(head, rest).map((way) => read(way, most, work)));
}

/** At once, instead of one way for each count. */
function readRepeat(set: CharSet, { min, max }: { readonly min: number; readonly max: number }, rest: readonly Expression[], most: number, work: Work): readonly CharSet[] {
  if (min >= most) return new Array<CharSet>(most).fill(set);
  const behind = read(rest, most - min, work);
  const more = max - min;
  // what comes behind begins at any place as far as the repetition reaches
  const open = behind.map((_, place) => unite(...behind.slice(Math.max(0, place - more), place + 1), ...(place < more ? [set] : [])));
  return [...new Array<CharSet>(min).fill(set), ...open];
}

/** Letters beyond ASCII that are the same as `s` and `k` where case does not count (ECMA-262, Canonicalize with the flag `u`). */
const addFolded = (set: CharSet): CharSet => (isIn(set, 0x73) || isIn(set, 0x6b) ? unite(set, [[0x17f, 0x17f], [0x212a, 0x212a]]) : set);

/** As far as all of them reach. */
function uniteAll(ways: readonly (readonly CharSet[])[]): readonly CharSet[] {
  const [first = [], ...others] = ways;
  const length = Math.min(...ways.map((way) => way.length));
  return first.slice(0, length).map((set, place) => (others.length === 0 ? set : unite(set, ...others.map((way) => way[place] ?? []))));
}
