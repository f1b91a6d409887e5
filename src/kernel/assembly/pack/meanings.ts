import { blockEnd, distance, invalid, length, literal } from './huffman';

/** What each code stands for: RFC 1951, section 3.2.5; and of the codes for lengths of codes, section 3.2.7. */
export const symbols = memory.data(288 * 4);
export const distances = memory.data(32 * 4);
export const lengthCodes = memory.data(19 * 4);

export function openMeanings(): void {
  for (let code: u32 = 0; code < 256; code++) store<u32>(symbols + (<usize>code << 2), (code << 16) | literal);
  store<u32>(symbols, blockEnd, 256 * 4);
  let base: u32 = 3;
  for (let code: u32 = 257; code < 285; code++) {
    const extra: u32 = code < 261 ? 0 : (code - 261) >> 2;
    store<u32>(symbols + (<usize>code << 2), (base << 16) | (extra << 8) | length);
    base += 1 << extra;
  }
  store<u32>(symbols, (258 << 16) | length, 285 * 4);
  store<u32>(symbols, invalid, 286 * 4);
  store<u32>(symbols, invalid, 287 * 4);
  base = 1;
  for (let code: u32 = 0; code < 30; code++) {
    const extra: u32 = code < 2 ? 0 : (code - 2) >> 1;
    store<u32>(distances + (<usize>code << 2), (base << 16) | (extra << 8) | distance);
    base += 1 << extra;
  }
  store<u32>(distances, invalid, 30 * 4);
  store<u32>(distances, invalid, 31 * 4);
  for (let code: u32 = 0; code < 19; code++) store<u32>(lengthCodes + (<usize>code << 2), code << 16);
}
