import { reach } from '../../prefilter/places.ts';

/** What the bytes around a place are, as a number: two places of the same number hold the same. */
export function hashAround(bytes: Uint8Array, place: number, seed: number): number {
  const start = Math.max(0, place - reach);
  // near the beginning of a text the same bytes are around several places
  return hashBytes(bytes, start, Math.min(bytes.length, place + reach), seed + (place - start));
}

/**
 * A number of 52 bits. `seed` is drawn anew for every run, so that nobody can prepare bytes that hide behind others, and a number says
 * nothing of the bytes once the run is over.
 */
export function hashBytes(bytes: Uint8Array, start: number, end: number, seed: number): number {
  let low = seed | 0;
  let high = (seed / 0x1_0000_0000) | 0;
  for (let index = start; index < end; index++) {
    const byte = bytes[index] ?? 0;
    low = Math.imul(low ^ byte, 0x9e37_79b1);
    low ^= low >>> 15;
    high = Math.imul(high ^ byte, 0x85eb_ca77);
    high ^= high >>> 13;
  }
  return ((high >>> 0) & 0xf_ffff) * 0x1_0000_0000 + (low >>> 0);
}
