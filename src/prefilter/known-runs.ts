import { skipEncodedRun } from '../kernel/encoded-runs.ts';
import { createByteTexts, none } from './byte-texts.ts';

/** Encoded texts in which nothing was found: programs repeat them, and one that is short says the same wherever it stands. */
export interface KnownRuns {
  /** Those that are not known, of some places where such texts begin. `scope`: a number for what is judged alike. */
  filter(runs: readonly number[], bytes: Uint8Array, length: number, scope: number): readonly number[];
  /** Nothing was found in these. */
  add(runs: readonly number[], bytes: Uint8Array, length: number, scope: number): void;
}

export function createKnownRuns(): KnownRuns {
  const texts = createByteTexts(mostRuns);
  const key = new Uint8Array(longest + 3);
  /** Writes what tells a text from others; 0 for what is longer, or may go on in the next line. */
  const write = (start: number, bytes: Uint8Array, length: number, scope: number): number => {
    const digitsEnd = skipEncodedRun(bytes, start, Math.min(length, start + longest));
    const width = digitsEnd - start;
    if (width === longest || (width >= leastLine && width % 4 === 0 && mayGoOn(bytes, digitsEnd))) return 0;
    // with the padding
    const end = digitsEnd + 2;
    key[0] = scope;
    for (let index = start; index < end; index++) key[index - start + 1] = bytes[index] ?? 0;
    return end - start + 1;
  };
  const isKnown = (size: number): boolean => size > 0 && texts.find(key, 0, size) !== none;
  return {
    filter: (runs, bytes, length, scope) => runs.filter((start) => !isKnown(write(start, bytes, length, scope))),
    add(runs, bytes, length, scope) {
      for (const start of runs) {
        const size = write(start, bytes, length, scope);
        if (size > 0 && !isKnown(size)) texts.add(key, 0, size);
      }
    },
  };
}

const mostRuns = 1 << 12;

const longest = 120;

/** Digits of one of several lines that are one text (`core/layers/find-runs.ts`). */
const leastLine = 40;

/** Whether the next line may belong to a text that ends at a place: what stands between two of them has a line feed, or two characters. */
const mayGoOn = (bytes: Uint8Array, end: number): boolean => isBetween(bytes[end]) && (isBreak(bytes[end]) || isBetween(bytes[end + 1]));

const isBreak = (byte: number | undefined): boolean => byte === 10 || byte === 13;

const isBetween = (byte = 0): boolean => between[byte] === 1;

const between = new Uint8Array(256);
for (const character of '\\"\'` \t+.,\r\n>#*') between[character.charCodeAt(0)] = 1;
