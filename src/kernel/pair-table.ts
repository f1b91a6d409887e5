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
    for (const literal of buckets[bucket] ?? []) {
      for (let place = 0; place < places && place + 1 < literal.bytes.length; place++) {
        const byte = places - 1 - place;
        for (const pair of getPairs(literal, place)) table[pair * places + byte] = (table[pair * places + byte] ?? 0) & ~(1 << bucket);
      }
    }
  }
  return table;
}

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

/** The pairs at one place of a literal, in all ways in which it may be written. */
function getPairs({ bytes, folds }: Literal, index: number): number[] {
  const [first = 0, second = 0] = [bytes[index], bytes[index + 1]];
  const pair = getPair(first, second);
  return folds[index] === 32 ? [pair, getPair(first & ~32, second)] : [pair];
}
