import { expect, it } from 'vitest';
import { countPlaces, type Lines } from '../../src/commands/sweep/count-places.ts';
import { createKernel } from '../../src/kernel/create-kernel.ts';
import { createPlainKernel } from '../../src/kernel/plain.ts';

const open = (bytes: Buffer) => ({
  size: bytes.length,
  stamp: [0, 0, 0] as const,
  read: (target: Uint8Array, length: number, from: number) => bytes.copy(target, 0, from, Math.min(bytes.length, from + length)),
  close: () => undefined,
});

/** A kernel by which lines are counted in its room. */
function createLines(): Pick<Lines, 'countBreaks' | 'getRoom'> {
  const { countBreaks, getRoom } = createKernel([]);
  return { countBreaks, getRoom };
}

/** As an editor counts: LF, CRLF and a lone CR end a line. */
function count(text: string, offset: number) {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/u);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

it.each([
  ['line feeds', ['\n']],
  ['line feeds and characters beside them in value', ['\n', '\u000B', '\t', '\u008A', '\u000E']],
  ['returns', ['\r\n']],
  ['few returns', [...Array.from({ length: 2000 }, () => '\n'), '\r\n']],
  ['returns alone', ['\r', '\r\n', '\r']],
  ['a line alone', ['x']],
])('places of a file with %s', (_, ends) => {
  let text = '';
  for (let index = 0; text.length < 2_400_000; index++) text += `${'abcdefghij'.repeat((index * 7919) % 13)}${ends[index % ends.length] ?? ''}`;
  const offsets = [0, 1, 4095, 4100, 1_048_575, 1_048_576, 1_048_577, 1_500_001, 2_399_999].filter((offset) => text.charAt(offset - 1) !== '\r');
  const bytes = Buffer.from(text.replace(/[^\u0000-\u007F]/gu, 'x'), 'latin1');
  const kernel = createPlainKernel([]);
  kernel.getRoom(bytes.length).set(bytes);
  kernel.find(bytes.length, () => undefined);
  for (const pieceSize of [700, 4096, 262_144]) {
    const breaks = Array.from({ length: Math.ceil(bytes.length / pieceSize) }, (_, piece) => kernel.countBreaks(piece * pieceSize, Math.min(bytes.length, (piece + 1) * pieceSize)));
    expect(countPlaces(open(bytes), offsets, { pieceSize, breaks, ...createLines() })).toEqual(offsets.map((offset) => count(text, offset)));
  }
});
