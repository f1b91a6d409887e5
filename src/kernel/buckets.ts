import type { Literal } from './literal.ts';

/**
 * Deals literals into eight buckets, whose pairs of bytes are looked up together (as Hyperscan's FDR does: Wang and others,
 * "Hyperscan: A Fast Multi-pattern Regex Matcher for Modern CPUs", NSDI 2019). Short ones let most through and stay by themselves;
 * those that begin alike share their pairs.
 */
export function dealBuckets(literals: readonly Literal[]): readonly (readonly Literal[])[] {
  const ordered = [...literals].sort((a, b) => Math.min(a.bytes.length, 9) - Math.min(b.bytes.length, 9) || compareBytes(a.bytes, b.bytes));
  const share = ordered.length / bucketCount;
  return Array.from({ length: bucketCount }, (_, bucket) => ordered.slice(Math.round(bucket * share), Math.round((bucket + 1) * share)));
}

export const bucketCount = 8;

function compareBytes(a: Readonly<Uint8Array>, b: Readonly<Uint8Array>): number {
  for (let index = 0; index < a.length && index < b.length; index++) if (a[index] !== b[index]) return (a[index] ?? 0) - (b[index] ?? 0);
  return a.length - b.length;
}
