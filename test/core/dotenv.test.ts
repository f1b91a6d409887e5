import { describe, expect, it } from 'vitest';
import { parseDotenv } from '../../src/core/dotenv.ts';

/** The rules of the README of `dotenv`, and what its parser does with the odd cases. */
const rows: readonly (readonly [text: string, values: Readonly<Record<string, string>>])[] = [
  ['BASIC=basic', { BASIC: 'basic' }],
  ['EMPTY=', { EMPTY: '' }],
  ["EMPTY=''", { EMPTY: '' }],
  ['EMPTY=""', { EMPTY: '' }],
  ['A= some value ', { A: 'some value' }],
  ["A=' some value '", { A: ' some value ' }],
  ['A=" some value "', { A: ' some value ' }],
  ['A=`back "and" \'both\'`', { A: 'back "and" \'both\'' }],
  ['export A=1', { A: '1' }],
  ['A = 1', { A: '1' }],
  ['A: 1', { A: '1' }],
  ['A:1', {}],
  ['a.b-c_d=1', { 'a.b-c_d': '1' }],
  ['A=1 # comment', { A: '1' }],
  ['A=1#comment', { A: '1' }],
  ['A="1 # no comment"', { A: '1 # no comment' }],
  ["A='1 # no comment' # comment", { A: '1 # no comment' }],
  ['# A=1', {}],
  ['  # A=1', {}],
  [String.raw`A="a\nb"`, { A: 'a\nb' }],
  [String.raw`A='a\nb'`, { A: String.raw`a\nb` }],
  [String.raw`A=a\nb`, { A: String.raw`a\nb` }],
  ['A="a\nb\nc"\nB=2', { A: 'a\nb\nc', B: '2' }],
  ["A='a\nb'\nB=2", { A: 'a\nb', B: '2' }],
  ['A=`a\nb`\nB=2', { A: 'a\nb', B: '2' }],
  ['A=1\r\nB=2\r\n', { A: '1', B: '2' }],
  ['A=1\rB=2', { A: '1', B: '2' }],
  ['A=1\nA=2', { A: '2' }],
  ['A={"x": "y"}', { A: '{"x": "y"}' }],
  ['A=a=b==', { A: 'a=b==' }],
  ['A="it\'s"', { A: "it's" }],
  ["A='say \"x\"'", { A: 'say "x"' }],
  [String.raw`A="a\"b"`, { A: String.raw`a\"b` }],
  ['\uFEFFA=1', { A: '1' }],
  ['A=\nB=2', { A: '', B: '2' }],
  ['A=   \nB=2', { A: '', B: '2' }],
  ['=1\nB=2', { B: '2' }],
  ['just text', {}],
  ['', {}],
];

describe('parseDotenv', () => {
  it.each(rows)('%j', (text, values) => {
    expect(Object.fromEntries(parseDotenv(text).entries.map(({ key, value }) => [key, value]))).toEqual(values);
  });
  it('marks keys and values', () => {
    const text = 'A=1\nexport  DB_PASSWORD = "x y" # c\n';
    const entry = parseDotenv(text).entries[1]!;
    expect(text.slice(...entry.keyRange)).toBe('DB_PASSWORD');
    expect(text.slice(...entry.range)).toBe('x y');
    expect(text.slice(...entry.outerRange)).toBe('"x y"');
    expect(text.slice(entry.commentStart)).toBe('# c\n');
    expect(entry).toMatchObject({ isExport: true, quote: '"' });
  });
});
