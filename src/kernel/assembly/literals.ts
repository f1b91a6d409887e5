import { addEvent, roomLeft } from './events';
import { isNear } from './stretches';

/** The first table of an image stands at a fixed place, so that no address has to be put together. */
const pairs: usize = 4096 + 64;

let heads: usize = 0;
let shorts: usize = 0;
let longs: usize = 0;
let onces: usize = 0;
let longestChain: u32 = 0;
let textNumber: u32 = 0;

/** Where the tables are. */
export function openLiterals(contents: usize): void {
  heads = load<u32>(contents, 4);
  shorts = load<u32>(contents, 20);
  longs = load<u32>(contents, 24);
  onces = load<u32>(contents, 28);
  longestChain = load<u32>(contents, 32);
}

/** A new text. */
export function beginLiterals(): void {
  textNumber++;
}

/**
 * Tells the literals that begin from `from` up to `to`. Gives `to`, or where to go on when there was no more room. Eight places at a
 * time: of the entry of a pair, byte `7 - k` has the bits of the buckets in which it stands at place `k` of no literal; moved to where
 * those literals would begin and put together, bits that are still 0 are places to look at.
 */
export function search(from: usize, to: usize, first: usize, end: usize): usize {
  const zero = i64x2(0, 0);
  // byte `i` is about place `at - 7 + i`; what lies before the first is none of ours
  let carry: u64 = 0x00ff_ffff_ffff_ffff;
  let at = from;
  do {
    const a = v128.or(entry(load<u16>(at)), v128.shuffle<u8>(zero, entry(load<u16>(at, 1)), 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30));
    const b = v128.or(entry(load<u16>(at, 2)), v128.shuffle<u8>(zero, entry(load<u16>(at, 3)), 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30));
    const c = v128.or(entry(load<u16>(at, 4)), v128.shuffle<u8>(zero, entry(load<u16>(at, 5)), 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30));
    const d = v128.or(entry(load<u16>(at, 6)), v128.shuffle<u8>(zero, entry(load<u16>(at, 7)), 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30));
    const ab = v128.or(a, v128.shuffle<u8>(zero, b, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29));
    const cd = v128.or(c, v128.shuffle<u8>(zero, d, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29));
    const all = v128.or(ab, v128.shuffle<u8>(zero, cd, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27));
    let open = ~(<u64>v128.extract_lane<i64>(all, 0) | carry);
    carry = <u64>v128.extract_lane<i64>(all, 1);
    while (open != 0) {
      const shift = ctz(open) & 56;
      const place = at - 7 + <usize>(shift >> 3);
      if (place >= to) return to;
      if (!tell(place, first, end)) return place;
      open &= ~((<u64>255) << shift);
    }
    at += 8;
  } while (at < to + 7);
  return to;
}

function entry(pair: u16): v128 {
  return v128.load64_zero(<usize>(<u32>pair & 0x1fff) << 3, pairs);
}

/** False, and nothing is told, if there may be no room for all keywords that stand there. */
function tell(place: usize, first: usize, end: usize): bool {
  const start = load<u32>(place) | 0x2020_2020;
  const hash = ((start & 0xff_ff_ff) * 0x9e37_79b1) >>> 20;
  const longHash = (start * 0x9e37_79b1) >>> 16;
  if ((((load<u8>(shorts + (hash >>> 3)) >> <u8>(hash & 7)) | (load<u8>(longs + (longHash >>> 3)) >> <u8>(longHash & 7))) & 1) == 0) return true;
  let record: usize = load<u32>(heads + (<usize>hash << 2));
  if (record == 0) return true;
  if (roomLeft() < longestChain) return false;
  const bytes = v128.load(place);
  while (true) {
    if (isAt(record, bytes, place, first, end)) addEvent(load<u32>(record, 32), place);
    if (load<u8>(record, 37) != 0) return true;
    record += 64;
  }
}

/**
 * A record: 16 bytes, what is set in each before comparing (16), number (32), length (36), whether it is the last of its chain (37), the
 * class that may not stand before (38, 44), which of the bytes count (40), group (42), what follows (48), what is near (52, 56), more bytes (60).
 */
function isAt(record: usize, bytes: v128, place: usize, first: usize, end: usize): bool {
  const length: usize = load<u8>(record, 36);
  const mask: i32 = load<u16>(record, 40);
  if ((i8x16.bitmask(i8x16.eq(v128.or(bytes, v128.load(record, 16)), v128.load(record))) & mask) != mask) return false;
  const group: usize = load<u16>(record, 42);
  if (group != 0 && load<u32>(onces + (group << 2)) == textNumber) return false;
  if (place + length > end) return false;
  if (length > 16 && !isTailAt(load<u32>(record, 60), place + 16, length - 16)) return false;
  const before: usize = load<u32>(record, 44);
  if (before != 0 && place > first && isIn(before, load<u8>(record, 38), load<u8>(place - 1))) return false;
  const follows: usize = load<u32>(record, 48);
  if (follows != 0 && !isFollowed(follows, place + length, end)) return false;
  const near: usize = load<u32>(record, 52);
  if (near != 0 && !isNear(near, place + length, load<u32>(record, 56))) return false;
  // the group that is told once is marked with the number of the text
  if (group != 0) store<u32>(onces + (group << 2), textNumber);
  return true;
}

function isTailAt(tail: usize, place: usize, length: usize): bool {
  for (let index: usize = 0; index < length; index++) {
    if ((load<u8>(place + index) | load<u8>(tail + length + index)) != load<u8>(tail + index)) return false;
  }
  return true;
}

/** Eight classes share a table of one byte for each byte. */
function isIn(table: usize, bit: u8, byte: u8): bool {
  return (load<u8>(table + byte) & bit) != 0;
}

/** A list of tables, bits, counts, and how many more there may be; no table ends it. */
function isFollowed(list: usize, from: usize, end: usize): bool {
  let place = from;
  while (true) {
    const table: usize = load<u32>(list);
    if (table == 0) return true;
    const stop = place + <usize>load<u32>(list, 8);
    if (stop > end) return false;
    const bit = load<u8>(list, 4);
    while (place < stop) {
      if (!isIn(table, bit, load<u8>(place))) return false;
      place++;
    }
    const limit = min(end, stop + <usize>load<u32>(list, 12));
    while (place < limit && isIn(table, bit, load<u8>(place))) place++;
    list += 16;
  }
}
