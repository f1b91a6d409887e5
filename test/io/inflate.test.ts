import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate, inflateSized } from '../../src/io/git/inflate.ts';

const contents = [Buffer.alloc(0), Buffer.from('a'), Buffer.from('tree line\n'.repeat(500)), randomBytes(5000), randomBytes(3_000_000), Buffer.alloc(4_000_000, 'ab')];

/** As the head of an object says it. */
const getSize = (start: Buffer): number | undefined => {
  const end = start.indexOf(0);
  return end < 1 ? undefined : end + 1 + Number(start.toString('latin1', 0, end).split(' ')[1]);
};

describe('inflate', () => {
  it('gives what was packed, however large', () => {
    for (const content of contents) for (const level of [0, 1, 9]) expect(inflate(deflateSync(content, { level }), content.length).equals(content)).toBe(true);
  });

  it('takes a stream with more behind it', () => {
    expect(inflate(Buffer.concat([deflateSync(Buffer.from('abc')), randomBytes(40)]), 3).toString()).toBe('abc');
  });

  it('gives an object whose head says how long it is', () => {
    for (const content of contents) {
      const object = Buffer.concat([Buffer.from(`blob ${String(content.length)}\0`), content]);
      for (const level of [0, 1, 9]) expect(inflateSized(deflateSync(object, { level }), getSize, 8_000_000).equals(object)).toBe(true);
    }
  });

  it('throws for what is no stream, is cut, damaged or of another size', () => {
    const packed = deflateSync(Buffer.from('some text '.repeat(30)));
    const damaged = Buffer.from(packed);
    damaged[packed.length >> 1] = (damaged[packed.length >> 1] ?? 0) ^ 255;
    for (const bytes of [Buffer.alloc(0), Buffer.from('no stream at all'), packed.subarray(0, 20), damaged]) {
      expect(() => inflate(bytes, 300)).toThrow();
      expect(() => inflateSized(bytes, getSize, 1000)).toThrow();
    }
    expect(() => inflate(packed, 299)).toThrow();
    expect(() => inflate(packed, 301)).toThrow();
  });

  it('shows nothing of the object before where a stream does not begin', () => {
    inflateSized(deflateSync(Buffer.from('blob 3\0abc')), getSize, 1000);
    const seen: Buffer[] = [];
    expect(() => inflateSized(Buffer.from([0x78, 0x9c, 0xff, 0, 0, 0, 0]), (start) => (seen.push(start), getSize(start)), 1000)).toThrow();
    expect(seen.every((start) => start.every((byte) => byte === 0))).toBe(true);
  });
});
