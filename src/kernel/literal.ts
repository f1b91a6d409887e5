import type { Keyword } from './keyword.ts';

/** The bytes of a keyword. */
export interface Literal {
  /** In lower case where case does not count. */
  readonly bytes: Readonly<Uint8Array>;
  /** What is set in a byte of the text before it is compared: bit 5 of a letter whose case does not count. */
  readonly folds: Readonly<Uint8Array>;
}

export function toLiteral({ text, isCaseless = false }: Keyword): Literal {
  const bytes = toUtf8(text);
  if (bytes.length < shortest) throw new RangeError(`a keyword of fewer than ${shortest} bytes`);
  if (bytes.length > longest) throw new RangeError(`a keyword of more than ${longest} bytes`);
  const folds = new Uint8Array(bytes.length);
  if (isCaseless) {
    for (let index = 0; index < bytes.length; index++) {
      if (!isLetter(bytes[index] ?? 0)) continue;
      folds[index] = 32;
      bytes[index] = (bytes[index] ?? 0) | 32;
    }
  }
  return { bytes, folds };
}

const shortest = 3;
const longest = 255;

const isLetter = (byte: number): boolean => (byte | 32) >= 97 && (byte | 32) <= 122;

/** Without the platform, which this folder does not know (RFC 3629, section 3). */
function toUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), toTail(point));
    else if (point < 0x1_00_00) bytes.push(0xe0 | (point >> 12), toTail(point >> 6), toTail(point));
    else bytes.push(0xf0 | (point >> 18), toTail(point >> 12), toTail(point >> 6), toTail(point));
  }
  return Uint8Array.from(bytes);
}

const toTail = (bits: number): number => 0x80 | (bits & 0x3f);

/** Of the first three bytes, without regard to case. */
export const getHash = (first: number, second: number, third: number): number => mix(first | 32 | ((second | 32) << 8) | ((third | 32) << 16), hashBits);

/** Of the first four. */
export const getLongHash = (first: number, second: number, third: number, fourth: number): number => mix(first | 32 | ((second | 32) << 8) | ((third | 32) << 16) | ((fourth | 32) << 24), longHashBits);

/** The upper bits of a product (Knuth, "The Art of Computer Programming", volume 3, section 6.4). */
const mix = (word: number, bits: number): number => Math.imul(word, 0x9e_37_79_b1) >>> (32 - bits);

export const hashBits = 12;
export const longHashBits = 16;
