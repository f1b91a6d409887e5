/** Whether the last six characters are the checksum of those before, as BIP 173 has it. */
export function hasBech32Checksum(text: string): boolean {
  const lower = text.toLowerCase();
  const one = lower.lastIndexOf('1');
  const prefix = Array.from(lower.slice(0, one), (character) => character.charCodeAt(0));
  const words = Array.from(lower.slice(one + 1), (character) => alphabet.indexOf(character));
  return !words.includes(-1) && getPolymod([...prefix.map((code) => code >>> 5), 0, ...prefix.map((code) => code & 31), ...words]) === 1;
}

const alphabet = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function getPolymod(words: readonly number[]): number {
  let sum = 1;
  for (const word of words) {
    const top = sum >>> 25;
    sum = ((sum & 0x1ffffff) << 5) ^ word;
    for (const [bit, term] of generator.entries()) if ((top >>> bit) & 1) sum ^= term;
  }
  return sum >>> 0;
}
