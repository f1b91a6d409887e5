import type { Position } from '../../core/range.ts';
import { getUnits } from '../../core/text-anchors.ts';
import type { OpenFile } from '../../io/read-file.ts';

const chunk = 1_048_576;

/** Lines and columns of bytes, in their order, as the text of the whole file would have them: the file is read once more up to the last one. */
export function countPlaces(file: OpenFile, offsets: readonly number[]): Position[] {
  const bytes = Buffer.alloc(chunk);
  let line = 1;
  let lineStart = 0;
  let isBehindReturn = false;
  let from = 0;
  let length = 0;
  let at = 0;
  const countTo = (end: number): void => {
    if (!isBehindReturn && end - at > worthwhile && bytes.indexOf(13, at) === -1) {
      line += countLineFeeds(bytes, at, end);
      const last = bytes.lastIndexOf(10, end - 1);
      if (last >= at) lineStart = from + last + 1;
      at = end;
      return;
    }
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

/** Bytes that are worth counting four at a time. */
const worthwhile = 4096;

/** Of each four bytes at once: those that are a line feed become 1, and up to 255 of them are added up before they are counted. */
function countLineFeeds(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  let at = from;
  for (; at < to && (bytes.byteOffset + at) % 4 !== 0; at++) if (bytes[at] === 10) count++;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + at, Math.floor((to - at) / 4));
  for (let word = 0; word < words.length; ) {
    const stop = Math.min(words.length, word + 255);
    let sums = 0;
    for (; word < stop; word++) {
      const other = (words[word] ?? 0) ^ 0x0a0a_0a0a;
      sums = (sums + (~(((other & 0x7f7f_7f7f) + 0x7f7f_7f7f) | other | 0x7f7f_7f7f) >>> 7)) | 0;
    }
    count += (sums & 255) + ((sums >>> 8) & 255) + ((sums >>> 16) & 255) + (sums >>> 24);
  }
  for (at += words.length * 4; at < to; at++) if (bytes[at] === 10) count++;
  return count;
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
