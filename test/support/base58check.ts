import { createHash } from 'node:crypto';

/** Bytes as Bitcoin writes keys: with four bytes of a hash at the end, in base 58. */
export function toBase58Check(bytes: readonly number[]): string {
  const check = hash(hash(Uint8Array.from(bytes))).slice(0, 4);
  let number = BigInt(`0x${Buffer.from([...bytes, ...check]).toString('hex')}`);
  let text = '';
  for (; number > 0n; number /= 58n) text = alphabet.charAt(Number(number % 58n)) + text;
  return text;
}

const hash = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
