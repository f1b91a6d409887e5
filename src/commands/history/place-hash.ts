import { reach } from '../../prefilter/places.ts';

/** What the bytes around a place are, as a number: two places of the same number hold the same. */
export function hashAround(bytes: Uint8Array, place: number, seed: number): number {
  const start = Math.max(0, place - reach);
  // near the beginning of a text the same bytes are around several places
  return hashBytes(bytes, start, Math.min(bytes.length, place + reach), seed + (place - start));
}

/**
 * A number of 52 bits. `seed` is drawn anew for every run, so that nobody can prepare bytes that hide behind others, and a number says
 * nothing of the bytes once the run is over. Each half takes four bytes at a time in its own way: bytes that are sure to be alike
 * in one are not in the other.
 */
export function hashBytes(bytes: Uint8Array, start: number, end: number, seed: number): number {
  if (view.buffer !== bytes.buffer) view = new DataView(bytes.buffer);
  const offset = bytes.byteOffset;
  const wordsEnd = offset + end - 3;
  let low = (seed | 0) ^ Math.imul(end - start, 0xc2b2_ae35);
  let high = (seed / 0x1_0000_0000) | 0;
  let at = offset + start;
  for (; at < wordsEnd; at += 4) {
    const word = view.getUint32(at, true);
    low = Math.imul(low ^ word, 0x9e37_79b1);
    low ^= low >>> 15;
    high = Math.imul(high + (word ^ (word >>> 16)), 0x85eb_ca77);
    high ^= high >>> 13;
  }
  for (at -= offset; at < end; at++) {
    const byte = bytes[at] ?? 0;
    low = Math.imul(low ^ byte, 0x9e37_79b1);
    low ^= low >>> 15;
    high = Math.imul(high ^ byte, 0x85eb_ca77);
    high ^= high >>> 13;
  }
  return (high >>> 12) * 0x1_0000_0000 + ((low ^ Math.imul(high, 0xc2b2_ae35)) >>> 0);
}

/** Of what was hashed last: making one takes as long as using it. */
let view: DataView = new DataView(new ArrayBuffer(0));
