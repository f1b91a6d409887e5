/**
 * Tables that decode a Huffman code of RFC 1951, section 3.2.2: an entry of four bytes for each value of the next bits. An entry holds
 * the bits of the code (byte 0), the extra bits behind it (byte 1, its low half), what it is (the high half of byte 1) and a value
 * (two bytes). A code that is longer than the table is wide leads to a table of its own further on.
 */
export const literal: u32 = 0;
export const distance: u32 = 0x1000;
export const length: u32 = 0x1000;
export const blockEnd: u32 = 0x2000;
export const further: u32 = 0x4000;
export const invalid: u32 = 0x8000;

/** Room for counts of lengths, places of codes, and codes in their order. */
const counts = memory.data(16 * 4);
const places = memory.data(17 * 4);
const ordered = memory.data(320 * 2);

/**
 * Builds the table of `width` bits at `table` for the lengths of `count` codes, a byte each; `meanings` has an entry for each code but
 * its bits. Gives the bits of the table, which are fewer where no code is that long, or 0 for lengths that make no code.
 */
export function buildTable(table: usize, width: u32, lengths: usize, count: u32, meanings: usize): u32 {
  memory.fill(counts, 0, 64);
  for (let index: u32 = 0; index < count; index++) {
    const at = counts + (<usize>load<u8>(lengths + index) << 2);
    store<u32>(at, load<u32>(at) + 1);
  }
  store<u32>(counts, 0);
  let left: i32 = 1;
  let longest: u32 = 0;
  let place: u32 = 0;
  for (let bits: u32 = 1; bits < 16; bits++) {
    const number = load<u32>(counts + (<usize>bits << 2));
    left = (left << 1) - <i32>number;
    if (left < 0) return 0;
    if (number > 0) longest = bits;
    store<u32>(places + (<usize>bits << 2), place);
    place += number;
  }
  // a code of one symbol may be incomplete, and a block without copies has no distances at all
  if (left > 0 && place > 1) return 0;
  const used = max<u32>(1, min(width, longest));
  if (left > 0) fillInvalid(table, 1 << used);
  for (let index: u32 = 0; index < count; index++) {
    const bits = load<u8>(lengths + index);
    if (bits == 0) continue;
    const at = places + (<usize>bits << 2);
    const next = load<u32>(at);
    store<u32>(at, next + 1);
    store<u16>(ordered + (<usize>next << 1), <u16>index);
  }
  fill(table, used, longest, meanings);
  return used;
}

function fillInvalid(table: usize, count: u32): void {
  for (let index: u32 = 0; index < count; index++) store<u32>(table + (<usize>index << 2), invalid | 1);
}

/** Codes come in the order of their lengths; the bits of each are read from the lowest, so that its reverse counts up. */
function fill(table: usize, width: u32, longest: u32, meanings: usize): void {
  let code: u32 = 0;
  let symbol: u32 = 0;
  let size: u32 = 2;
  let bits: u32 = 1;
  // short ones: the table is doubled with each further bit, so that each code is written once for its length
  for (; bits <= width && bits <= longest; bits++) {
    for (let number = load<u32>(counts + (<usize>bits << 2)); number > 0; number--) {
      store<u32>(table + (<usize>code << 2), load<u32>(meanings + (<usize>load<u16>(ordered + (<usize>symbol << 1)) << 2)) | bits);
      symbol++;
      code = nextReversed(code, bits);
    }
    if (bits < width) {
      memory.copy(table + (<usize>size << 2), table, <usize>size << 2);
      size <<= 1;
    }
  }
  if (longest > width) fillFurther(table, width, longest, meanings, code, symbol);
}

function fillFurther(table: usize, width: u32, longest: u32, meanings: usize, first: u32, firstSymbol: u32): void {
  const mask: u32 = (1 << width) - 1;
  let code = first;
  let symbol = firstSymbol;
  let at: u32 = 1 << width;
  let head: u32 = 0xffff_ffff;
  let start: u32 = 0;
  let wide: u32 = 0;
  for (let bits = width + 1; bits <= longest; bits++) {
    for (let number = load<u32>(counts + (<usize>bits << 2)); number > 0; number--) {
      if ((code & mask) != head) {
        head = code & mask;
        start = at;
        // as wide as the codes need that begin alike
        wide = bits - width;
        let room: i32 = 1 << wide;
        for (let more = bits; more < longest; ) {
          room -= <i32>(more == bits ? number : load<u32>(counts + (<usize>more << 2)));
          if (room <= 0) break;
          more++;
          wide++;
          room <<= 1;
        }
        at += 1 << wide;
        store<u32>(table + (<usize>head << 2), (start << 16) | further | (wide << 8) | width);
      }
      const entry = load<u32>(meanings + (<usize>load<u16>(ordered + (<usize>symbol << 1)) << 2)) | (bits - width);
      const step: u32 = 1 << (bits - width);
      for (let index = code >> width; index < 1 << wide; index += step) store<u32>(table + (<usize>(start + index) << 2), entry);
      symbol++;
      code = nextReversed(code, bits);
    }
  }
}

/** The next code of so many bits, the first of its bits being the lowest. */
// @ts-ignore: a decorator
@inline
function nextReversed(code: u32, bits: u32): u32 {
  const open = ~code & ((1 << bits) - 1);
  if (open == 0) return 0;
  const bit: u32 = 31 - clz(open);
  return (code & ((1 << bit) - 1)) | (1 << bit);
}
