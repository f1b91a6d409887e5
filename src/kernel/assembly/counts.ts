/** See `Kernel` in `../keyword.ts`: what stands at `to` is looked at, but not counted. */
export function countBreaks(from: usize, to: usize): u32 {
  const feed = i8x16.splat(10);
  const carriage = i8x16.splat(13);
  let count: u32 = 0;
  let at = from;
  for (; at + 16 <= to; at += 16) {
    const bytes = v128.load(at);
    const alone = v128.andnot(i8x16.eq(bytes, carriage), i8x16.eq(v128.load(at, 1), feed));
    count += <u32>popcnt(i8x16.bitmask(v128.or(i8x16.eq(bytes, feed), alone)));
  }
  for (; at < to; at++) {
    const byte = load<u8>(at);
    if (byte == 10 || (byte == 13 && load<u8>(at, 1) != 10)) count++;
  }
  return count;
}

/** Bytes up to the space. */
export function countBlanks(from: usize, to: usize): u32 {
  const most = i8x16.splat(32);
  let count: u32 = 0;
  let at = from;
  for (; at + 16 <= to; at += 16) count += <u32>popcnt(i8x16.bitmask(i8x16.le_u(v128.load(at), most)));
  for (; at < to; at++) if (load<u8>(at) <= 32) count++;
  return count;
}
