/** The checksum of zlib: RFC 1950, section 9. */
export function getAdler32(start: usize, size: u32): u32 {
  let low: u32 = 1;
  let high: u32 = 0;
  let at = start;
  let left = size;
  while (left > 0) {
    // what 32 bits can hold before the remainder is taken
    const part = min<u32>(left, 5536);
    const wide = part & ~15;
    if (wide > 0) {
      let sums = i32x4(0, 0, 0, 0);
      let before = i32x4(0, 0, 0, 0);
      let weighted = i32x4(0, 0, 0, 0);
      const end = at + wide;
      for (let place = at; place < end; place += 16) {
        const bytes = v128.load(place);
        before = i32x4.add(before, sums);
        sums = i32x4.add(sums, i32x4.extadd_pairwise_i16x8_u(i16x8.extadd_pairwise_i8x16_u(bytes)));
        weighted = i32x4.add(weighted, i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(bytes), i16x8(16, 15, 14, 13, 12, 11, 10, 9)));
        weighted = i32x4.add(weighted, i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(bytes), i16x8(8, 7, 6, 5, 4, 3, 2, 1)));
      }
      high += low * wide + 16 * sum(before) + sum(weighted);
      low += sum(sums);
      at = end;
    }
    for (let rest = part & 15; rest > 0; rest--) {
      low += load<u8>(at++);
      high += low;
    }
    low %= 65521;
    high %= 65521;
    left -= part;
  }
  return (high << 16) | low;
}

// @ts-ignore: a decorator
@inline
function sum(four: v128): u32 {
  return <u32>(i32x4.extract_lane(four, 0) + i32x4.extract_lane(four, 1) + i32x4.extract_lane(four, 2) + i32x4.extract_lane(four, 3));
}
