/** Where the number that `readSize` read ended. */
let numberEnd: usize = 0;

export function sizeEnd(): usize {
  return numberEnd;
}

/** A number of seven bits a byte, lowest first (gitformat-pack, deltified representation); more than 2^31 - 1 is given as -1. */
export function readSize(from: usize, end: usize): i32 {
  let value: u64 = 0;
  let shift: u64 = 0;
  let place = from;
  while (place < end && shift < 35) {
    const byte = <u64>load<u8>(place++);
    value |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) {
      numberEnd = place;
      return value > 0x7fff_ffff ? -1 : <i32>value;
    }
  }
  return -1;
}

/**
 * Writes what the instructions between `from` and `end` make of a base. Copies of more than `shortest` bytes are told at `spans`, up to
 * `most` of them: where to, where from, how many; those that follow each other in both are one. Gives the number of them, or -1 for
 * instructions that do not fit. Behind the base and the result are at least 64 bytes.
 */
export function applyDelta(base: usize, baseSize: u32, from: usize, end: usize, to: usize, size: u32, spans: usize, most: u32, shortest: u32): i32 {
  let place = from;
  let out = to;
  const stop = to + size;
  let count: u32 = 0;
  let spanTo: u32 = 0;
  let spanFrom: u32 = 0;
  let spanSize: u32 = 0;
  while (place < end) {
    const op = <u32>load<u8>(place++);
    if ((op & 128) == 0) {
      if (op == 0 || place + op > end || out + op > stop) return -1;
      copyShort(out, place, op);
      place += op;
      out += op;
      continue;
    }
    let offset: u32 = 0;
    let bytes: u32 = 0;
    if ((op & 1) != 0) offset = load<u8>(place++);
    if ((op & 2) != 0) offset |= <u32>load<u8>(place++) << 8;
    if ((op & 4) != 0) offset |= <u32>load<u8>(place++) << 16;
    if ((op & 8) != 0) offset |= <u32>load<u8>(place++) << 24;
    if ((op & 16) != 0) bytes = load<u8>(place++);
    if ((op & 32) != 0) bytes |= <u32>load<u8>(place++) << 8;
    if ((op & 64) != 0) bytes |= <u32>load<u8>(place++) << 16;
    if (bytes == 0) bytes = 0x10000;
    if (place > end || <u64>offset + bytes > <u64>baseSize || out + bytes > stop) return -1;
    const target = <u32>(out - to);
    if (spanSize > 0 && target == spanTo + spanSize && offset == spanFrom + spanSize) spanSize += bytes;
    else {
      if (spanSize > shortest && count < most) count = tell(spans, count, spanTo, spanFrom, spanSize);
      spanTo = target;
      spanFrom = offset;
      spanSize = bytes;
    }
    if (bytes <= 64) copyShort(out, base + offset, bytes);
    else memory.copy(out, base + offset, bytes);
    out += bytes;
  }
  if (spanSize > shortest && count < most) count = tell(spans, count, spanTo, spanFrom, spanSize);
  return out == stop ? <i32>count : -1;
}

function tell(spans: usize, count: u32, to: u32, from: u32, size: u32): u32 {
  const at = spans + <usize>count * 12;
  store<u32>(at, to);
  store<u32>(at, from, 4);
  store<u32>(at, size, 8);
  return count + 1;
}

/** Writes up to 15 bytes more than asked for. */
// @ts-ignore: a decorator
@inline
function copyShort(to: usize, from: usize, size: u32): void {
  for (let done: u32 = 0; done < size; done += 16) v128.store(to + done, v128.load(from + done));
}
