import type { Range } from './range.ts';

/** A literal that is looked for. */
export interface Anchor<Owner> {
  /** At least three characters. */
  readonly text: string;
  /** Upper and lower case of ASCII letters are the same. */
  readonly isCaseless: boolean;
  readonly owner: Owner;
}

/** Finds many literals in one pass. */
export interface AnchorSearch<Owner> {
  /** Calls back for every place of every literal, in the order of the text; stops when `visit` returns true, and then gives true. */
  find(text: string, range: Range, visit: (anchor: Anchor<Owner>, index: number) => boolean): boolean;
}

/**
 * A table of three-character hashes says in one look where no literal can begin; what is left is compared. Case is folded in
 * the hash only.
 */
export function createAnchorSearch<Owner>(anchors: readonly Anchor<Owner>[]): AnchorSearch<Owner> {
  const buckets = new Map<number, Anchor<Owner>[]>();
  const table = new Uint8Array(tableSize);
  for (const anchor of anchors) {
    const stored = anchor.isCaseless ? { ...anchor, text: anchor.text.toLowerCase() } : anchor;
    const hash = getHash(anchor.text.charCodeAt(0), anchor.text.charCodeAt(1), anchor.text.charCodeAt(2));
    table[hash] = 1;
    buckets.set(hash, [...(buckets.get(hash) ?? []), stored]);
  }
  return {
    find(text, [start, end], visit) {
      let second = text.charCodeAt(start);
      let third = text.charCodeAt(start + 1);
      for (let index = start; index + 2 < end; index++) {
        const first = second;
        second = third;
        third = text.charCodeAt(index + 2);
        const hash = getHash(first, second, third);
        if (table[hash] === 0) continue;
        for (const anchor of buckets.get(hash) ?? []) {
          if (index + anchor.text.length <= end && isAt(anchor, text, index) && visit(anchor, index)) return true;
        }
      }
      return false;
    },
  };
}

const tableSize = 65_536;

/** Bit 5 tells the case of an ASCII letter. */
const getHash = (first: number, second: number, third: number): number => (((first | 32) << 9) ^ ((second | 32) << 4) ^ ((third | 32) * 3)) & (tableSize - 1);

const isAt = ({ text: literal, isCaseless }: Anchor<unknown>, text: string, index: number): boolean =>
  isCaseless ? text.slice(index, index + literal.length).toLowerCase() === literal : text.startsWith(literal, index);
