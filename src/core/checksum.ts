/** CRC-32 as in zlib and ISO 3309, of a text of ASCII characters. */
export function getCrc32(text: string): number {
  let crc = 0xffffffff;
  for (let index = 0; index < text.length; index++) {
    crc ^= text.charCodeAt(index);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/** Digits 0-9, A-Z, a-z. */
export function toBase62(number: number, length: number): string {
  let text = '';
  for (let rest = number; rest > 0; rest = Math.floor(rest / 62)) text = digits.charAt(rest % 62) + text;
  return text.padStart(length, '0');
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Whether the last eight digits are the CRC-32 of all before them. */
export const endsInCrc32 = (text: string): boolean => toHex(getCrc32(text.slice(0, -8))) === text.slice(-8).toLowerCase();

/** Eight digits, the highest byte first. */
export const toHex = (number: number): string => number.toString(16).padStart(8, '0');

/** The four bytes of a number, the lowest first, as characters. */
export const toLittleEndian = (number: number): string => String.fromCharCode(number & 255, (number >>> 8) & 255, (number >>> 16) & 255, number >>> 24);

/** The bytes of base64 or base64url (RFC 4648) as characters, as far as the text goes. */
export function decodeBase64(text: string): string {
  let decoded = '';
  let bits = 0;
  let count = 0;
  for (const character of text) {
    const value = alphabet.indexOf(character === '-' ? '+' : character === '_' ? '/' : character);
    if (value === -1) break;
    bits = ((bits << 6) | value) & 0xfff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    decoded += String.fromCharCode((bits >>> count) & 0xff);
  }
  return decoded;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
