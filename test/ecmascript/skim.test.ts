import { expect, it } from 'vitest';
import { skim } from '../../src/ecmascript/skim.ts';
import { quoted, word } from '../../src/ecmascript/skim-kinds.ts';

function read(text: string): string[] | undefined {
  const program = skim(text);
  if (program === undefined) return undefined;
  const { kinds, starts, ends, count } = program;
  return Array.from({ length: count }, (_, token) => (kinds[token] === quoted ? 'quoted' : kinds[token] === word ? 'word ' : '') + text.slice(starts[token], ends[token]));
}

it.each([
  ['a division and an expression', 'a / b / c; d = /[/]"/.test(e)', ['word a', '/', 'word b', '/', 'word c', ';', 'word d', '=', '/[/]"/', '.', 'word test', '(', 'word e', ')']],
  ['an expression behind a condition', 'if (a) /x"/.test(b)', ['word if', '(', 'word a', ')', '/x"/', '.', 'word test', '(', 'word b', ')']],
  ['texts in a template', '`a ${b + `c ${d}`} e`', ['`', '${', 'word b', '+', '`', '${', 'word d', '}', '`', '}', '`']],
  ['comments and a first line', '#!/usr/bin/env node\n// it\'s\na /* " */ b', ['word a', 'word b']],
  ['escapes', String.raw`a = 'it\'s' + "\\"`, ['word a', '=', 'quoted\'it\\\'s\'', '+', String.raw`quoted"\\"`]],
  ['members that may be missing', 'a?.b?.5:1', ['word a', '?.', 'word b', '?', '.5', ':', '1']],
  ['names of other alphabets', 'contraseña = 密码', ['word contraseña', '=', 'word 密码']],
  ['keywords before a text', 'return"a";case\'b\':', ['word return', 'quoted"a"', ';', 'word case', 'quoted\'b\'', ':']],
])('%s', (_, text, tokens) => {
  expect(read(text)).toEqual(tokens);
});

it.each([
  ['brackets that do not pair', 'a(b]'],
  ['a bracket without its other half', 'f(function () {'],
  ['a template without an end', '`a ${b}'],
  ['a comment without an end', 'a /* b'],
  ['a quote in a text between elements', '<p>don\'t</p>'],
  ['a text without an end in its line', 'a = "b\nc"'],
])('%s: nothing can be told', (_, text) => {
  expect(read(text)).toBeUndefined();
});

it('many words have numbers of their own', () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `name${String(index)}`);
  for (let round = 0; round < 2; round++) {
    const program = skim(names.join(' '));
    expect(names.every((name, token) => program?.words.get(program.values[token] ?? -1) === name)).toBe(true);
  }
  expect(skim(Array.from({ length: 210_000 }, (_, index) => `n${String(index)}`).join(' '))).toBeUndefined();
});
