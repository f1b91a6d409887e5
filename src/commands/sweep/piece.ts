import type { GetRoom, OpenFile } from '../../io/read-file.ts';

/** A part of a large file with what is around it. */
export interface Piece {
  readonly bytes: Uint8Array;
  /** Of its first byte, in the file. */
  readonly from: number;
  /** The bytes that it answers for: one that begins elsewhere is another piece's. */
  readonly own: readonly [start: number, end: number];
}

/**
 * Bytes that a piece answers for, and those before and behind it that it sees as well: a text of all is just short of what V8 keeps on
 * pages of their own, which takes longer.
 */
export const pieceSize = 114_688;
const before = 2048;
const behind = 8192;

export const countPieces = ({ size }: OpenFile): number => Math.ceil(size / pieceSize);

/** What was read before is overwritten. */
export function readPiece(file: OpenFile, getRoom: GetRoom, number: number): Piece {
  const start = number * pieceSize;
  const from = Math.max(0, start - before);
  const bytes = readBytes(file, getRoom, from, start + pieceSize + behind);
  return { bytes, from, own: [start - from, Math.min(start - from + pieceSize, bytes.length)] };
}

/** By which it is told how the file is read. */
export const readHead = (file: OpenFile, getRoom: GetRoom): Uint8Array => readBytes(file, getRoom, 0, pieceSize);

function readBytes(file: OpenFile, getRoom: GetRoom, from: number, to: number): Uint8Array {
  const room = getRoom(to - from);
  let length = 0;
  for (let count = 1; length < to - from && count > 0; length += count) count = file.read(room.subarray(length), to - from - length, from + length);
  return room.subarray(0, length);
}
