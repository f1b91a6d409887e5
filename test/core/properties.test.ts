import { describe, expect, it } from 'vitest';
import { readProperties } from '../../src/core/properties.ts';

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

  it('is linear in hostile texts', () => {
    const started = Date.now();
    for (const text of ['\\\n'.repeat(200_000), 'a='.repeat(200_000), ' '.repeat(400_000), 'k\\'.repeat(200_000), '=\n'.repeat(200_000)]) read(text);
    expect(Date.now() - started).toBeLessThan(2000);
  });
});
