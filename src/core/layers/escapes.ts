import type { Layer } from '../layers.ts';
import { findLowest } from '../range-list.ts';
import type { Range } from '../range.ts';

/** Parts of lines in which characters are written as escapes: `%3A`, `\u003d`, `\x3d`, `&#x3d;`, `&quot;`. */
export function* findEscapedParts(text: string): Generator<Layer> {
  for (const notation of notations) if (text.includes(notation.mark)) yield* findParts(text, notation);
}

interface Notation {
  /** What an escape begins with. */
  readonly mark: string;
  readonly encoding: Layer['encoding'];
  /** Of printable ASCII only: an escape of any other character is no part of a secret. */
  readonly escape: RegExp;
  /** What ends a part. */
  readonly end: RegExp;
  decode(escape: string): string;
}

const notations: readonly Notation[] = [
  // RFC 3986, section 2.1
  { mark: '%', encoding: 'percent-encoding', escape: /%(?:2[1-9A-Fa-f]|[3-6][\dA-Fa-f]|7[\dA-Ea-e])/uy, end: /[\s"'`<>]/u, decode: (escape) => fromHex(escape.slice(1)) },
  // RFC 8259, section 7; C and its kin
  { mark: '\\', encoding: 'escapes', escape: /\\(?:u\{?00(?:2[\dA-Fa-f]|[3-6][\dA-Fa-f]|7[\dA-Ea-e])\}?|x(?:2[\dA-Fa-f]|[3-6][\dA-Fa-f]|7[\dA-Ea-e]))/uy, end: /[\r\n]/u, decode: (escape) => fromHex(escape.replace(/[^\dA-Fa-f]/gu, '').slice(-2)) },
  // HTML, "Character references"
  { mark: '&', encoding: 'HTML entities', escape: /&(?:#(?:x0{0,4}[2-7][\dA-Fa-f]|0{0,4}(?:3[2-9]|[4-9]\d|1[01]\d|12[0-6]))|quot|apos|amp|lt|gt);/uy, end: /[\r\n]/u, decode: fromEntity },
];

const fromHex = (digits: string): string => String.fromCharCode(Number.parseInt(digits, 16));

const names: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>' };

function fromEntity(entity: string): string {
  const body = entity.slice(1, -1);
  if (!body.startsWith('#')) return names[body] ?? ' ';
  return String.fromCharCode(/^#x/iu.test(body) ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1)));
}

/** How far a part reaches on both sides of its escapes. */
const reach = 300;

function* findParts(text: string, { mark, escape, end, encoding, decode }: Notation): Generator<Layer> {
  let part: RegExpExecArray[] = [];
  let done = 0;
  for (const found of findEscapes(text, mark, escape)) {
    const last = part.at(-1);
    if (last !== undefined && (found.index - last.index > reach || end.test(text.slice(last.index + last[0].length, found.index)))) {
      const layer = toLayer(text, part, done, end, encoding, decode);
      yield layer;
      done = layer.range[1];
      part = [];
    }
    part.push(found);
  }
  if (part.length > 0) yield toLayer(text, part, done, end, encoding, decode);
}

/** A character is found faster than an expression that begins with it. */
function* findEscapes(text: string, mark: string, escape: RegExp): Generator<RegExpExecArray> {
  for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) {
    escape.lastIndex = at;
    const found = escape.exec(text);
    if (found === null) continue;
    yield found;
    at += found[0].length - 1;
  }
}

function toLayer(text: string, escapes: readonly RegExpExecArray[], done: number, end: RegExp, encoding: Layer['encoding'], decode: (escape: string) => string): Layer {
  const first = escapes[0]?.index ?? 0;
  const last = escapes.at(-1);
  const range: Range = [findStart(text, first, Math.max(done, first - reach), end), findEnd(text, (last?.index ?? 0) + (last?.[0].length ?? 0), end)];
  let decoded = '';
  let offset = range[0];
  // places of escapes in the decoded text, and how much longer the text was up to and with each
  const places: number[] = [];
  const shifts: number[] = [];
  for (const { 0: escape, index } of escapes) {
    decoded += text.slice(offset, index);
    places.push(decoded.length);
    decoded += decode(escape);
    offset = index + escape.length;
    shifts.push(offset - range[0] - decoded.length);
  }
  decoded += text.slice(offset, range[1]);
  const toOffset = (index: number): number => range[0] + index + (shifts[countBefore(places, index) - 1] ?? 0);
  return {
    encoding,
    text: decoded,
    range,
    toOuter: ([start, stop]) => [toOffset(start), toOffset(stop)],
    isHidden: ([start, stop]) => countBefore(places, stop) > countBefore(places, start),
  };
}

/** How many of the ordered numbers are smaller. */
const countBefore = (places: readonly number[], index: number): number => findLowest(places.length, (at) => (places[at] ?? 0) >= index);

function findStart(text: string, from: number, limit: number, end: RegExp): number {
  let start = from;
  while (start > limit && !end.test(text.charAt(start - 1))) start--;
  return start;
}

function findEnd(text: string, from: number, end: RegExp): number {
  const limit = Math.min(text.length, from + reach);
  let stop = from;
  while (stop < limit && !end.test(text.charAt(stop))) stop++;
  return stop;
}
