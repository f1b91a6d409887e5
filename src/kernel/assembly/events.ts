let events: usize = 0;
let capacity: u32 = 0;
let count: u32 = 0;
let text: usize = 0;

/** Pairs of the number of a keyword and an index. */
export function openEvents(at: usize, most: u32): void {
  events = at;
  capacity = most;
}

export function clearEvents(textAt: usize): void {
  count = 0;
  text = textAt;
}

export function eventCount(): u32 {
  return count;
}

export function roomLeft(): u32 {
  return capacity - count;
}

export function addEvent(keyword: u32, place: usize): void {
  store<u32>(events + (<usize>count << 3), keyword);
  store<u32>(events + (<usize>count << 3), <u32>(place - text), 4);
  count++;
}
