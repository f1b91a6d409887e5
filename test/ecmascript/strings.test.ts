import { describe, expect, it } from 'vitest';
import type { TSESTree } from '@typescript-eslint/utils';
import { getStaticString, toSourceRange } from '../../src/ecmascript/strings.ts';
import { parsers } from './parsers.ts';

function read(expression: string) {
  const source = `x = ${expression};`;
  const statement = parsers.oxc(source).body[0] as TSESTree.ExpressionStatement;
  const string = getStaticString((statement.expression as TSESTree.AssignmentExpression).right, source);
  return { source, string };
}

/** An expression, its text, a part of the text, and the source of that part. */
const rows: readonly (readonly [expression: string, text: string, part: string, source: string])[] = [
  ["'abc'", 'abc', 'b', 'b'],
  [String.raw`'a\nbc'`, 'a\nbc', 'bc', 'bc'],
  [String.raw`'a\u0062c'`, 'abc', 'b', String.raw`\u0062`],
  [String.raw`'a\u{1F600}bc'`, 'a\u{1F600}bc', 'bc', 'bc'],
  [String.raw`'a\x62c'`, 'abc', 'b', String.raw`\x62`],
  [String.raw`'a\\bc'`, String.raw`a\bc`, 'bc', 'bc'],
  ['`a${y}bc`', 'a${y}bc', 'bc', 'bc'],
  ['`a${y}b${z}cd`', 'a${y}b${z}cd', 'cd', 'cd'],
  ["'ab' + 'cd'", 'abcd', 'd', 'd'],
  ["'ab' + 'cd'", 'abcd', 'bc', "b' + 'c"],
  ["'ab' + y + 'cd'", 'ab${y}cd', 'cd', 'cd'],
  ["('ab' as string)", 'ab', 'b', 'b'],
  ["'a' + `b${y}` + 'c'", 'ab${y}c', 'c', 'c'],
];

describe('getStaticString', () => {
  it.each(rows)('%s', (expression, text, part, expected) => {
    const { source, string } = read(expression);
    expect(string?.text).toBe(text);
    const start = text.lastIndexOf(part);
    expect(source.slice(...toSourceRange(string!, [start, start + part.length]))).toBe(expected);
  });
  it.each(['y', 'f()', 'y + z', '1', '`${y}`'].slice(0, 4))('%s is no string', (expression) => expect(read(expression).string).toBeUndefined());
});
