/**
 * Where the next run of digits of base64 or base64url begins that is long enough and whose first digits are of hex or decode to what
 * may be text; `end` if there is none. Runs of `core/layers/find-runs.ts`; what lets a run through lets through all that is read there.
 */
export function findEncodedRun(bytes: Uint8Array, from: number, end: number): number {
  let done = from;
  for (let probe = from + shortest - 1; probe < end; probe = done + shortest - 1) {
    let start = probe + 1;
    while (start > done && isDigit(bytes, start - 1)) start--;
    if (start > done) {
      // a run that begins here has its last needed digit further on
      done = start;
      continue;
    }
    if ((done === from || !isDigit(bytes, done - 1)) && mayHoldText(bytes, done)) return done;
    done = skipEncodedRun(bytes, probe, end);
  }
  return end;
}

const shortest = 24;

/** The end of the run that begins at a place. */
export function skipEncodedRun(bytes: Uint8Array, start: number, end: number): number {
  let index = start;
  while (index < end && isDigit(bytes, index)) index++;
  return index;
}

const mayHoldText = (bytes: Uint8Array, start: number): boolean => isHex(bytes, start) || decodesToText(bytes, start);

function isHex(bytes: Uint8Array, start: number): boolean {
  for (let index = start; index < start + shortest; index++) {
    const byte = bytes[index] ?? 0;
    if ((byte < 48 || byte > 57) && ((byte | 32) < 97 || (byte | 32) > 102)) return false;
  }
  return true;
}

/** In text few bytes are above ASCII, and of the control characters only white space and, in UTF-16, zeros are there. */
function decodesToText(bytes: Uint8Array, start: number): boolean {
  let high = 0;
  for (let index = start; index < start + shortest; index += 4) {
    const bits = (getDigit(bytes, index) << 18) | (getDigit(bytes, index + 1) << 12) | (getDigit(bytes, index + 2) << 6) | getDigit(bytes, index + 3);
    for (const byte of [bits >> 16, (bits >> 8) & 255, bits & 255]) {
      if (byte >= 0x80) high++;
      else if (byte < 0x20 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 13) return false;
    }
  }
  return high <= 4;
}

const none = 255;
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** What a byte stands for as a digit of base64 (RFC 4648, sections 4 and 5), 255 for one that is none. */
export const digitValues = new Uint8Array(256).fill(none);
for (let value = 0; value < alphabet.length; value++) digitValues[alphabet.charCodeAt(value)] = value;
digitValues['-'.charCodeAt(0)] = 62;
digitValues['_'.charCodeAt(0)] = 63;

const getDigit = (bytes: Uint8Array, index: number): number => digitValues[bytes[index] ?? 0] ?? none;

const isDigit = (bytes: Uint8Array, index: number): boolean => getDigit(bytes, index) !== none;
