import type { Position } from '../../core/range.ts';
import { getUnits } from '../../core/text-anchors.ts';
import type { GetRoom, OpenFile } from '../../io/read-file.ts';

/** How lines are counted: LF, CRLF and a lone CR end one. */
export interface Lines {
  readonly pieceSize: number;
  /** How many end in each piece of the file. */
  readonly breaks: ArrayLike<number>;
  /** How many end from one byte up to another of the room. */
  readonly countBreaks: (from: number, to: number) => number;
  readonly getRoom: GetRoom;
}

/** Lines and columns of bytes, in their order, as the text of the whole file would have them. Only the pieces that they stand in are read, and where their lines begin. */
export function countPlaces(file: OpenFile, offsets: readonly number[], { pieceSize, breaks, countBreaks, getRoom }: Lines): Position[] {
  // of the next piece one byte, which tells whether a return ends a line
  const room = getRoom(pieceSize + 1);
  let piece = -1;
  let before = 0;
  /** Up to where the lines of the piece are counted. */
  let at = 0;
  let line = 0;
  const read = (number: number): void => {
    for (let other = Math.max(0, piece); other < number; other++) before += breaks[other] ?? 0;
    piece = number;
    at = 0;
    line = before + 1;
    room.fill(0, file.read(room, pieceSize + 1, number * pieceSize), pieceSize + 1);
  };
  /** Of the line that ends behind a place of the piece. */
  const findStart = (end: number): number => {
    const last = findLastBreak(room, end);
    if (last !== -1) return piece * pieceSize + last + 1;
    let other = piece - 1;
    while (other >= 0 && (breaks[other] ?? 0) === 0) other--;
    if (other === -1) return 0;
    const bytes = new Uint8Array(pieceSize + 1);
    return other * pieceSize + findLastBreak(bytes, Math.min(pieceSize, file.read(bytes, pieceSize + 1, other * pieceSize))) + 1;
  };
  /** The units from the beginning of the line up to a place of it. */
  let known = { line: 0, offset: 0, units: 0 };
  return offsets.map((offset) => {
    const number = Math.floor(offset / pieceSize);
    if (number !== piece) read(number);
    const end = offset - number * pieceSize;
    line += countBreaks(at, end);
    at = end;
    const from = known.line === line ? known : { offset: findStart(end), units: 0 };
    known = { line, offset, units: from.units + countUnits(file, from.offset, offset) };
    return { line, column: known.units + 1 };
  });
}

/** Before a place; -1 without one. */
function findLastBreak(bytes: Uint8Array, end: number): number {
  let at = end - 1;
  while (at >= 0 && !(bytes[at] === feed || (bytes[at] === carriage && bytes[at + 1] !== feed))) at--;
  return at;
}

const feed = 10;
const carriage = 13;

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
