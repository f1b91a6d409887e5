import { digitValues } from './encoded-runs.ts';
import { writeConditions, type Conditions } from './image-conditions.ts';
import { imageBase, type KernelOptions, type Keyword } from './keyword.ts';
import { getHash, getLongHash, hashBits, longHashBits, toLiteral, type Literal } from './literal.ts';
import { createPairTable } from './pair-table.ts';
import { createPen, type Pen } from './pen.ts';

/** The tables of the SIMD kernel: a beginning of five words that says where they are, and how many keywords there are. */
export function createImage(keywords: readonly Keyword[], { hasRuns = false }: KernelOptions = {}): Uint8Array {
  const pen = createPen(imageBase);
  pen.words(...new Array<number>(16).fill(0));
  const literals = keywords.map(toLiteral);
  const pairs = pen.bytes(createPairTable(literals, 8));
  const digits = pen.bytes(digitValues);
  const conditions = writeConditions(keywords, pen);
  const chains = createChains(literals);
  const heads = writeRecords({ keywords, literals, conditions, chains }, pen);
  const { shorts, longs } = writeMaps(literals, pen);
  const onces = pen.words(...new Array<number>(1 + Math.max(0, ...keywords.map(({ once = 0 }) => once))).fill(0));
  const image = pen.finish();
  const view = new DataView(image.buffer);
  const longest = Math.max(0, ...[...chains.values()].map((chain) => chain.length));
  for (const [index, word] of [pairs, heads, digits, keywords.length, hasRuns ? 1 : 0, shorts, longs, onces, longest].entries()) view.setUint32(index * 4, word, true);
  return image;
}

/** Literals by the hash of their beginning, in their order. */
function createChains(literals: readonly Literal[]): ReadonlyMap<number, readonly number[]> {
  const chains = new Map<number, number[]>();
  for (const [number, { bytes }] of literals.entries()) {
    const hash = getHash(bytes[0] ?? 0, bytes[1] ?? 0, bytes[2] ?? 0);
    const chain = chains.get(hash);
    if (chain === undefined) chains.set(hash, [number]);
    else chain.push(number);
  }
  return chains;
}

interface Records {
  readonly keywords: readonly Keyword[];
  readonly literals: readonly Literal[];
  readonly conditions: readonly Conditions[];
  readonly chains: ReadonlyMap<number, readonly number[]>;
}

/** One of 64 bytes for each literal, those of a hash side by side, and for each hash where its first one is. */
function writeRecords({ keywords, literals, conditions, chains }: Records, pen: Pen): number {
  const tails = literals.map((literal) => writeTail(literal, pen));
  const heads = new Uint32Array(1 << hashBits);
  for (const [hash, chain] of chains) {
    heads[hash] = pen.align(64);
    for (const number of chain) writeRecord({ number, once: keywords[number]?.once ?? 0, isLast: number === chain.at(-1), tail: tails[number] ?? 0 }, literals[number], conditions[number], pen);
  }
  return pen.words(...heads);
}

/** What of a literal does not fit into its record: the other bytes, and what is set in them before comparing. */
const writeTail = ({ bytes, folds }: Literal, pen: Pen): number => (bytes.length <= 16 ? 0 : pen.bytes(Uint8Array.from([...bytes.subarray(16), ...folds.subarray(16)])));

interface Row {
  readonly number: number;
  readonly once: number;
  readonly isLast: boolean;
  readonly tail: number;
}

function writeRecord({ number, once, isLast, tail }: Row, literal: Literal | undefined, conditions: Conditions | undefined, pen: Pen): void {
  if (literal === undefined || conditions === undefined) return;
  const { bytes, folds } = literal;
  const { before, follows, near, reach } = conditions;
  pen.bytes(bytes, 16);
  pen.bytes(folds, 16);
  const counting = ((1 << Math.min(bytes.length, 16)) - 1) | (once << 16);
  pen.words(number, bytes.length | (isLast ? 1 << 8 : 0) | (before.bit << 16), counting, before.table, follows, near, reach, tail);
}

/** Which beginnings there are: of literals of three bytes, and of longer ones. */
function writeMaps(literals: readonly Literal[], pen: Pen): { readonly shorts: number; readonly longs: number } {
  const shorts = new Uint8Array((1 << hashBits) / 8);
  const longs = new Uint8Array((1 << longHashBits) / 8);
  for (const { bytes } of literals) {
    const [first = 0, second = 0, third = 0, fourth] = bytes;
    if (fourth === undefined) mark(shorts, getHash(first, second, third));
    else mark(longs, getLongHash(first, second, third, fourth));
  }
  return { shorts: pen.bytes(shorts), longs: pen.bytes(longs) };
}

const mark = (map: Uint8Array, hash: number): void => void (map[hash >> 3] = (map[hash >> 3] ?? 0) | (1 << (hash & 7)));
