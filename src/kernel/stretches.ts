import { toTable } from './byte-class.ts';
import type { Near } from './keyword.ts';

/** Answers for one text, asked in the order of its places, whether a stretch begins close behind a place. */
export interface Stretches {
  /** For a new text that ends there. */
  reset(end: number): void;
  isNear(bytes: Uint8Array, index: number, reach: number): boolean;
}

/** What was found out once is kept: however many keywords stand in a text, it is searched once. */
export function createStretches({ bytes: byteClass, count, hasDigit = false }: Omit<Near, 'reach'>): Stretches {
  const table = toTable(byteClass);
  let end = 0;
  // no stretch begins at a place from `from` up to `clear`; whether one begins at `clear`
  let from = 0;
  let clear = 0;
  let isFound = false;
  return {
    reset(newEnd) {
      end = newEnd;
      from = clear = 0;
      isFound = false;
    },
    isNear(bytes, index, reach) {
      if (index < from || index > clear) {
        from = clear = index;
        isFound = false;
      }
      // a character of UTF-8 has at most four bytes
      const limit = Math.min(index + 4 * reach, end - count + 1);
      while (!isFound && clear < limit) search(bytes);
      return isFound && clear < limit && countCharacters(bytes, index, clear, reach) < reach;
    },
  };

  /** Tries one place. */
  function search(bytes: Uint8Array): void {
    let last = clear + count - 1;
    while (last >= clear && table[bytes[last] ?? 0] === 1) last--;
    if (last >= clear) {
      clear = last + 1;
      return;
    }
    const digit = hasDigit ? findDigit(bytes, clear, end) : clear;
    if (digit < clear + count) isFound = true;
    else clear = digit - count + 1;
  }
}

function findDigit(bytes: Uint8Array, from: number, end: number): number {
  let index = from;
  while (index < end && !isDigit(bytes[index] ?? 0)) index++;
  return index;
}

const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57;

/** Up to `most`: bytes of UTF-8 that do not continue a character. */
function countCharacters(bytes: Uint8Array, from: number, to: number, most: number): number {
  if (to - from < most) return to - from;
  let count = 0;
  for (let index = from; index < to && count < most; index++) if (((bytes[index] ?? 0) & 0xc0) !== 0x80) count++;
  return count;
}
