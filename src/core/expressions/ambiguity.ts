import { isTouching, nothing, subtract, type CharSet } from './char-set.ts';
import type { Expression } from './parse.ts';

/**
 * Whether a repeated part can take one text in two ways: then each further repetition multiplies the ways, and a text that does not fit
 * in the end takes exponential time. Found on pairs of places in the expression that read the same characters (Weber and Seidl,
 * "On the degree of ambiguity of finite automata", 1991); counts are loops here.
 */
export function isAmbiguous(body: Expression): boolean {
  const graph: Graph = { places: [], follow: [], barred: [] };
  const whole = number(body, graph);
  if (graph.places.length > maxPlaces) return true;
  link(graph, whole.last, whole.first);
  // one place that follows another by two ways: an inner and an outer repetition of the same
  if ([whole.first, ...graph.follow].some((next) => new Set(next).size < next.length)) return true;
  return canSplit(graph, whole);
}

const maxPlaces = 300;

/** The places that read a character, by their numbers. */
interface Graph {
  readonly places: CharSet[];
  readonly follow: number[][];
  /** What may not come behind a place: `(?!x)`. */
  readonly barred: CharSet[];
}

interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isNullable: boolean;
}

const empty: Part = { first: [], last: [], isNullable: true };

/** Numbers the places and says which can follow which (Glushkov's construction). */
function number(node: Expression, graph: Graph): Part {
  switch (node.type) {
    case 'set': {
      const place = graph.places.push(node.set) - 1;
      graph.follow.push([]);
      graph.barred.push([]);
      return { first: [place], last: [place], isNullable: false };
    }
    case 'sequence':
      return node.items.reduce<Part>((part, item) => readItem(part, item, graph), empty);
    case 'choice': {
      const parts = node.options.map((option) => number(option, graph));
      return { first: parts.flatMap(({ first }) => first), last: parts.flatMap(({ last }) => last), isNullable: parts.some((part) => part.isNullable) };
    }
    case 'repeat':
      return repeat(node, graph);
    default:
      return empty;
  }
}

function readItem(part: Part, item: Expression, graph: Graph): Part {
  if (item.type === 'look' && item.isNegated && item.body.type === 'set') for (const last of part.last) graph.barred[last] = item.body.set;
  return join(part, number(item, graph), graph);
}

function join(a: Part, b: Part, graph: Graph): Part {
  link(graph, a.last, b.first);
  return { first: [...a.first, ...(a.isNullable ? b.first : [])], last: [...b.last, ...(b.isNullable ? a.last : [])], isNullable: a.isNullable && b.isNullable };
}

function link({ follow }: Graph, from: readonly number[], to: readonly number[]): void {
  for (const place of from) follow[place]?.push(...to);
}

function repeat({ body, min, max }: Extract<Expression, { type: 'repeat' }>, graph: Graph): Part {
  if (max === 0) return empty;
  if (min === max && max <= maxCopies) {
    let part = empty;
    for (let copy = 0; copy < max && graph.places.length <= maxPlaces; copy++) part = join(part, number(body, graph), graph);
    return part;
  }
  const part = number(body, graph);
  if (max > 1) link(graph, part.last, part.first);
  return { ...part, isNullable: part.isNullable || min === 0 };
}

const maxCopies = 64;

/** Walks two readings of one text side by side, from a start of the part to an end of it. */
function canSplit({ places, follow, barred }: Graph, { first, last }: Part): boolean {
  const size = places.length;
  const seen = new Uint8Array(size * size);
  const ends = new Set(last);
  const queue: [number, number][] = [];
  const getSet = (place: number, from: number | undefined): CharSet => subtract(places[place] ?? nothing, from === undefined ? nothing : (barred[from] ?? nothing));
  const visit = (from: number | undefined, other: number | undefined): boolean => {
    for (const a of from === undefined ? first : (follow[from] ?? [])) {
      for (const b of other === undefined ? first : (follow[other] ?? [])) {
        if (!isTouching(getSet(a, from), getSet(b, other))) continue;
        // two ways that meet again, or that end together
        if (from !== other && a === b) return true;
        if (a !== b && ends.has(a) && ends.has(b)) return true;
        if (seen[a * size + b] === 1) continue;
        seen[a * size + b] = 1;
        queue.push([a, b]);
      }
    }
    return false;
  };
  if (visit(undefined, undefined)) return true;
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) if (visit(...next)) return true;
  return false;
}
