import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { isBase58Check } from '../../src/core/base58check.ts';
import { getSha256 } from '../../src/core/sha256.ts';
import { toBase58Check } from '../support/base58check.ts';

describe('SHA-256', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 500])('of %i bytes is that of Node', (length) => {
    const bytes = Array.from({ length }, (_, index) => (index * 7) % 256);
    expect(getSha256(bytes)).toEqual([...createHash('sha256').update(Uint8Array.from(bytes)).digest()]);
  });
});

describe('Base58Check', () => {
  const text = toBase58Check(Array.from({ length: 78 }, (_, index) => (index * 37 + 4) % 256));
  it('holds for what was written so', () => expect(isBase58Check(text)).toBe(true));
  it('fails where a character differs', () => expect(isBase58Check(`${text.slice(0, -1)}${text.endsWith('2') ? '3' : '2'}`)).toBe(false));
  it('fails for nothing', () => expect(isBase58Check('')).toBe(false));
});
