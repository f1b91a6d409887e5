/** Bytes that may stand somewhere: of byte `b` bit `b & 7` of entry `b >> 3`, 32 entries. */
export type ByteClass = Readonly<Uint8Array>;

export function createByteClass(...ranges: readonly (readonly [first: number, last: number])[]): ByteClass {
  const bits = new Uint8Array(32);
  for (const [first, last] of ranges) for (let byte = first; byte <= Math.min(last, 255); byte++) bits[byte >> 3] = (bits[byte >> 3] ?? 0) | (1 << (byte & 7));
  return bits;
}

export const hasByte = (bits: ByteClass, byte: number): boolean => (((bits[byte >> 3] ?? 0) >> (byte & 7)) & 1) === 1;

/** One entry for each byte, which is quicker to ask. */
export const toTable = (bits: ByteClass): Uint8Array => Uint8Array.from({ length: 256 }, (_, byte) => (hasByte(bits, byte) ? 1 : 0));
