/** Writes numbers and bytes one after the other, as they will lie in a memory from an address on. */
export interface Pen {
  /** The address of what is written next, a multiple of `size`. */
  align(size: number): number;
  /** Numbers of 32 bits, little-endian. Gives their address. */
  words(...numbers: readonly number[]): number;
  /** All of them, or exactly so many: what is missing are zeros. */
  bytes(bytes: Readonly<Uint8Array>, count?: number): number;
  /** All that was written. */
  finish(): Uint8Array;
}

export function createPen(base: number): Pen {
  let memory = new Uint8Array(1 << 18);
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
      for (let index = 0; index < numbers.length; index++) view.setUint32(at + index * 4, numbers[index] ?? 0, true);
      return base + at;
    },
    bytes(bytes, count = bytes.length) {
      const at = grow(count);
      memory.set(bytes.length > count ? bytes.subarray(0, count) : bytes, at);
      return base + at;
    },
    finish: () => memory.slice(0, length),
  };
}
