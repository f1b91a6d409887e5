import { getSha256 } from './sha256.ts';

/** HMAC with SHA-256 (RFC 2104), the first 64 bits in hex. `key` has at most 64 bytes. */
export function getKeyedHash(key: readonly number[], text: string): string {
  const pad = (byte: number): number[] => Array.from({ length: 64 }, (_, index) => (key[index] ?? 0) ^ byte);
  const units = [...Array(text.length).keys()].flatMap((index) => [text.charCodeAt(index) >>> 8, text.charCodeAt(index) & 0xff]);
  const inner = getSha256([...pad(0x36), ...units]);
  return getSha256([...pad(0x5c), ...inner]).slice(0, 8).map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
