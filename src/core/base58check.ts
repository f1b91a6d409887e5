import { getSha256 } from './sha256.ts';

/** Whether the last four bytes of base58 are the beginning of the hash of the hash of those before them, as Bitcoin writes keys. */
export function isBase58Check(text: string): boolean {
  const bytes = decodeBase58(text);
  const hash = getSha256(getSha256(bytes.slice(0, -4)));
  return bytes.length > 4 && bytes.slice(-4).every((byte, index) => byte === hash[index]);
}

function decodeBase58(text: string): number[] {
  let number = 0n;
  for (const character of text) number = number * 58n + BigInt(Math.max(0, alphabet.indexOf(character)));
  const digits = number.toString(16);
  return ((digits.length % 2 === 0 ? digits : `0${digits}`).match(/../gu) ?? []).map((pair) => Number.parseInt(pair, 16));
}

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
