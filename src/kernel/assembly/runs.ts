/** What each byte stands for as a digit of base64. */
let digits: usize = 0;

export function openRuns(digitValues: usize): void {
  digits = digitValues;
}

/** See `../encoded-runs.ts`. */
export function findRun(from: usize, end: usize): usize {
  let at = from;
  let others = getOthers(at);
  while (at < end) {
    const next = getOthers(at + 32);
    // places from which on 24 digits stand
    let open = ~(others | (next << 32));
    open &= open >> 1;
    open &= open >> 2;
    open &= open >> 4;
    open &= open >> 8;
    open &= open >> 8;
    if (<u32>open == 0) {
      at += 32;
      others = next;
      continue;
    }
    const start = at + <usize>ctz(open);
    if (start >= end) return end;
    if ((start == from || !isDigit(load<u8>(start - 1))) && start + 24 <= end && mayHoldText(start)) return start;
    at = skipRun(start, end);
    others = getOthers(at);
  }
  return end;
}

export function skipRun(start: usize, end: usize): usize {
  let place = start;
  while (place < end) {
    const others = getOthers(place);
    if (others != 0) return min(place + <usize>ctz(others), end);
    place += 32;
  }
  return end;
}

/** Bits of those of 32 bytes that are no digits. */
function getOthers(place: usize): u64 {
  return <u64>(<u32>getOthersOf16(v128.load(place)) | (<u32>getOthersOf16(v128.load(place, 16)) << 16));
}

/** One bit of a row for each upper half of a byte; the rows are chosen by its lower half (as in Muła's and Langdale's classification of bytes). */
function getOthersOf16(bytes: v128): i32 {
  const half = v128.load(constants, 32);
  const low = v128.swizzle(v128.load(constants), v128.and(bytes, half));
  const high = v128.swizzle(v128.load(constants, 16), v128.and(i16x8.shr_u(bytes, 4), half));
  return i8x16.bitmask(i8x16.eq(v128.and(low, high), i64x2(0, 0)));
}

/** In memory, from where they are loaded faster than they are put together: rows, columns, the lower half of a byte. */
const constants = memory.data<u64>([0xf8f8_f8f8_f8f8_f8a8, 0x7450_5450_54f0_f8f8, 0x8040_2010_0804_0201, 0, 0x0f0f_0f0f_0f0f_0f0f, 0x0f0f_0f0f_0f0f_0f0f]);

function getDigit(place: usize): u32 {
  return load<u8>(digits + load<u8>(place));
}

function isDigit(byte: u8): bool {
  return load<u8>(digits + byte) != 255;
}

function mayHoldText(start: usize): bool {
  return isHex(start) || decodesToText(start);
}

function isHex(start: usize): bool {
  for (let place = start; place < start + 24; place++) {
    const byte = load<u8>(place);
    if (<u8>(byte - 48) > 9 && <u8>((byte | 32) - 97) > 5) return false;
  }
  return true;
}

function decodesToText(start: usize): bool {
  let high: u32 = 0;
  for (let place = start; place < start + 24; place += 4) {
    const bits = (getDigit(place) << 18) | (getDigit(place + 1) << 12) | (getDigit(place + 2) << 6) | getDigit(place + 3);
    if (isControl(bits >> 16) || isControl((bits >> 8) & 255) || isControl(bits & 255)) return false;
    high += (bits >> 23) + ((bits >> 15) & 1) + ((bits >> 7) & 1);
  }
  return high <= 4;
}

/** White space and zeros are none. */
function isControl(byte: u32): bool {
  return byte < 32 && ((1 << byte) & 0x2601) == 0;
}
