import type { Position } from '../../core/range.ts';
import { getUnits } from '../../core/text-anchors.ts';
import type { OpenFile } from '../../io/read-file.ts';

const chunk = 1_048_576;

/** Lines and columns of bytes, in their order, as the text of the whole file would have them: the file is read once more up to the last one. */
export function countPlaces(file: OpenFile, offsets: readonly number[]): Position[] {
  const bytes = new Uint8Array(chunk);
  let line = 1;
  let lineStart = 0;
  let isBehindReturn = false;
  let from = 0;
  let length = 0;
  let at = 0;
  const countTo = (end: number): void => {
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte > 13 && !isBehindReturn) continue;
      // LF, CRLF and lone CR end a line
      if (isBehindReturn && byte !== 10) {
        line++;
        lineStart = from + at;
      }
      if (byte === 10) {
        line++;
        lineStart = from + at + 1;
      }
      isBehindReturn = byte === 13;
    }
  };
  return offsets.map((offset) => {
    while (offset > from + length) {
      countTo(length);
      from += length;
      at = 0;
      length = file.read(bytes, chunk, from);
      // a file that has become shorter
      if (length === 0) break;
    }
    countTo(Math.max(at, Math.min(offset - from, length)));
    return isBehindReturn && offset > lineStart ? { line: line + 1, column: 1 } : { line, column: countUnits(file, lineStart, offset) + 1 };
  });
}

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
