/** Object ids, numbered in the order in which they came; some bytes each, however many they are. */
export interface IdTable {
  readonly length: number;
  readonly size: number;
  /** The number of the id at `offset`, a new one where it was not known. */
  add(bytes: Uint8Array, offset: number): number;
  /** -1 where it is not known. */
  find(bytes: Uint8Array, offset: number): number;
  toHex(index: number): string;
  /** A view of the id's bytes. */
  getBytes(index: number): Uint8Array;
  /** A copy of these ids, one behind the other. */
  list(indexes: readonly number[]): Uint8Array;
}

/** Open addressing over the first bytes, which are as good as random. `length`: bytes of an id. */
export function createIdTable(length: number): IdTable {
  let slots = new Int32Array(1 << 12);
  let ids = new Uint8Array(length << 11);
  let size = 0;

  const isAt = (index: number, bytes: Uint8Array, offset: number): boolean => {
    for (let byte = 0, at = index * length; byte < length; byte++) if (ids[at + byte] !== bytes[offset + byte]) return false;
    return true;
  };
  /** The slot that holds the id, or the free one where it belongs. A slot holds a number and one, so that zero is free. */
  const seek = (bytes: Uint8Array, offset: number): number => {
    let slot = getHash(bytes, offset) & (slots.length - 1);
    for (let held = slots[slot] ?? 0; held !== 0 && !isAt(held - 1, bytes, offset); held = slots[slot] ?? 0) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const grow = (): void => {
    const wider = new Uint8Array(ids.length * 2);
    wider.set(ids);
    ids = wider;
    slots = new Int32Array(slots.length * 2);
    for (let index = 0; index < size; index++) slots[seek(ids, index * length)] = index + 1;
  };
  const getBytes = (index: number): Uint8Array => ids.subarray(index * length, (index + 1) * length);

  return {
    length,
    get size() {
      return size;
    },
    add(bytes, offset) {
      const slot = seek(bytes, offset);
      const held = slots[slot] ?? 0;
      if (held !== 0) return held - 1;
      ids.set(bytes.subarray(offset, offset + length), size * length);
      slots[slot] = ++size;
      if (size * 2 >= slots.length) grow();
      return size - 1;
    },
    find: (bytes, offset) => (slots[seek(bytes, offset)] ?? 0) - 1,
    toHex: (index) => Buffer.from(getBytes(index)).toString('hex'),
    getBytes,
    list(indexes) {
      const listed = new Uint8Array(indexes.length * length);
      let at = 0;
      for (const index of indexes) for (let from = index * length; from < (index + 1) * length; from++) listed[at++] = ids[from] ?? 0;
      return listed;
    },
  };
}

const getHash = (bytes: Uint8Array, offset: number): number =>
  ((bytes[offset] ?? 0) | ((bytes[offset + 1] ?? 0) << 8) | ((bytes[offset + 2] ?? 0) << 16) | ((bytes[offset + 3] ?? 0) << 24)) >>> 0;
