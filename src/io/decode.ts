import { isUtf8 } from 'node:buffer';

/** How the bytes of a file are to be read. */
export interface Encoded {
  /** Only `utf-8` is written back. */
  readonly encoding: Encoding | 'broken utf-8';
  readonly hasByteOrderMark: boolean;
  /** Arbitrary bytes: only token formats are looked for, character by byte. */
  readonly isBinary: boolean;
}

/** The text of a file and how its bytes were read. */
export interface Decoded extends Encoded {
  /** Without a byte order mark. */
  readonly text: string;
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | 'latin1';

/** Bytes that are not valid UTF-8 are read one character a byte, so that ASCII tokens among them are still found. */
export function decode(bytes: Uint8Array, encoded: Encoded = inspect(bytes)): Decoded {
  const { encoding, hasByteOrderMark } = encoded;
  const rest = hasByteOrderMark ? bytes.subarray(getMark(bytes)?.bytes.length ?? 0) : bytes;
  return { ...encoded, text: toText(encoding === 'broken utf-8' ? 'utf-8' : encoding, rest) };
}

/** Makes no text of what is valid UTF-8, as nearly all is. */
export function inspect(bytes: Uint8Array): Encoded {
  const mark = getMark(bytes);
  const rest = mark === undefined ? bytes : bytes.subarray(mark.bytes.length);
  const hasByteOrderMark = mark !== undefined;
  if (mark !== undefined && mark.encoding !== 'utf-8') return { encoding: mark.encoding, hasByteOrderMark, isBinary: false };
  const isPlain = !asBuffer(rest.subarray(0, sampleLength)).includes(0);
  const wide = isPlain ? undefined : getWideEncoding(rest);
  if (wide !== undefined) return { encoding: wide, hasByteOrderMark, isBinary: false };
  if (!isPlain && isBinary(rest)) return { encoding: 'latin1', hasByteOrderMark, isBinary: true };
  return { encoding: isUtf8(rest) ? 'utf-8' : isBroken(rest) ? 'broken utf-8' : 'latin1', hasByteOrderMark, isBinary: false };
}

const sampleLength = 16_384;

/** Those of UTF-16 and of UTF-8 begin with different bytes, none of them of ASCII. */
const getMark = (bytes: Uint8Array): (typeof marks)[number] | undefined =>
  (bytes[0] ?? 1) > 0 && (bytes[0] ?? 1) < 0xef ? undefined : marks.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte) && bytes.length % candidate.unit === 0);

/** The Unicode Standard, section 23.8. The mark of UTF-32LE begins with that of UTF-16LE. */
const marks: readonly { readonly encoding: Encoding; readonly bytes: readonly number[]; readonly unit: number }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf], unit: 1 },
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0], unit: 4 },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff], unit: 4 },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe], unit: 1 },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff], unit: 1 },
];

function toText(encoding: Encoding, bytes: Uint8Array): string {
  const buffer = asBuffer(bytes);
  if (encoding === 'utf-8' || encoding === 'latin1') return buffer.toString(encoding);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  const units: string[] = [];
  for (let offset = 0; offset + 3 < buffer.length; offset += 4) {
    const code = encoding === 'utf-32le' ? buffer.readUInt32LE(offset) : buffer.readUInt32BE(offset);
    units.push(code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code));
  }
  return units.join('');
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** UTF-8 with a broken place here and there; not what was never meant as UTF-8. */
function isBroken(bytes: Uint8Array): boolean {
  const text = toText('utf-8', bytes);
  let whole = 0;
  let broken = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return whole > broken * 4;
}

/** A few NUL bytes, as in a log that was cut, make no file binary. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleLength);
  let controls = 0;
  for (let index = 0; index < sample.length; index++) {
    const byte = sample[index] ?? 0;
    if (byte < 0x20 && (byte < 9 || byte > 13) && byte !== 0x1b) controls++;
  }
  return controls > sample.length * 0.02 || !isUtf8(sample.subarray(0, sample.length === bytes.length ? undefined : findLast(sample)));
}

/** Where the last whole character of a piece of UTF-8 ends. */
function findLast(bytes: Uint8Array): number {
  let end = bytes.length - 1;
  while (end > bytes.length - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return end;
}

/** UTF-16 and UTF-32 without a mark: of Western text nearly every second byte is zero, or three of four. */
function getWideEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 1024);
  if (sample.length < 4) return undefined;
  const zeros = [0, 0, 0, 0];
  for (let index = 0; index < sample.length; index++) if (sample[index] === 0) zeros[index % 4] = (zeros[index % 4] ?? 0) + 1;
  const shape = zeros.map((count) => (count > (sample.length / 4) * 0.8 ? '0' : count < (sample.length / 4) * 0.05 ? 'x' : '?')).join('');
  return shapes[shape];
}

/** Which of four bytes are zero. */
const shapes: Readonly<Record<string, Encoding>> = { x0x0: 'utf-16le', '0x0x': 'utf-16be', x000: 'utf-32le', '000x': 'utf-32be' };
