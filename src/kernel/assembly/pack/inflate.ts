import { getAdler32 } from './adler';
import { blockEnd, buildTable, further, invalid, length } from './huffman';
import { distances, lengthCodes, openMeanings, symbols } from './meanings';

/** Bits of the first table of a code; the tables that it leads to stand behind it. */
const symbolWidth: u32 = 10;
const distanceWidth: u32 = 8;
const symbolTable = memory.data(2400 * 4);
const distanceTable = memory.data(1200 * 4);
const lengthTable = memory.data(128 * 4);
const lengths = memory.data(320 + 16);

let isOpen: bool = false;
let symbolBits: u32 = 0;
let distanceBits: u32 = 0;
/** Whether the tables are those of the fixed codes. */
let isFixed: bool = false;

let at: usize = 0;
let end: usize = 0;
let bits: u64 = 0;
let bitCount: u32 = 0;
let out: usize = 0;

/**
 * Reads a stream of zlib (RFC 1950) of exactly `size` bytes. Behind it and behind `to + size` are at least 64 bytes that may be read
 * and written. Gives false for what is no such stream.
 */
export function inflate(from: usize, fromLength: u32, to: usize, size: u32): bool {
  if (!isOpen) {
    openMeanings();
    isOpen = true;
  }
  if (fromLength < 6) return false;
  const head = (<u32>load<u8>(from) << 8) | load<u8>(from, 1);
  if ((head & 0x0f20) != 0x0800 || head % 31 != 0) return false;
  at = from + 2;
  end = from + fromLength;
  bits = 0;
  bitCount = 0;
  out = to;
  const outEnd = to + size;
  let isLast = false;
  while (!isLast) {
    refill();
    isLast = takeBits(1) == 1;
    const kind = takeBits(2);
    if (kind == 0 ? !copyStored(outEnd) : !(kind == 1 ? openFixed() : kind == 2 && openDynamic()) || !readSymbols(to, outEnd)) return false;
  }
  if (out != outEnd) return false;
  at -= bitCount >> 3;
  return at + 4 <= end && bswap<u32>(load<u32>(at)) == getAdler32(to, size);
}

/** At least 56 bits. What lies behind the end is read, and noticed when the place is looked at. */
// @ts-ignore: a decorator
@inline
function refill(): void {
  bits |= load<u64>(at) << bitCount;
  at += (63 - bitCount) >> 3;
  bitCount |= 56;
}

// @ts-ignore: a decorator
@inline
function takeBits(count: u32): u32 {
  const taken = <u32>bits & ((1 << count) - 1);
  bits >>= count;
  bitCount -= count;
  return taken;
}

function copyStored(outEnd: usize): bool {
  takeBits(bitCount & 7);
  at -= bitCount >> 3;
  bits = 0;
  bitCount = 0;
  if (at + 4 > end) return false;
  const size = <u32>load<u16>(at);
  if (size != (~(<u32>load<u16>(at, 2)) & 0xffff)) return false;
  at += 4;
  if (at + size > end || out + size > outEnd) return false;
  memory.copy(out, at, size);
  at += size;
  out += size;
  return true;
}

function openFixed(): bool {
  if (isFixed) return true;
  memory.fill(lengths, 8, 144);
  memory.fill(lengths + 144, 9, 112);
  memory.fill(lengths + 256, 7, 24);
  memory.fill(lengths + 280, 8, 8);
  symbolBits = buildTable(symbolTable, symbolWidth, lengths, 288, symbols);
  memory.fill(lengths, 5, 32);
  distanceBits = buildTable(distanceTable, distanceWidth, lengths, 32, distances);
  isFixed = true;
  return true;
}

/** The order in which lengths of the code of lengths come. */
const order = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

function openDynamic(): bool {
  isFixed = false;
  const symbolCount = takeBits(5) + 257;
  const distanceCount = takeBits(5) + 1;
  const lengthCount = takeBits(4) + 4;
  if (symbolCount > 286 || distanceCount > 30) return false;
  memory.fill(lengths, 0, 19);
  for (let index: u32 = 0; index < lengthCount; index++) {
    if (bitCount < 3) refill();
    store<u8>(lengths + load<u8>(order + index), <u8>takeBits(3));
  }
  const width = buildTable(lengthTable, 7, lengths, 19, lengthCodes);
  if (width == 0 || !readLengths(symbolCount + distanceCount, width)) return false;
  if (load<u8>(lengths, 256) == 0) return false;
  symbolBits = buildTable(symbolTable, symbolWidth, lengths, symbolCount, symbols);
  distanceBits = buildTable(distanceTable, distanceWidth, lengths + symbolCount, distanceCount, distances);
  return symbolBits != 0 && distanceBits != 0;
}

function readLengths(total: u32, width: u32): bool {
  let index: u32 = 0;
  while (index < total) {
    refill();
    if (at > end + 8) return false;
    const entry = load<u32>(lengthTable + ((<usize>bits & ((1 << width) - 1)) << 2));
    if ((entry & invalid) != 0) return false;
    takeBits(entry & 15);
    const code = entry >> 16;
    if (code < 16) {
      store<u8>(lengths + index++, <u8>code);
      continue;
    }
    if (code == 16 && index == 0) return false;
    const value: u8 = code == 16 ? load<u8>(lengths + index - 1) : 0;
    const repeat = code == 16 ? 3 + takeBits(2) : code == 17 ? 3 + takeBits(3) : 11 + takeBits(7);
    if (index + repeat > total) return false;
    memory.fill(lengths + index, value, repeat);
    index += repeat;
  }
  return true;
}

/** The symbols of a block. State is kept in locals, which the compiler keeps in registers. */
function readSymbols(start: usize, outEnd: usize): bool {
  let place = at;
  let held = bits;
  let count = bitCount;
  let to = out;
  const symbolMask: u64 = (1 << symbolBits) - 1;
  const distanceMask: u64 = (1 << distanceBits) - 1;
  // a block may ask for more than there is: at most what one refill takes is read behind the end
  const last = end + 8;
  while (true) {
    held |= load<u64>(place) << count;
    place += (63 - count) >> 3;
    count |= 56;
    if (place > last) return false;
    let entry = load<u32>(symbolTable + (<usize>(held & symbolMask) << 2));
    // up to three literals of at most ten bits leave enough for what follows
    if ((entry & 0xf000) == 0) {
      if (to >= outEnd) return false;
      held >>= entry & 15;
      count -= entry & 15;
      store<u8>(to++, <u8>(entry >> 16));
      entry = load<u32>(symbolTable + (<usize>(held & symbolMask) << 2));
      if ((entry & 0xf000) == 0) {
        if (to >= outEnd) return false;
        held >>= entry & 15;
        count -= entry & 15;
        store<u8>(to++, <u8>(entry >> 16));
        entry = load<u32>(symbolTable + (<usize>(held & symbolMask) << 2));
        if ((entry & 0xf000) == 0) {
          if (to >= outEnd) return false;
          held >>= entry & 15;
          count -= entry & 15;
          store<u8>(to++, <u8>(entry >> 16));
          continue;
        }
      }
      held |= load<u64>(place) << count;
      place += (63 - count) >> 3;
      count |= 56;
    }
    if ((entry & further) != 0) {
      held >>= entry & 15;
      count -= entry & 15;
      entry = load<u32>(symbolTable + ((<usize>(entry >> 16) + (<usize>held & ((1 << ((entry >> 8) & 15)) - 1))) << 2));
    }
    held >>= entry & 15;
    count -= entry & 15;
    if ((entry & 0xf000) == 0) {
      if (to >= outEnd) return false;
      store<u8>(to++, <u8>(entry >> 16));
      continue;
    }
    if ((entry & length) == 0) {
      if ((entry & blockEnd) == 0) return false;
      at = place;
      bits = held;
      bitCount = count;
      out = to;
      return true;
    }
    let extra = (entry >> 8) & 15;
    const size = (entry >> 16) + (<u32>held & ((1 << extra) - 1));
    held >>= extra;
    count -= extra;
    entry = load<u32>(distanceTable + (<usize>(held & distanceMask) << 2));
    if ((entry & further) != 0) {
      held >>= entry & 15;
      count -= entry & 15;
      entry = load<u32>(distanceTable + ((<usize>(entry >> 16) + (<usize>held & ((1 << ((entry >> 8) & 15)) - 1))) << 2));
    }
    if ((entry & invalid) != 0) return false;
    held >>= entry & 15;
    count -= entry & 15;
    extra = (entry >> 8) & 15;
    const back: usize = (entry >> 16) + (<u32>held & ((1 << extra) - 1));
    held >>= extra;
    count -= extra;
    if (back > to - start || to + size > outEnd) return false;
    copyBack(to, back, size);
    to += size;
  }
}

/** Writes up to 31 bytes more than asked for. */
// @ts-ignore: a decorator
@inline
function copyBack(to: usize, back: usize, size: u32): void {
  const stop = to + size;
  let from = to - back;
  let place = to;
  if (back >= 16) {
    do {
      v128.store(place, v128.load(from));
      place += 16;
      from += 16;
    } while (place < stop);
  } else if (back >= 8) {
    do {
      store<u64>(place, load<u64>(from));
      place += 8;
      from += 8;
    } while (place < stop);
  } else if (back == 1) {
    memory.fill(place, load<u8>(from), size);
  } else {
    do store<u8>(place++, load<u8>(from++));
    while (place < stop);
  }
}
