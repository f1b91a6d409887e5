/** Texts as bytes, each with a number: names and lines repeat, and are known without making a string of them. */
export interface ByteTexts {
  /** The number of a text; `none` where it was not added. */
  find(bytes: Uint8Array, start: number, end: number): number;
  /** Adds the text that was looked for last. Where there are too many, all others are forgotten. */
  add(bytes: Uint8Array, start: number, end: number): number;
  forget(): void;
}

export const none = -1;

export function createByteTexts(most: number): ByteTexts {
  const slots = new Int32Array(most * 4);
  const ends = new Int32Array(most + 1);
  const room = new Uint8Array(most * 32);
  let count = 0;
  let slot = 0;
  const isAt = (number: number, bytes: Uint8Array, start: number, end: number): boolean => {
    const from = ends[number] ?? 0;
    if ((ends[number + 1] ?? 0) - from !== end - start) return false;
    for (let index = start, at = from; index < end; index++, at++) if (room[at] !== bytes[index]) return false;
    return true;
  };
  const forget = (): void => {
    slots.fill(0);
    count = 0;
  };
  return {
    find(bytes, start, end) {
      let hash = 0;
      for (let index = start; index < end; index++) hash = Math.imul(hash ^ (bytes[index] ?? 0), 0x9e37_79b1) + 1;
      slot = (hash ^ (hash >>> 15)) & (slots.length - 1);
      for (let held = slots[slot] ?? 0; held !== 0; held = slots[slot] ?? 0) {
        if (isAt(held - 1, bytes, start, end)) return held - 1;
        slot = (slot + 1) & (slots.length - 1);
      }
      return none;
    },
    add(bytes, start, end) {
      if (count === most || (ends[count] ?? 0) + end - start > room.length) forget();
      room.set(bytes.subarray(start, end), ends[count]);
      ends[count + 1] = (ends[count] ?? 0) + end - start;
      slots[slot] = ++count;
      return count - 1;
    },
    forget,
  };
}
