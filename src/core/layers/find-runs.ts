import type { Range } from '../range.ts';

/** Stretches of the alphabets of base64 and base64url (RFC 4648), without the padding; wrapped lines of one block follow each other. */
export type Run = readonly Range[];

/** Shorter ones hold no token and no credential with its name. */
export const shortest = 24;

/** Looks at one character of each `shortest` where a text has no long runs, which is nearly everywhere. */
export function* findEncodedRuns(text: string, from = 0): Generator<Run, undefined> {
  for (let probe = from + shortest - 1, done = from; probe < text.length; probe = Math.max(done, probe) + shortest) {
    if (!isDigit(text, probe)) continue;
    const first = expand(text, probe, done);
    done = first[1];
    if (first[1] - first[0] < shortest) {
      // the next run may begin right after this one
      probe = first[1] - 1;
      continue;
    }
    const run = addLines(text, first);
    done = run.at(-1)?.[1] ?? done;
    yield run;
    probe = done - 1;
  }
  return undefined;
}

function expand(text: string, probe: number, from: number): Range {
  let start = probe;
  while (start > from && isDigit(text, start - 1)) start--;
  let end = probe + 1;
  while (end < text.length && isDigit(text, end)) end++;
  return [start, end];
}

/** Lines of the same length, the last one shorter (RFC 2045, section 6.8): on lines of their own, or as pieces of a literal. */
function addLines(text: string, first: Range): Run {
  const width = first[1] - first[0];
  const lines = [first];
  if (width < 40 || width > 1000 || width % 4 !== 0) return lines;
  for (let last = first; last[1] - last[0] === width; ) {
    lineBreak.lastIndex = last[1];
    const found = lineBreak.exec(text);
    if (found === null || found[0].length < 2 && !/[\r\n]/u.test(found[0])) break;
    const start = last[1] + found[0].length;
    if (start >= text.length || !isDigit(text, start)) break;
    const next = expand(text, start, start);
    if (next[1] - next[0] > width) break;
    lines.push(next);
    last = next;
  }
  return lines;
}

/** A line break as it is or escaped, with quotes, `+` and what begins a line around it. */
const lineBreak = /(?:\\[rn]){0,2}["'`]?[ \t]{0,8}[+.,\\]?[ \t]{0,8}(?:\r?\n)?[ \t]{0,80}(?:[>#*][ \t]{0,8})?["'`]?/uy;

/** A digit of base64 or base64url. */
export const isDigit = (text: string, index: number): boolean => table[text.charCodeAt(index)] !== undefined && table[text.charCodeAt(index)] !== none;

const none = 255;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const table = new Uint8Array(128).fill(none);
for (let value = 0; value < alphabet.length; value++) table[alphabet.charCodeAt(value)] = value;
table['-'.charCodeAt(0)] = 62;
table['_'.charCodeAt(0)] = 63;

/** What a digit of base64 stands for, 0 to 63. */
export const getDigit = (text: string, index: number): number => table[text.charCodeAt(index)] ?? none;
