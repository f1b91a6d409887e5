import { anything, intersect, unite, type CharSet } from './char-set.ts';
import { always, both, getConditions, isAlways, type Condition } from './condition.ts';
import type { Expression } from './parse.ts';

/** The places of an expression that read a character, and which can follow which (Glushkov's construction). */
export interface Automaton {
  readonly sets: readonly CharSet[];
  /** Where a match can begin: at the start of the text, and for most behind any character. */
  readonly starts: readonly number[];
  readonly follow: readonly (readonly number[])[];
  /** Those of `follow` that do not lead back to the beginning of a repetition with an upper limit. */
  readonly free: readonly (readonly number[])[];
  /** After them nothing can fail any more. */
  readonly ends: ReadonlySet<number>;
}

/** The text before the place where a match begins. */
export const search = 0;

/** Undefined for an expression of so many places that it is not judged. */
export function createAutomaton(expression: Expression): Automaton | undefined {
  const graph: Graph = { sets: [anything], links: [] };
  const whole = number(expression, graph);
  if (graph.sets.length > maxPlaces) return undefined;
  link(graph, [{ place: search, when: always }], [{ place: search, when: always }], true);
  link(graph, [{ place: search, when: always }], whole.first, true);
  return unfold(graph, whole);
}

const maxPlaces = 1500;

/** Repetitions up to here are a factor; beyond it they are taken for endless. */
const mostRounds = 1000;

interface Graph {
  readonly sets: CharSet[];
  readonly links: Link[];
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly when: Condition;
  readonly isFree: boolean;
}

/** A place at the border of a part, and what must hold there. */
interface Border {
  readonly place: number;
  readonly when: Condition;
}

interface Part {
  readonly first: readonly Border[];
  readonly last: readonly Border[];
  /** When it may take nothing. */
  readonly skips: readonly Condition[];
}

const empty: Part = { first: [], last: [], skips: [always] };

function number(node: Expression, graph: Graph): Part {
  switch (node.type) {
    case 'set': {
      const border = [{ place: graph.sets.push(node.set) - 1, when: always }];
      return { first: border, last: border, skips: [] };
    }
    case 'sequence':
      return node.items.reduce<Part>((part, item) => join(part, number(item, graph), graph), empty);
    case 'choice': {
      const parts = node.options.map((option) => number(option, graph));
      return { first: parts.flatMap(({ first }) => first), last: parts.flatMap(({ last }) => last), skips: unique(parts.flatMap(({ skips }) => skips)) };
    }
    case 'repeat':
      return repeat(node, graph);
    case 'look':
      // what it looks at is read besides what follows, and leads nowhere
      return { first: node.body.type === 'set' || node.isBehind ? [] : number(node.body, graph).first, last: [], skips: getConditions(node) };
    case 'edge':
      return { ...empty, skips: getConditions(node) };
    case 'back': {
      const part = number({ type: 'set', set: anything }, graph);
      return { ...part, skips: [always] };
    }
  }
}

function join(a: Part, b: Part, graph: Graph): Part {
  link(graph, a.last, b.first, true);
  return { first: [...a.first, ...add(b.first, a.skips)], last: [...b.last, ...add(a.last, b.skips)], skips: unique(a.skips.flatMap((one) => b.skips.map((other) => both(one, other)))) };
}

const add = (borders: readonly Border[], conditions: readonly Condition[]): Border[] => borders.flatMap(({ place, when }) => conditions.map((condition) => ({ place, when: both(when, condition) })));

const unique = (conditions: readonly Condition[]): Condition[] => [...new Map(conditions.map((condition) => [JSON.stringify(condition), condition])).values()].slice(0, 8);

function link({ links }: Graph, from: readonly Border[], to: readonly Border[], isFree: boolean): void {
  for (const a of from) for (const b of to) links.push({ from: a.place, to: b.place, when: both(a.when, b.when), isFree });
}

function repeat({ body, min, max }: Extract<Expression, { type: 'repeat' }>, graph: Graph): Part {
  if (max === 0) return empty;
  const part = number(body, graph);
  if (max > 1) link(graph, part.last, part.first, max > mostRounds);
  return { ...part, skips: min === 0 ? [always] : part.skips };
}

/** A place that is left under a condition is a place of its own: then each has one set of characters. */
function unfold({ sets, links }: Graph, { first, last }: Part): Automaton {
  const copies = new Map<string, number>();
  const ofPlace = new Map<number, { readonly copy: number; readonly ahead: CharSet; readonly behind: CharSet }[]>();
  const read: CharSet[] = [];
  const getCopy = (place: number, ahead: CharSet, behind: CharSet): number | undefined => {
    const set = intersect(intersect(sets[place] ?? anything, ahead), behind);
    if (set.length === 0) return undefined;
    const key = JSON.stringify([place, ahead, behind]);
    const known = copies.get(key);
    if (known !== undefined) return known;
    const copy = read.push(set) - 1;
    copies.set(key, copy);
    ofPlace.set(place, [...(ofPlace.get(place) ?? []), { copy, ahead, behind }]);
    return copy;
  };
  getCopy(search, anything, anything);
  const entries = new Map<number, CharSet[]>();
  for (const { to, when } of links) entries.set(to, [...(entries.get(to) ?? []), when.ahead]);
  for (const { place, when } of first) entries.set(place, [...(entries.get(place) ?? []), when.ahead]);
  const exits = new Map<number, CharSet[]>();
  for (const { from, when } of links) exits.set(from, [...(exits.get(from) ?? []), when.behind]);
  for (const { place, when } of last) exits.set(place, [...(exits.get(place) ?? []), when.behind]);
  for (const [place] of sets.entries()) for (const ahead of distinct(entries.get(place) ?? [])) for (const behind of distinct([...(exits.get(place) ?? []), anything])) getCopy(place, ahead, behind);
  const follow: Set<number>[] = read.map(() => new Set());
  const free: Set<number>[] = read.map(() => new Set());
  for (const { from, to, when, isFree } of links) {
    for (const source of ofPlace.get(from) ?? []) {
      if (!isSame(source.behind, when.behind)) continue;
      for (const target of ofPlace.get(to) ?? []) {
        if (!isSame(target.ahead, when.ahead)) continue;
        follow[source.copy]?.add(target.copy);
        if (isFree) free[source.copy]?.add(target.copy);
      }
    }
  }
  const starts = first.flatMap(({ place, when }) => (ofPlace.get(place) ?? []).filter(({ ahead }) => isSame(ahead, when.ahead)).map(({ copy }) => copy));
  const isSelf = (place: number): boolean => links.some(({ from, to, when, isFree }) => from === place && to === place && isFree && isAlways(when));
  // `.*$` of a line cannot fail: what the repetition does not take stands where the line ends
  const isCertain = ({ place, when }: Border): boolean => isAlways(when) || (when.behind === anything && when.isOpen !== true && isSelf(place) && isSame(unite(sets[place] ?? anything, when.ahead), anything));
  const ends = last.flatMap(({ place, when }) => (isCertain({ place, when }) ? (ofPlace.get(place) ?? []).map(({ copy }) => copy) : []));
  return { sets: read, starts, follow: follow.map((next) => [...next]), free: free.map((next) => [...next]), ends: new Set(ends) };
}

const distinct = (sets: readonly CharSet[]): CharSet[] => [...new Map(sets.map((set) => [JSON.stringify(set), set])).values()];

const isSame = (a: CharSet, b: CharSet): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
