import { describe, expect, it } from 'vitest';
import { createRedaction } from '../../src/core/redaction.ts';
import { Secret } from '../../src/core/secret.ts';

const long = Array.from({ length: 30 }, (_, index) => `part${String(index)}`).join('');

describe('many texts are masked in one pass', () => {
  it.each([
    ['one of them', ['abc'], 'x abc y', 'x **** y'],
    ['the longest that begins at a place', ['abc', 'abcdef'], 'abcdefg abcx', '****g ****x'],
    ['one of a single character', ['a'], 'bab', 'b****b'],
    ['a long one, once', [long], `x${long}y`, 'x****y'],
    ['a long one twice in a row', [long], `${long}${long}`, '********'],
    ['a piece of a long one', [long], long.slice(64, 128), '****'],
    ['the end of a text', ['end'], 'the end', 'the ****'],
    ['none', ['abcdef'], 'abcde', 'abcde'],
  ])('%s', (_, texts, shown, expected) => {
    expect(createRedaction(texts.map((text) => ({ text, mask: '****' })))(shown)).toBe(expected);
  });

  it('as it would be one after the other', () => {
    const values = Array.from({ length: 200 }, (_, index) => `value-${String(index).padStart(3, '0')}-${'x'.repeat(index)}`);
    const secrets = values.map((value, index) => new Secret(value, index % 5));
    const text = values.map((value) => `a ${value}; b`).join('\n');
    const expected = secrets.toReversed().reduce((shown, secret) => secret.redact(shown), text);
    expect(Secret.redactAll(secrets)(text)).toBe(expected);
  });
});
