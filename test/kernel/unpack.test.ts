import { randomBytes } from 'node:crypto';
import { constants, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createUnpacker, slack } from '../../src/kernel/unpack.ts';

const unpacker = createUnpacker()!;

describe('inflate', () => {
  it('gives what was packed, at every level and in every way', () => {
    for (const [name, text] of Object.entries(samples)) {
      for (const level of [0, 1, 6, 9]) for (const strategy of [constants.Z_DEFAULT_STRATEGY, constants.Z_FILTERED, constants.Z_HUFFMAN_ONLY, constants.Z_RLE, constants.Z_FIXED]) {
        const packed = deflateSync(text, { level, strategy });
        expect(inflate(packed, text.length)?.equals(text), `${name}, level ${String(level)}, strategy ${String(strategy)}`).toBe(true);
      }
    }
  });

  it('takes nothing of another size, cut off or damaged for what was packed', () => {
    const text = Buffer.from('to be or not to be, '.repeat(200) + randomBytes(300).toString('base64'));
    const packed = deflateSync(text);
    expect(inflate(packed, text.length - 1)).toBeUndefined();
    expect(inflate(packed, text.length + 1)).toBeUndefined();
    for (let length = 0; length < packed.length; length += 7) expect(inflate(packed.subarray(0, length), text.length)).toBeUndefined();
    for (let at = 2; at < packed.length; at++) {
      const damaged = Buffer.from(packed);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << (at & 7));
      const result = inflate(damaged, text.length);
      if (result !== undefined) expect(result.equals(text), `byte ${String(at)}`).toBe(true);
    }
  });

  it('ends with whatever bytes', () => {
    for (let round = 0; round < 2000; round++) inflate(Buffer.concat([Buffer.from([0x78, 0x9c, (round & 7) | 1]), randomBytes(round % 400)]), 1 + (round % 5000));
  });
});

describe('applyDelta', () => {
  const base = Buffer.from('the quick brown fox jumps over the lazy dog');

  it('copies and inserts, and tells the longer copies, those that go on as one', () => {
    const delta = Buffer.from([0x90, 10, 0x91, 10, 9, 3, 33, 33, 33, 0x91, 40, 3]);
    expect(applyDelta(base, delta, 25)).toEqual({ text: 'the quick brown fox!!!dog', spans: [0, 0, 19] });
  });

  it('refuses what reaches beyond the base or the result', () => {
    for (const delta of [[0x91, 40, 10], [0], [5, 33], [0x90, 44], [0x9f, 1, 2, 3, 255, 9]]) expect(applyDelta(base, Buffer.from(delta), 10)).toBeUndefined();
    expect(applyDelta(base, Buffer.from([0x90, 10]), 9)).toBeUndefined();
    expect(applyDelta(base, Buffer.from([0x90, 10]), 11)).toBeUndefined();
  });
});

const words = ['const', ' ', '=', '\n', 'return', 'value', '(', ')', ';', 'password', '{', '}'];
const samples: Readonly<Record<string, Buffer>> = {
  nothing: Buffer.alloc(0),
  byte: Buffer.from('a'),
  random: randomBytes(70_000),
  zeros: Buffer.alloc(300_000),
  words: Buffer.from(Array.from(randomBytes(40_000), (byte) => words[byte % words.length]).join('')),
  skewed: Buffer.from(randomBytes(100_000).map((byte) => Math.floor(Math.log2(byte + 1) ** 3))),
  pairs: Buffer.from('ab'.repeat(50_000)),
};

function inflate(packed: Buffer, size: number): Buffer | undefined {
  const from = unpacker.start + size + slack;
  unpacker.reserve(from + packed.length + slack);
  unpacker.bytes.fill(0xa5, unpacker.start, from + packed.length + slack);
  unpacker.bytes.set(packed, from);
  if (!unpacker.inflate(from, packed.length, unpacker.start, size)) return undefined;
  return Buffer.from(unpacker.bytes.subarray(unpacker.start, unpacker.start + size));
}

function applyDelta(base: Buffer, delta: Buffer, size: number): { text: string; spans: number[] } | undefined {
  const [baseAt, deltaAt, spansAt, to] = [unpacker.start, unpacker.start + 4096, unpacker.start + 8192, unpacker.start + 16_384];
  unpacker.reserve(to + size + slack);
  unpacker.bytes.set(base, baseAt);
  unpacker.bytes.set(delta, deltaAt);
  const count = unpacker.applyDelta(baseAt, base.length, deltaAt, deltaAt + delta.length, to, size, spansAt, 100, 3);
  if (count < 0) return undefined;
  return { text: Buffer.from(unpacker.bytes.subarray(to, to + size)).toString(), spans: [...new Uint32Array(unpacker.bytes.buffer, spansAt, count * 3)] };
}
