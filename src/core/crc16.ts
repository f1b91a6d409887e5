/** CRC-16/XMODEM: the polynomial of CCITT, from zero. */
export function getCrc16(bytes: readonly number[]): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x8000 ? 0x1021 : 0)) & 0xffff;
  }
  return crc;
}

/** The whole bytes of base32 (RFC 4648) without padding. */
export function decodeBase32(text: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  for (const character of text) {
    bits = ((bits << 5) | alphabet.indexOf(character)) & 0xfff;
    count += 5;
    if (count < 8) continue;
    count -= 8;
    bytes.push((bits >>> count) & 0xff);
  }
  return bytes;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
