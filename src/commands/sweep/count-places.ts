import type { Position } from '../../core/range.ts';
import { getUnits } from '../../core/text-anchors.ts';
import type { OpenFile } from '../../io/read-file.ts';

/** How many lines end in each piece of a file: LF, CRLF and a lone CR end one. */
interface Breaks {
  readonly pieceSize: number;
  readonly breaks: ArrayLike<number>;
}

/** Lines and columns of bytes, in their order, as the text of the whole file would have them. Only the pieces that they stand in are read, and where their lines begin. */
export function countPlaces(file: OpenFile, offsets: readonly number[], { pieceSize, breaks }: Breaks): Position[] {
  if (offsets.length === 0) return [];
  // of the next piece one byte, which tells whether a return ends a line
  const bytes = new Uint8Array(pieceSize + 1);
  let piece = 0;
  let line = 1;
  let lineStart = 0;
  let at = 0;
  let length = file.read(bytes, bytes.length, 0);
  /** The units from the beginning of the line up to a place of it. */
  let known = { lineStart: 0, offset: 0, units: 0 };
  const read = (number: number): void => {
    piece = number;
    at = 0;
    length = file.read(bytes, bytes.length, number * pieceSize);
  };
  const countTo = (end: number): void => {
    for (; at < end; at++) {
      if (!isBreak(bytes, at, length)) continue;
      line++;
      lineStart = piece * pieceSize + at + 1;
    }
  };
  const go = (target: number): void => {
    if (target === piece) return;
    countTo(Math.min(pieceSize, length));
    let last: number | undefined;
    for (let number = piece + 1; number < target; number++) {
      const count = breaks[number] ?? 0;
      line += count;
      if (count > 0) last = number;
    }
    if (last !== undefined) {
      read(last);
      lineStart = last * pieceSize + findLastBreak(bytes, Math.min(pieceSize, length), length) + 1;
    }
    read(target);
  };
  return offsets.map((offset) => {
    go(Math.floor(offset / pieceSize));
    countTo(Math.min(offset - piece * pieceSize, length));
    const from = known.lineStart === lineStart ? known : { offset: lineStart, units: 0 };
    known = { lineStart, offset, units: from.units + countUnits(file, from.offset, offset) };
    return { line, column: known.units + 1 };
  });
}

const isBreak = (bytes: Uint8Array, at: number, length: number): boolean => bytes[at] === 10 || (bytes[at] === 13 && (at + 1 >= length || bytes[at + 1] !== 10));

function findLastBreak(bytes: Uint8Array, end: number, length: number): number {
  let at = end - 1;
  while (at > 0 && !isBreak(bytes, at, length)) at--;
  return at;
}

const chunk = 1_048_576;

/** UTF-16 units of what is UTF-8. */
function countUnits(file: OpenFile, from: number, to: number): number {
  const bytes = new Uint8Array(Math.min(chunk, Math.max(0, to - from)));
  let units = 0;
  for (let start = from; start < to; start += chunk) {
    const length = file.read(bytes, Math.min(chunk, to - start), start);
    for (let index = 0; index < length; index++) units += getUnits(bytes[index] ?? 0);
  }
  return units;
}
