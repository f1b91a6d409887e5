import { describe, expect, it } from 'vitest';
import { readProperties } from '../../src/core/properties.ts';
import { growsTooFast } from '../support/growth.ts';

const read = (text: string): (readonly [string, string])[] => [...readProperties(text)].map(({ key, value }) => [key, value]);

describe('a file of properties', () => {
  it.each([
    ['a=b', 'a', 'b'],
    ['  a : b ', 'a', 'b '],
    ['a b = c', 'a', 'b = c'],
    ['a\t=\tb', 'a', 'b'],
    ['a', 'a', ''],
    ['a=', 'a', ''],
    ['=b', '', 'b'],
    [String.raw`a\ b\=c=d`, 'a b=c', 'd'],
    [String.raw`a=\u0041\t\q\\`, 'a', 'A\tq\\'],
    ['a=b\\\n   c\\\r\n\td', 'a', 'bcd'],
    ['a=b#c!d', 'a', 'b#c!d'],
    ['a=b\\', 'a', 'b'],
  ])('%j', (text, key, value) => {
    expect(read(text)).toEqual([[key, value]]);
  });

  it('skips comments and blank lines, whose backslash continues nothing', () => {
    expect(read('# a=b\\\n! c=d\n\n \t\r\n  #e\nf=g\rh=i')).toEqual([['f', 'g'], ['h', 'i']]);
  });

  it('tells where things stand', () => {
    const text = '# x\n key : one\\\n  two\nlast=1';
    const [first] = [...readProperties(text)];
    expect([first?.keyRange, first?.valueRange, first?.lines].map((range) => text.slice(...(range ?? [0, 0])))).toEqual(['key', 'one\\\n  two', ' key : one\\\n  two\n']);
  });

  it.each(['\\\n', 'a=', ' ', 'k\\', '=\n'])('%j again and again takes twice as long where it is twice as long', (unit) => {
    expect(growsTooFast((size) => void read(unit.repeat(Math.ceil(size / unit.length))), { from: 4000, to: 256_000 })).toBe(false);
  });
});
