import { inflateSync } from 'node:zlib';
import { createUnpacker, slack, type Unpacker } from '../../kernel/unpack.ts';

/** A stream of zlib (RFC 1950) that gives `size` bytes. Throws for any other. */
export function inflate(packed: Uint8Array, size: number): Buffer {
  const content = unpack(packed, size) ?? inflateSync(packed, { maxOutputLength: Math.max(1, size) });
  if (content.length !== size) throw new RangeError('another size');
  return content;
}

/** One of at most `most` bytes. `getSize` is given the first ones, which tell how long it is, or gives undefined. */
export function inflateSized(packed: Uint8Array, getSize: (start: Buffer) => number | undefined, most: number): Buffer {
  // it is not meant to fit, and leaves what it came to
  const start = unpack(packed, startSize, 'part');
  const size = start === undefined ? undefined : getSize(start);
  return (size === undefined ? undefined : unpack(packed, size)) ?? inflateSync(packed, { maxOutputLength: most });
}

/** Enough for the type and size of an object. */
const startSize = 48;

/**
 * What Node has for it takes longer to be loaded than the objects of a commit to be read, so that it is left what is large or unusual.
 * Of a stream that gives more than `size` bytes a part is given, with NUL for what was not written, where that is wanted.
 */
function unpack(packed: Uint8Array, size: number, wanted: 'whole' | 'part' = 'whole'): Buffer | undefined {
  if (packed.length > mostPacked || size > mostUnpacked) return undefined;
  unpacker ??= createUnpacker((code) => Buffer.from(code, 'base64')) ?? 'none';
  if (unpacker === 'none') return undefined;
  const from = unpacker.start;
  const to = from + packed.length + slack;
  unpacker.reserve(to + size);
  unpacker.bytes.set(packed, from);
  if (wanted === 'part') unpacker.bytes.fill(0, to, to + size);
  return unpacker.inflate(from, packed.length, to, size) || wanted === 'part' ? Buffer.from(unpacker.bytes.subarray(to, to + size)) : undefined;
}

let unpacker: Unpacker | 'none' | undefined;

const mostPacked = 262_144;
const mostUnpacked = 2_097_152;
