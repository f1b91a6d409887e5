import { toTable } from './byte-class.ts';
import { findEncodedRun, skipEncodedRun } from './encoded-runs.ts';
import { padding, type Kernel, type KernelOptions, type Keyword, type Visit } from './keyword.ts';
import { getHash, getLongHash, hashBits, longHashBits, toLiteral, type Literal } from './literal.ts';
import { createPairTable } from './pair-table.ts';
import { createStretches, type Stretches } from './stretches.ts';

/** The kernel without WebAssembly: what the other one falls back to, and is held against. */
export function createPlainKernel(keywords: readonly Keyword[], { hasRuns = false }: KernelOptions = {}): Kernel {
  const stretches = new Map<string, Stretches>();
  const entries = keywords.map((keyword) => toEntry(keyword, stretches));
  const findLiterals = createSearch(entries);
  let room = new Uint8Array(padding);
  const findRun = (from: number, end: number): number => (hasRuns ? findEncodedRun(room, from, end) : end);
  return {
    keywordCount: keywords.length,
    getRoom(length) {
      if (room.length < length + padding) room = new Uint8Array(length + padding);
      return room;
    },
    find(length, visit, start = 0) {
      const text: Text = { bytes: room, told: new Set(), start, end: length };
      room.fill(0, length, length + padding);
      for (const stretch of stretches.values()) stretch.reset(length);
      let index = start;
      for (let run = findRun(start, length); run < length; run = findRun(skipEncodedRun(room, run, length), length)) {
        if (findLiterals(text, index, run + 1, visit) || visit(keywords.length, run) === true) return true;
        index = run + 1;
      }
      return findLiterals(text, index, length, visit);
    },
    countBreaks: (from, to) => countBreaks(room, from, to),
    countBlanks: (from, to) => room.subarray(from, to).reduce((count, byte) => count + (byte <= 32 ? 1 : 0), 0),
  };
}

function countBreaks(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if (bytes[at] === 10 || (bytes[at] === 13 && bytes[at + 1] !== 10)) count++;
  return count;
}

interface Text {
  readonly bytes: Uint8Array;
  /** Groups that are told once. */
  readonly told: Set<number>;
  readonly start: number;
  readonly end: number;
}

interface Entry extends Literal {
  readonly before: Uint8Array | undefined;
  readonly follows: readonly { readonly table: Uint8Array; readonly count: number; readonly more: number }[];
  readonly stretches: Stretches | undefined;
  readonly reach: number;
  readonly once: number;
}

/** Keywords that ask for the same stretch share what is known of it. */
function toEntry(keyword: Keyword, known: Map<string, Stretches>): Entry {
  const { before, follows = [], near, once = 0 } = keyword;
  const literal = toLiteral(keyword);
  const entry = { ...literal, once, before: before && toTable(before), follows: follows.map(({ bytes, count, most = 0 }) => ({ table: toTable(bytes), count, more: Math.max(0, most - count) })) };
  if (near === undefined) return { ...entry, stretches: undefined, reach: 0 };
  const key = `${near.bytes.join()} ${near.count} ${String(near.hasDigit ?? false)}`;
  const stretches = known.get(key) ?? createStretches(near);
  known.set(key, stretches);
  return { ...entry, stretches, reach: near.reach };
}

type Search = (text: Text, from: number, to: number, visit: Visit) => boolean;

function createSearch(entries: readonly Entry[]): Search {
  const tables: Tables = { pairs: toWords(createPairTable(entries, 4)), beginnings: createBeginnings(entries) };
  const { heads, next } = createChains(entries);
  return (text, from, to, visit) => {
    const { bytes } = text;
    for (let place = findOpen(tables, bytes, from, to); place < to; place = findOpen(tables, bytes, place + 1, to)) {
      const hash = getHash(bytes[place] ?? 0, bytes[place + 1] ?? 0, bytes[place + 2] ?? 0);
      for (let entry = heads[hash] ?? -1; entry !== -1; entry = next[entry] ?? -1) {
        if (isAt(entries[entry], text, place) && visit(entry, place) === true) return true;
      }
    }
    return false;
  };
}

interface Tables {
  readonly pairs: Int32Array;
  /** By the hash of four bytes. */
  readonly beginnings: Uint8Array;
}

/** The next place where a literal of some bucket may begin, `to` if there is none. It visits nothing, which makes it twice as fast. */
function findOpen({ pairs, beginnings }: Tables, bytes: Uint8Array, from: number, to: number): number {
  // byte 0 tells which buckets cannot begin three bytes before, bytes 1 to 3 what is known of the next places
  let state = -1;
  let first = bytes[from] ?? 0;
  for (let index = from; index < to + 3; index++) {
    const second = bytes[index + 1] ?? 0;
    state = (state >>> 8) | (pairs[first | ((second & 31) << 8)] ?? 0);
    if ((state & 255) !== 255 && beginnings[getLongHash(bytes[index - 3] ?? 0, bytes[index - 2] ?? 0, bytes[index - 1] ?? 0, first)] === 1) return index - 3;
    first = second;
  }
  return to;
}

/** With all that may follow a literal of three bytes. */
function createBeginnings(literals: readonly Literal[]): Uint8Array {
  const beginnings = new Uint8Array(1 << longHashBits);
  for (const { bytes } of literals) {
    const [first = 0, second = 0, third = 0, fourth] = bytes;
    if (fourth !== undefined) beginnings[getLongHash(first, second, third, fourth)] = 1;
    else for (let byte = 0; byte < 256; byte++) beginnings[getLongHash(first, second, third, byte)] = 1;
  }
  return beginnings;
}

function toWords(table: Uint8Array): Int32Array {
  const view = new DataView(table.buffer);
  return Int32Array.from({ length: table.length / 4 }, (_, index) => view.getInt32(index * 4, true));
}

/** Literals with the same hash, in their order. */
function createChains(literals: readonly Literal[]): { readonly heads: Int32Array; readonly next: Int32Array } {
  const heads = new Int32Array(1 << hashBits).fill(-1);
  const next = new Int32Array(literals.length);
  for (let index = literals.length - 1; index >= 0; index--) {
    const [first = 0, second = 0, third = 0] = literals[index]?.bytes ?? [];
    const hash = getHash(first, second, third);
    next[index] = heads[hash] ?? -1;
    heads[hash] = index;
  }
  return { heads, next };
}

function isAt(entry: Entry | undefined, { bytes, told, start, end }: Text, index: number): boolean {
  if (entry === undefined || told.has(entry.once)) return false;
  const last = index + entry.bytes.length;
  if (last > end || !isSame(entry, bytes, index)) return false;
  if (index > start && entry.before?.[bytes[index - 1] ?? 0] === 1) return false;
  if (!isFollowed(entry, bytes, last, end) || entry.stretches?.isNear(bytes, last, entry.reach) === false) return false;
  if (entry.once > 0) told.add(entry.once);
  return true;
}

function isSame({ bytes, folds }: Literal, text: Uint8Array, index: number): boolean {
  for (let place = 0; place < bytes.length; place++) if (((text[index + place] ?? 0) | (folds[place] ?? 0)) !== bytes[place]) return false;
  return true;
}

function isFollowed({ follows }: Entry, bytes: Uint8Array, from: number, end: number): boolean {
  let index = from;
  for (const { table, count, more } of follows) {
    if (index + count > end) return false;
    for (const stop = index + count; index < stop; index++) if (table[bytes[index] ?? 0] !== 1) return false;
    for (const limit = Math.min(end, index + more); index < limit && table[bytes[index] ?? 0] === 1; index++);
  }
  return true;
}
