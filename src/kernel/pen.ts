/** Writes numbers and bytes one after the other, as they will lie in a memory from an address on. */
export interface Pen {
  /** The address of what is written next, a multiple of `size`. */
  align(size: number): number;
  /** Numbers of 32 bits, little-endian. Gives their address. */
  words(...numbers: readonly number[]): number;
  bytes(bytes: Readonly<Uint8Array>): number;
  /** All that was written. */
  finish(): Uint8Array;
}

export function createPen(base: number): Pen {
  let memory = new Uint8Array(1 << 17);
  let view = new DataView(memory.buffer);
  let length = 0;
  const grow = (size: number): number => {
    const at = length;
    length += size;
    if (length <= memory.length) return at;
    const larger = new Uint8Array(length * 2);
    larger.set(memory);
    memory = larger;
    view = new DataView(memory.buffer);
    return at;
  };
  return {
    align(size) {
      grow((size - (length % size)) % size);
      return base + length;
    },
    words(...numbers) {
      const at = grow(numbers.length * 4);
      for (const [index, number] of numbers.entries()) view.setUint32(at + index * 4, number, true);
      return base + at;
    },
    bytes(bytes) {
      const at = grow(bytes.length);
      memory.set(bytes, at);
      return base + at;
    },
    finish: () => memory.slice(0, length),
  };
}
