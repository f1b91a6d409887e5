/** SHA-256 (FIPS 180-4). */
export function getSha256(bytes: readonly number[]): number[] {
  const state = [...initial];
  const padded = pad(bytes);
  for (let start = 0; start < padded.length; start += 64) addBlock(state, getSchedule(padded, start));
  return state.flatMap((word) => [word >>> 24, (word >>> 16) & 0xff, (word >>> 8) & 0xff, word & 0xff]);
}

/** A one, zeros, and the length in bits. */
function pad(bytes: readonly number[]): number[] {
  const zeros = (119 - (bytes.length % 64)) % 64;
  const bits = bytes.length * 8;
  return [...bytes, 0x80, ...new Array<number>(zeros).fill(0), 0, 0, 0, 0, bits >>> 24, (bits >>> 16) & 0xff, (bits >>> 8) & 0xff, bits & 0xff];
}

function getSchedule(bytes: readonly number[], start: number): number[] {
  const at = (index: number): number => bytes[start + index] ?? 0;
  const words = Array.from({ length: 16 }, (_, index) => (at(4 * index) << 24) | (at(4 * index + 1) << 16) | (at(4 * index + 2) << 8) | at(4 * index + 3));
  const word = (index: number): number => words[index] ?? 0;
  for (let index = 16; index < 64; index++) {
    const first = rotate(word(index - 15), 7) ^ rotate(word(index - 15), 18) ^ (word(index - 15) >>> 3);
    const second = rotate(word(index - 2), 17) ^ rotate(word(index - 2), 19) ^ (word(index - 2) >>> 10);
    words.push((word(index - 16) + first + word(index - 7) + second) | 0);
  }
  return words;
}

function addBlock(state: number[], schedule: readonly number[]): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index++) {
    const first = (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + ((e & f) ^ (~e & g)) + (constants[index] ?? 0) + (schedule[index] ?? 0)) | 0;
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [a, b, c, d, e, f, g, h] = [(first + second) | 0, a, b, c, (d + first) | 0, e, f, g];
  }
  for (const [index, value] of [a, b, c, d, e, f, g, h].entries()) state[index] = ((state[index] ?? 0) + value) | 0;
}

const rotate = (word: number, bits: number): number => (word >>> bits) | (word << (32 - bits));

/** The first primes. */
const primes = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107, 109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167, 173, 179, 181, 191, 193, 197, 199, 211, 223, 227, 229, 233, 239, 241, 251, 257, 263, 269, 271, 277, 281, 283, 293, 307, 311];

/** The first 32 bits behind the point. */
const toFraction = (root: number): number => Math.floor((root - Math.floor(root)) * 0x1_0000_0000) | 0;

const initial: readonly number[] = primes.slice(0, 8).map((prime) => toFraction(Math.sqrt(prime)));
const constants: readonly number[] = primes.map((prime) => toFraction(Math.cbrt(prime)));
