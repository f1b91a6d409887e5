import { isUtf8 } from 'node:buffer';

/** The text of a file and how its bytes were read. */
export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1';
  readonly hasByteOrderMark: boolean;
  /** Holds NUL bytes: only token formats are looked for, character by byte. */
  readonly isBinary: boolean;
}

/** Bytes that are not valid UTF-8 are read one character a byte, so that ASCII tokens among them are still found. */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return readAs('utf-16le', bytes.subarray(2), true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return readAs('utf-16be', bytes.subarray(2), true);
  const hasByteOrderMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const rest = hasByteOrderMark ? bytes.subarray(3) : bytes;
  const isBinary = rest.subarray(0, 65_536).includes(0);
  if (isBinary) {
    const wide = getWideEncoding(rest);
    return wide === undefined ? { ...readAs('latin1', rest, hasByteOrderMark), isBinary: true } : readAs(wide, rest, false);
  }
  return readAs(isUtf8(rest) ? 'utf-8' : 'latin1', rest, hasByteOrderMark);
}

function readAs(encoding: Decoded['encoding'], bytes: Uint8Array, hasByteOrderMark: boolean): Decoded {
  const isOfBuffer = encoding === 'utf-8' || encoding === 'latin1';
  const text = isOfBuffer ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(encoding) : new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text, encoding, hasByteOrderMark, isBinary: false };
}

/** UTF-16 without a mark: nearly every second byte of Western text is zero. */
function getWideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 1024);
  let even = 0;
  let odd = 0;
  for (let index = 0; index < sample.length; index++) {
    if (sample[index] === 0) index % 2 === 0 ? even++ : odd++;
  }
  const half = sample.length / 2;
  if (odd > half * 0.8 && even < half * 0.05) return 'utf-16le';
  return even > half * 0.8 && odd < half * 0.05 ? 'utf-16be' : undefined;
}
