import { bucketCount, dealBuckets } from './buckets.ts';
import type { Literal } from './literal.ts';

/**
 * For each pair of bytes an entry of so many bytes: bit `b` of byte `places - 1 - k` is set where no literal of bucket `b` has the pair
 * at place `k`.
 */
export function createPairTable(literals: readonly Literal[], places: number): Uint8Array {
  const buckets = dealBuckets(literals);
  const table = fill(Uint8Array.from({ length: places }, (_, byte) => getClosed(buckets, places - 1 - byte)), pairCount);
  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const mask = ~(1 << bucket);
    for (const { bytes, folds } of buckets[bucket] ?? []) {
      const last = Math.min(places, bytes.length - 1);
      for (let place = 0; place < last; place++) {
        const first = bytes[place] ?? 0;
        const second = bytes[place + 1] ?? 0;
        clear(table, getPair(first, second) * places + places - 1 - place, mask);
        // in upper case too, which of the second byte makes no difference
        if (folds[place] === 32) clear(table, getPair(first & ~32, second) * places + places - 1 - place, mask);
      }
    }
  }
  return table;
}

const clear = (table: Uint8Array, index: number, mask: number): void => void (table[index] = (table[index] ?? 0) & mask);

/** The buckets whose literals all reach to the pair at a place. */
function getClosed(buckets: readonly (readonly Literal[])[], place: number): number {
  let bits = 0;
  for (const [bucket, members] of buckets.entries()) if (members.every(({ bytes }) => bytes.length >= place + 2)) bits |= 1 << bucket;
  return bits;
}

function fill(entry: Uint8Array, count: number): Uint8Array {
  const table = new Uint8Array(entry.length * count);
  table.set(entry);
  for (let done = entry.length; done < table.length; done *= 2) table.copyWithin(done, 0, done);
  return table;
}

/** Where a pair of bytes has its entry: all of the first and the low bits of the second, which are the same for both cases of a letter. */
const getPair = (first: number, second: number): number => first | ((second & 31) << 8);

const pairCount = 8192;
