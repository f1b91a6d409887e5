/** Five lists, of so many each: where tokens start, where they end, their values (all of four bytes), kinds, and line breaks (of one). */
let starts: usize = 0;
let ends: usize = 0;
let values: usize = 0;
let kinds: usize = 0;
let breaks: usize = 0;
let count: i32 = 0;

/** Gives where the lists end. */
export function openTokens(tokens: usize, capacity: u32): usize {
  starts = tokens;
  ends = starts + capacity * 4;
  values = ends + capacity * 4;
  kinds = values + capacity * 4;
  breaks = kinds + capacity;
  count = 0;
  return breaks + capacity;
}

export function tokenCount(): i32 {
  return count;
}

export function addToken(kind: u8, start: u32, end: u32, isBroken: bool): void {
  const place = <usize>count << 2;
  store<u32>(starts + place, start);
  store<u32>(ends + place, end);
  store<i32>(values + place, -1);
  store<u8>(kinds + count, kind);
  store<u8>(breaks + count, isBroken ? 1 : 0);
  count++;
}

export function getKind(token: i32): u8 {
  return load<u8>(kinds + token);
}

export function getEnd(token: i32): u32 {
  return load<u32>(ends + (<usize>token << 2));
}

export function getValue(token: i32): i32 {
  return load<i32>(values + (<usize>token << 2));
}

export function setValue(token: i32, value: i32): void {
  store<i32>(values + (<usize>token << 2), value);
}
