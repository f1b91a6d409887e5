import { hasByte, type ByteClass } from '../../src/kernel/byte-class.ts';
import type { Keyword, Near } from '../../src/kernel/keyword.ts';
import { readBase64Run, readHexRun } from '../../src/core/layers/runs.ts';

export type Event = readonly [keyword: number, index: number];

/** What a kernel has to say, found by trying everything everywhere. */
export function findSlowly(keywords: readonly Keyword[], bytes: Uint8Array, hasRuns = false): Event[] {
  const events: Event[] = [];
  const told = new Set<number>();
  for (let index = 0; index < bytes.length; index++) {
    for (const [number, keyword] of keywords.entries()) {
      if (told.has(keyword.once ?? 0) || !isAt(keyword, bytes, index)) continue;
      events.push([number, index]);
      if (keyword.once !== undefined) told.add(keyword.once);
    }
    if (hasRuns && isRun(bytes, index)) events.push([keywords.length, index]);
  }
  return events;
}

function isAt({ text, isCaseless = false, before, follows = [], near }: Keyword, bytes: Uint8Array, index: number): boolean {
  const literal = Buffer.from(text);
  let end = index + literal.length;
  if (end > bytes.length || !literal.every((byte, place) => isSame(byte, bytes[index + place] ?? 0, isCaseless))) return false;
  if (index > 0 && before !== undefined && hasByte(before, bytes[index - 1] ?? 0)) return false;
  const last = end;
  for (const { bytes: members, count, most = count } of follows) {
    if (!isStretch(members, count, bytes, end)) return false;
    end += count;
    for (let more = count; more < most && isStretch(members, 1, bytes, end); more++) end++;
  }
  return near === undefined || isNear(near, bytes, last);
}

const isSame = (a: number, b: number, isCaseless: boolean): boolean => a === b || (isCaseless && String.fromCharCode(a).toLowerCase() === String.fromCharCode(b).toLowerCase() && a < 128 && b < 128);

const isStretch = (members: ByteClass, count: number, bytes: Uint8Array, from: number): boolean => from + count <= bytes.length && bytes.subarray(from, from + count).every((byte) => hasByte(members, byte));

function isNear({ bytes: members, count, reach, hasDigit = false }: Near, bytes: Uint8Array, from: number): boolean {
  for (let index = from, characters = 0; index < bytes.length && characters < reach && index < from + 4 * reach; index++) {
    if (isStretch(members, count, bytes, index) && (!hasDigit || bytes.subarray(index, index + count).some((byte) => byte >= 48 && byte <= 57))) return true;
    if (((bytes[index] ?? 0) & 0xc0) !== 0x80) characters++;
  }
  return false;
}

/** Whether a run of at least 24 digits begins here whose first 24 are of hex or decode to what the layers would read on. */
function isRun(bytes: Uint8Array, index: number): boolean {
  const isDigit = (byte: number | undefined): boolean => byte !== undefined && /[\w+/-]/u.test(String.fromCharCode(byte));
  if (isDigit(bytes[index - 1]) && index > 0) return false;
  const run = bytes.subarray(index, index + 24);
  if (run.length < 24 || !run.every(isDigit)) return false;
  const text = Buffer.from(run).toString('latin1');
  if (/^[\da-f]*$/iu.test(text)) return true;
  const decoded = Buffer.from(text, 'base64');
  return decoded.filter((byte) => byte >= 0x80).length <= 4 && decoded.every((byte) => byte >= 0x20 || [0, 9, 10, 13].includes(byte));
}

/** Whether the layers of encoded text read something that begins with these digits. */
export function isReadAsLayer(digits: string): boolean {
  const run = [[0, digits.length]] as const;
  return readBase64Run(digits, run) !== undefined || readHexRun(digits, run) !== undefined;
}
