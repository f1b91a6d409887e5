import type { Layer } from '../layers.ts';
import type { Range } from '../range.ts';
import { getDigit, shortest, type Run } from './find-runs.ts';
import { fromBytes } from './text-of-bytes.ts';

/** Text in base64; undefined for what decodes to anything else. */
export function readBase64Run(text: string, run: Run): Layer | undefined {
  const start = run[0]?.[0] ?? 0;
  if (!mayBeText(text, start) || text.startsWith(svg, start)) return undefined;
  return toLayer('base64', run, decodeBase64(text, run), 3, 4);
}

/** Nearly everything that is no text, pictures and fonts too, shows it within the shortest run. */
function mayBeText(text: string, start: number): boolean {
  let high = 0;
  let bits = 0;
  for (let index = 0; index < shortest; index++) {
    bits = ((bits << 6) | getDigit(text, start + index)) & 0xfff;
    if (index % 4 === 0) continue;
    const byte = (bits >>> (6 - 2 * (index % 4))) & 0xff;
    if (byte >= 0x80) high++;
    else if (byte < 0x20 && byte !== 0 && byte !== 9 && byte !== 10 && byte !== 13) return false;
    if (high > 4) return false;
  }
  return true;
}

/** `<svg` */
const svg = 'PHN2Zy';

/** Text in hex, two digits a byte. */
export function readHexRun(text: string, run: Run): Layer | undefined {
  const [first] = run;
  if (first === undefined || !isHex(text, [first[0], Math.min(first[1], first[0] + shortest)])) return undefined;
  if (!run.every((line) => (line[1] - line[0]) % 2 === 0 && isHex(text, line))) return undefined;
  if (run.reduce((length, line) => length + line[1] - line[0], 0) < 32) return undefined;
  return toLayer('hex', run, decodeHex(text, run), 1, 2);
}

function isHex(text: string, [start, end]: Range): boolean {
  for (let index = start; index < end; index++) if (getNibble(text, index) === undefined) return false;
  return true;
}

function getNibble(text: string, index: number): number | undefined {
  const code = text.charCodeAt(index);
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : undefined;
}

function decodeHex(text: string, run: Run): Uint8Array {
  const bytes: number[] = [];
  for (const [start, end] of run) {
    for (let index = start; index + 1 < end; index += 2) bytes.push(((getNibble(text, index) ?? 0) << 4) | (getNibble(text, index + 1) ?? 0));
  }
  return Uint8Array.from(bytes);
}

function decodeBase64(text: string, run: Run): Uint8Array {
  const length = run.reduce((sum, [start, end]) => sum + end - start, 0);
  const bytes = new Uint8Array(Math.floor((length * 3) / 4));
  let bits = 0;
  let count = 0;
  let size = 0;
  for (const [start, end] of run) {
    for (let index = start; index < end; index++) {
      bits = ((bits << 6) | getDigit(text, index)) & 0xfff;
      count += 6;
      if (count < 8) continue;
      count -= 8;
      bytes[size++] = (bits >>> count) & 0xff;
    }
  }
  return bytes.subarray(0, size);
}

/** `bytes` bytes are written with `digits` digits. */
function toLayer(encoding: Layer['encoding'], run: Run, decoded: Uint8Array, bytes: number, digits: number): Layer | undefined {
  const content = fromBytes(decoded);
  if (content === undefined) return undefined;
  const toOuter = ([start, end]: Range): Range => [
    getPlace(run, Math.floor((content.getByte(start) * digits) / bytes)),
    getPlace(run, Math.ceil((content.getByte(end) * digits) / bytes) - 1) + 1,
  ];
  return { encoding, text: content.text, range: [run[0]?.[0] ?? 0, run.at(-1)?.[1] ?? 0], toOuter, isHidden: () => true };
}

/** Where the digit of a number stands. */
function getPlace(run: Run, digit: number): number {
  let rest = digit;
  for (const [start, end] of run) {
    if (rest < end - start) return start + rest;
    rest -= end - start;
  }
  return (run.at(-1)?.[1] ?? 1) - 1;
}
