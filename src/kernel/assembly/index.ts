// AssemblyScript (https://www.assemblyscript.org), compiled by scripts/kernel.mjs. `../image.ts` lays out what is read here.
import { countBlanks as countBlanksAt, countBreaks as countBreaksAt } from './counts';
import { addEvent, clearEvents, eventCount, openEvents, roomLeft } from './events';
import { beginLiterals, openLiterals, search } from './literals';
import { findRun, openRuns, skipRun } from './runs';
import { openStretches } from './stretches';

let hasRuns: bool = false;
let runNumber: u32 = 0;

/** Reads the table of contents of an image; there is room for so many events. */
export function open(image: usize, events: usize, capacity: u32): void {
  openLiterals(image);
  openRuns(load<u32>(image, 8));
  runNumber = load<u32>(image, 12);
  hasRuns = load<u32>(image, 16) != 0;
  openEvents(events, capacity);
}

let text: usize = 0;
let first: usize = 0;
let end: usize = 0;
/** Literals that begin before were told. */
let at: usize = 0;
/** The next run, `end` without one. */
let run: usize = 0;

/** Begins with the bytes from `from` to `to`, behind which there are zeros. */
export function begin(textAt: usize, from: u32, to: u32): void {
  text = textAt;
  at = first = textAt + from;
  end = textAt + to;
  run = hasRuns ? findRun(at, end) : end;
  beginLiterals();
  openStretches(end);
}

/** Fills the room for events and says how many there are; none when the text is done. */
export function next(): u32 {
  clearEvents(text);
  while (true) {
    const to = run < end ? run + 1 : end;
    if (at < to) at = search(at, to, first, end);
    // without room, goes on there the next time
    if (at < to || run >= end || roomLeft() == 0) return eventCount();
    addEvent(runNumber, run);
    run = findRun(skipRun(run, end), end);
  }
}

/** Between two places of the text that was begun last. */
export function countBreaks(from: u32, to: u32): u32 {
  return countBreaksAt(text + from, text + to);
}

export function countBlanks(from: u32, to: u32): u32 {
  return countBlanksAt(text + from, text + to);
}
