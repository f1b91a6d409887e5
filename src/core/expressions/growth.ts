import { createAutomaton, search, type Automaton } from './automaton.ts';
import { intersect, nothing, type CharSet } from './char-set.ts';
import { parseExpression, type Expression } from './parse.ts';
import { getMaxLength } from './shape.ts';

/** Text on which an expression may take time that grows with the square of its length: the second part, many times behind the first. */
export interface Attack {
  readonly before: string;
  readonly pump: string;
}

/**
 * Whether searching a text for an expression can cost more than its length: there is one for that, none, or `unjudged`. It can where one
 * repetition leads to another, and both take the same text again and again (infinite ambiguity in Weber and Seidl, "On the degree of
 * ambiguity of finite automata", 1991). The search for a place to begin is such a repetition too.
 */
export function findAttack(source: string, flags: string): Attack | 'unjudged' | undefined {
  const expression = parseExpression(source, flags);
  if (looksBackFar(expression)) return { before: '', pump: 'a' };
  const automaton = createAutomaton(expression);
  if (automaton === undefined) return 'unjudged';
  const loops = findLoops(automaton);
  for (const first of loops) {
    for (const second of loops) {
      if (first === second) continue;
      const between = getBetween(automaton, first, second);
      if (between.size === 0) continue;
      for (const from of first) {
        for (const to of second) {
          const pump = findPump(automaton, [first, between, second], [from, to]);
          if (pump !== undefined) return { before: findWay(automaton, from), pump };
        }
      }
    }
  }
  return undefined;
}

/** What a look-behind reads is read again at every place. */
const looksBackFar = (node: Expression): boolean =>
  node.type === 'look' ? (node.isBehind && getMaxLength(node.body, 100) > 1000) || looksBackFar(node.body)
  : node.type === 'sequence' ? node.items.some(looksBackFar)
  : node.type === 'choice' ? node.options.some(looksBackFar)
  : node.type === 'repeat' && looksBackFar(node.body);

type Places = ReadonlySet<number>;

/** Strongly connected places (Tarjan 1972) that a text can go round in without having been found. */
function findLoops({ sets, free, ends }: Automaton): Places[] {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const loops: Places[] = [];
  const visit = (place: number): void => {
    order.set(place, order.size);
    low.set(place, order.get(place) ?? 0);
    stack.push(place);
    for (const next of free[place] ?? []) {
      if (ends.has(next)) continue;
      if (!order.has(next)) visit(next);
      else if (!stack.includes(next)) continue;
      low.set(place, Math.min(low.get(place) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(place) !== order.get(place)) return;
    const loop = new Set(stack.splice(stack.indexOf(place)));
    if (loop.size > 1 || free[place]?.includes(place) === true) loops.push(loop);
  };
  for (const place of sets.keys()) if (!ends.has(place) && !order.has(place)) visit(place);
  return loops;
}

/** What lies on a way from one loop to another; nothing where there is none. */
function getBetween({ follow }: Automaton, first: Places, second: Places): Places {
  const reached = getReached(follow, first);
  if (![...second].some((place) => reached.has(place))) return new Set();
  const back: number[][] = follow.map(() => []);
  for (const [place, next] of follow.entries()) for (const other of next) back[other]?.push(place);
  const leading = getReached(back, second);
  return new Set([...reached].filter((place) => leading.has(place)));
}

function getReached(follow: readonly (readonly number[])[], from: Places): Places {
  const reached = new Set(from);
  for (const place of reached) for (const next of follow[place] ?? []) reached.add(next);
  return reached;
}

type Triple = readonly [number, number, number];

interface Step {
  readonly places: Triple;
  readonly read: CharSet;
  readonly before?: Step;
}

/** A text that goes round in both loops and also leads from the one to the other. */
function findPump({ sets, follow }: Automaton, [first, between, second]: readonly [Places, Places, Places], [from, to]: readonly [number, number]): string | undefined {
  const size = sets.length;
  const seen = new Set<number>();
  const queue: Step[] = [{ places: [from, from, to], read: nothing }];
  for (const step of queue) {
    const [a, b, c] = step.places;
    for (const x of follow[a] ?? []) {
      if (!first.has(x)) continue;
      for (const z of follow[c] ?? []) {
        if (!second.has(z)) continue;
        const shared = intersect(sets[x] ?? nothing, sets[z] ?? nothing);
        if (shared.length === 0) continue;
        for (const y of follow[b] ?? []) {
          if (!between.has(y)) continue;
          const read = intersect(shared, sets[y] ?? nothing);
          if (read.length === 0) continue;
          const next: Step = { places: [x, y, z], read, before: step };
          if (x === from && y === to && z === to) return write(next);
          const key = (x * size + y) * size + z;
          if (seen.has(key)) continue;
          seen.add(key);
          queue.push(next);
        }
      }
    }
  }
  return undefined;
}

/** The shortest text that leads to a place. */
function findWay({ sets, starts, follow }: Automaton, goal: number): string {
  if (goal === search) return '';
  const seen = new Set<number>([search, ...starts]);
  const queue: Step[] = [search, ...starts].map((place) => ({ places: [place, 0, 0], read: place === search ? nothing : (sets[place] ?? nothing) }));
  for (const step of queue) {
    if (step.places[0] === goal) return write(step);
    for (const next of follow[step.places[0]] ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push({ places: [next, 0, 0], read: sets[next] ?? nothing, before: step });
    }
  }
  return '';
}

function write(last: Step): string {
  let text = '';
  for (let step: Step | undefined = last; step !== undefined; step = step.before) if (step.read.length > 0) text = choose(step.read) + text;
  return text;
}

const choose = (set: CharSet): string => String.fromCodePoint((set.find(([first]) => first > 0x20 && first < 0x7f) ?? set[0] ?? [0x61])[0]);
