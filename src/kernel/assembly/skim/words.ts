/** Words that were met in any text: numbers by hash, and where each stands in the store. */
let slots: usize = 0;
let entries: usize = 0;
let storage: usize = 0;
let storageEnd: usize = 0;
let mask: u32 = 0;
let most: u32 = 0;
let count: u32 = 0;
let used: usize = 0;

/** There is room for `mostWords` words: twice as many slots, which is a power of two, and a pair of an address and a length each. */
export function openWords(slotsAt: usize, entriesAt: usize, mostWords: u32, storeAt: usize, storeSize: u32): void {
  slots = slotsAt;
  entries = entriesAt;
  most = mostWords;
  storage = storeAt;
  storageEnd = storeAt + storeSize;
  // memory is all zeros at first
  mask = firstSlots - 1;
  count = 0;
  used = storage;
}

/** Memory that is not touched takes no time: a few files have few words. */
const firstSlots: u32 = 1024;

export function clearWords(): void {
  memory.fill(slots, 0, (mask + 1) * 4);
  count = 0;
  used = storage;
}

export function wordCount(): u32 {
  return count;
}

/** Bytes that may still be stored. */
export function wordRoom(): u32 {
  return <u32>(storageEnd - used);
}

/** The number of the word between two addresses; -1 when there is no room for it. */
export function findWord(start: usize, end: usize): i32 {
  const length = <u32>(end - start);
  if (count * 2 > mask && count < most) spread();
  let slot = getHash(start, end) & mask;
  for (; ; slot = (slot + 1) & mask) {
    const held = load<u32>(slots + slot * 4);
    if (held == 0) break;
    const entry = entries + <usize>(held - 1) * 8;
    if (load<u32>(entry, 4) == length && isSame(load<u32>(entry), start, length)) return held - 1;
  }
  if (count == most || storageEnd - used < length) return -1;
  memory.copy(used, start, length);
  const entry = entries + <usize>count * 8;
  store<u32>(entry, <u32>used);
  store<u32>(entry, length, 4);
  used += length;
  store<u32>(slots + slot * 4, ++count);
  return count - 1;
}

/** Over twice as many slots. */
function spread(): void {
  mask = mask * 2 + 1;
  memory.fill(slots, 0, (mask + 1) * 4);
  for (let number: u32 = 0; number < count; number++) {
    const entry = entries + <usize>number * 8;
    const start = <usize>load<u32>(entry);
    let slot = getHash(start, start + load<u32>(entry, 4)) & mask;
    while (load<u32>(slots + slot * 4) != 0) slot = (slot + 1) & mask;
    store<u32>(slots + slot * 4, number + 1);
  }
}

function getHash(start: usize, end: usize): u32 {
  let hash: u32 = 0;
  for (let at = start; at < end; at++) hash = (hash ^ load<u8>(at)) * 0x9e3779b1 + 1;
  return hash ^ (hash >> 15);
}

function isSame(known: usize, start: usize, length: u32): bool {
  for (let at: u32 = 0; at < length; at++) if (load<u8>(known + at) != load<u8>(start + at)) return false;
  return true;
}
