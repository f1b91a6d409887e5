import type { Literal } from './literal.ts';

/**
 * Deals literals into eight buckets, whose pairs of bytes are looked up together (as Hyperscan's FDR does: Wang and others,
 * "Hyperscan: A Fast Multi-pattern Regex Matcher for Modern CPUs", NSDI 2019). Those of one length that begin alike share their pairs.
 */
export function dealBuckets(literals: readonly Literal[]): readonly (readonly Literal[])[] {
  const ordered = [...literals].sort((a, b) => Math.min(a.bytes.length, 9) - Math.min(b.bytes.length, 9) || compareBytes(a.bytes, b.bytes));
  const buckets: Literal[][] = Array.from({ length: bucketCount }, () => []);
  const whole = ordered.reduce((sum, literal) => sum + getWeight(literal), 0);
  let sum = 0;
  for (const literal of ordered) {
    buckets[Math.min(bucketCount - 1, Math.floor((sum / whole) * bucketCount))]?.push(literal);
    sum += getWeight(literal);
  }
  return buckets;
}

export const bucketCount = 8;

/** How much room a literal takes: short ones let much through. Found by counting in real trees which places are looked at for nothing. */
const getWeight = ({ bytes }: Literal): number => weights[Math.min(bytes.length - 3, weights.length - 1)] ?? 1;

const weights = [3, 4, 4, 4, 3, 2, 0.7];

function compareBytes(a: Readonly<Uint8Array>, b: Readonly<Uint8Array>): number {
  for (let index = 0; index < a.length && index < b.length; index++) if (a[index] !== b[index]) return (a[index] ?? 0) - (b[index] ?? 0);
  return a.length - b.length;
}
