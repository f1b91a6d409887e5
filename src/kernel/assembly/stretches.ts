let end: usize = 0;
let textNumber: u32 = 0;

/** A new text, that ends there: nothing is known of it. */
export function openStretches(textEnd: usize): void {
  end = textEnd;
  textNumber++;
}

/**
 * Whether a stretch begins behind a place, fewer than `reach` characters away. What is known is kept in the state, so that a text is
 * searched once: no stretch begins from `from` (16) up to `clear` (20); whether one begins there (24); of which text (28).
 */
export function isNear(state: usize, place: usize, reach: usize): bool {
  if (load<u32>(state, 28) != textNumber || place < load<u32>(state, 16) || place > load<u32>(state, 20)) {
    store<u32>(state, <u32>place, 16);
    store<u32>(state, <u32>place, 20);
    store<u32>(state, 0, 24);
    store<u32>(state, textNumber, 28);
  }
  const count: usize = load<u32>(state, 8);
  // a character of UTF-8 has at most four bytes
  const limit = min(place + 4 * reach, end - min(count, end) + 1);
  let clear: usize = load<u32>(state, 20);
  if (load<u32>(state, 24) == 0) {
    clear = findStretch(state, clear, limit, count);
    store<u32>(state, <u32>clear, 20);
  }
  return load<u32>(state, 24) != 0 && clear < limit && countCharacters(place, clear, reach) < reach;
}

/** A stretch: table, bit (4), count (8), whether a digit is asked for (12). */
function findStretch(state: usize, from: usize, limit: usize, count: usize): usize {
  const table: usize = load<u32>(state);
  const bit = load<u8>(state, 4);
  const hasDigit = load<u32>(state, 12) != 0;
  let clear = from;
  while (clear < limit) {
    let last = clear + count;
    while (last > clear && (load<u8>(table + load<u8>(last - 1)) & bit) != 0) last--;
    if (last > clear) {
      clear = last;
      continue;
    }
    const digit = hasDigit ? findDigit(clear) : clear;
    if (digit < clear + count) {
      store<u32>(state, 1, 24);
      return clear;
    }
    clear = digit - count + 1;
  }
  return clear;
}

function findDigit(from: usize): usize {
  let place = from;
  while (place < end && <u8>(load<u8>(place) - 48) > 9) place++;
  return place;
}

function countCharacters(from: usize, to: usize, most: usize): usize {
  if (to - from < most) return to - from;
  let count: usize = 0;
  for (let place = from; place < to && count < most; place++) if ((load<u8>(place) & 0xc0) != 0x80) count++;
  return count;
}
