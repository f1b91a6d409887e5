import type { Literal } from './literal.ts';

/**
 * Deals literals into eight buckets, whose pairs of bytes are looked up together (as Hyperscan's FDR does: Wang and others,
 * "Hyperscan: A Fast Multi-pattern Regex Matcher for Modern CPUs", NSDI 2019). Those of one length that begin alike share their pairs.
 */
export function dealBuckets(literals: readonly Literal[]): readonly (readonly Literal[])[] {
  // texts are sorted by the engine itself, which is faster than by comparing bytes here
  const keys = literals.map(({ bytes }, index) => `${Math.min(bytes.length, 9)}${String.fromCharCode(...bytes)}\u0000${String.fromCodePoint(index)}`).sort();
  const ordered = keys.map((key) => literals[key.codePointAt(key.lastIndexOf('\u0000') + 1) ?? 0]).filter((literal) => literal !== undefined);
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
