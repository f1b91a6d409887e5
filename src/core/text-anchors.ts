import type { PlacedAnchor } from './detect.ts';

/** How a text was read from bytes. */
interface Read {
  readonly text: string;
  readonly encoding: string;
  readonly hasByteOrderMark: boolean;
}

/** The places in a text of what was found at bytes, in their order; undefined where bytes do not tell them. */
export function toTextAnchors(bytes: Uint8Array, { text, encoding, hasByteOrderMark }: Read, anchors: readonly PlacedAnchor[]): readonly PlacedAnchor[] | undefined {
  // of ASCII, and of what is read byte by byte
  if (text.length === bytes.length) return anchors;
  if (encoding !== 'utf-8') return undefined;
  let at = hasByteOrderMark ? 3 : 0;
  let place = 0;
  return anchors.map(({ anchor, index }) => {
    for (; at < index; at++) place += getUnits(bytes[at] ?? 0);
    return { anchor, index: place };
  });
}

/** Units of UTF-16 of the character that a byte of UTF-8 begins (RFC 3629, section 3). */
export const getUnits = (byte: number): number => (byte >= 0xf0 ? 2 : (byte & 0xc0) === 0x80 ? 0 : 1);
