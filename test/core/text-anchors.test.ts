import { expect, test } from 'vitest';
import { toAnchors } from '../../src/core/detect.ts';
import { toTextAnchors } from '../../src/core/text-anchors.ts';
import { detectors } from '../../src/detectors/index.ts';
import { decode } from '../../src/io/decode.ts';

const [anchor] = detectors.flatMap(toAnchors);

test.each([
  ['ASCII', 'abc here'],
  ['characters of two bytes', 'äöü here ñ here'],
  ['characters of four bytes', '🔑 here 🔑🔑 here'],
  ['a byte order mark', '\uFEFFü here'],
])('anchors found in bytes of %s are at the same words of the text', (_, written) => {
  const bytes = Buffer.from(written);
  const read = decode(bytes);
  if (anchor === undefined) throw new Error('no anchor');
  const placed = findAll(bytes.toString('latin1')).map((index) => ({ anchor, index }));
  expect(toTextAnchors(bytes, read, placed)?.map(({ index }) => index)).toEqual(findAll(read.text));
});

const findAll = (text: string): number[] => [...text.matchAll(/here/gu)].map(({ index }) => index);

test('nothing is said of bytes that are no UTF-8', () => {
  expect(toTextAnchors(Buffer.from('ab'), { text: 'abc', encoding: 'broken utf-8', hasByteOrderMark: false }, [])).toBeUndefined();
});
