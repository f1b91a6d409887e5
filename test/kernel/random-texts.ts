import { createByteClass } from '../../src/kernel/byte-class.ts';
import type { Keyword } from '../../src/kernel/keyword.ts';

export type Random = (limit: number) => number;

/** xorshift32 (Marsaglia 2003) */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e_37_79_b1) | 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % limit;
  };
}

const alphabets = ['ab', 'abAB', 'ab1é', 'aA@`_', 'key', 'abcdef0123456789ABCDEFxyz+/-_ ', ' \n"=:abcXYZ019密ö😀'];

export const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)] as T;

const writeOf = (alphabet: string, length: number, random: Random): string => Array.from({ length }, () => pick(Array.from(alphabet), random)).join('');

/** Of small alphabets, so that they overlap, stand within each other and have the same beginnings. */
export function makeKeywords(seed: number): Keyword[] {
  const random = createRandom(seed);
  const alphabet = pick(alphabets, random);
  return Array.from({ length: 1 + random(seed % 10 === 0 ? 300 : 12) }, () => makeKeyword(alphabet, random));
}

const makeKeyword = (alphabet: string, random: Random): Keyword => ({
  text: writeOf(alphabet, 3 + (random(4) === 0 ? random(30) : random(4)), random),
  isCaseless: random(2) === 0,
  ...(random(4) === 0 ? { before: makeClass(alphabet, random) } : {}),
  ...(random(4) === 0 ? { follows: Array.from({ length: 1 + random(3) }, () => ({ bytes: makeClass(alphabet, random), count: random(5), ...(random(3) === 0 ? { most: random(12) } : {}) })) } : {}),
  ...(random(10) === 0 ? { once: 1 + random(3) } : {}),
  ...(random(3) === 0 ? { near: { bytes: makeClass(alphabet, random), count: 1 + random(12), reach: 1 + random(60), hasDigit: random(2) === 0 } } : {}),
});

const makeClass = (alphabet: string, random: Random): Uint8Array =>
  createByteClass(...Array.from(Buffer.from(alphabet)).filter(() => random(4) > 0).map((byte) => [byte, byte] as const), ...(random(3) === 0 ? [[48, 57] as const] : []), ...(random(8) === 0 ? [[128, 255] as const] : []));

/** Made of pieces of keywords, of letters of all alphabets, of runs and of bytes that are no text; it may end within any of them. */
export function makeText(seed: number, keywords: readonly Keyword[]): Uint8Array {
  const random = createRandom(seed ^ 0x5a_5a_5a_5a);
  const pieces = Array.from({ length: random(pick([3, 20, 80], random)) }, () => makePiece(keywords, random));
  const text = Buffer.concat(pieces);
  return text.subarray(0, text.length - random(Math.min(text.length, 8) + 1));
}

function makePiece(keywords: readonly Keyword[], random: Random): Buffer {
  const keyword = keywords[random(keywords.length + 1)]?.text ?? 'none';
  switch (random(7)) {
    case 0:
      return Buffer.from(keyword);
    case 1:
      return Buffer.from(random(2) === 0 ? keyword.toUpperCase() : keyword.toLowerCase());
    case 2:
      return Buffer.from(keyword).subarray(0, random(keyword.length + 1));
    case 3:
      return Buffer.from(Buffer.from(writeOf(pick(alphabets, random), random(60), random)).toString(pick(['base64', 'hex', 'base64url'] as const, random)));
    case 4:
      return Buffer.from(Array.from({ length: random(6) }, () => random(256)));
    default:
      return Buffer.from(writeOf(pick(alphabets, random), random(30), random));
  }
}
