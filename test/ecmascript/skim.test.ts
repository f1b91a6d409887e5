import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { skim } from '../../src/ecmascript/skim.ts';
import { quoted, word } from '../../src/ecmascript/skim-kinds.ts';
import { conditions, keywords } from '../../src/ecmascript/skim-words.ts';
import { createSkimmer } from '../../src/kernel/skimmer.ts';
import { skimBytes } from '../../src/skim-bytes.ts';
import { growsTooFast } from '../support/growth.ts';

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

/** What the other form tells of the same text, and this one, with words for their numbers. */
function readBoth(text: string): readonly unknown[] {
  return [skim(text), skimBytes(text, Buffer.from(text, 'latin1'))].map((program) => {
    if (program === undefined) return undefined;
    const { count, kinds, starts, ends, values, breaks, words } = program;
    return Array.from({ length: count }, (_, token) => [kinds[token], starts[token], ends[token], breaks[token], kinds[token] === word ? words.get(values[token] ?? -1) : values[token]]);
  });
}

it('gives the same of bytes as of a text', () => {
  const parts = ['a', 'return', 'if', 'b1', '.5', '0x1f.2', '(', ')', '[', ']', '{', '}', '`', '${', '"', "'", '\\', '\n', '\r\n', ' ', '/', '//', '/*', '*/', '/x[/]/', '=', '==', '===', '=>', '!', '!=', '<', '<=', '>', '?.', '?', '...', '.', ',', ';', ':', '#!', '\u00e9\u0080', '\u007f', '\0', '@', '|', '"c d"', "'e'", '(f)', '{g}', '`h ${i}`'];
  let seed = 7;
  const draw = (most: number): number => (seed = (Math.imul(seed, 48_271) >>> 0) % 2_147_483_647) % most;
  let told = 0;
  for (let round = 0; round < 30_000; round++) {
    const text = Array.from({ length: draw(round % 3 === 0 ? 30 : 8) }, () => parts[draw(parts.length)]).join(draw(2) === 0 ? '' : ' ');
    const [one, other] = readBoth(text);
    if (one !== undefined) told++;
    expect(other, JSON.stringify(text)).toEqual(one);
  }
  expect(told).toBeGreaterThan(3000);
});

it('gives the same of programs', () => {
  for (const folder of ['src/core', 'src/flow', 'src/commands']) {
    for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.ts'))) {
      const [one, other] = readBoth(readFileSync(`${folder}/${name}`, 'latin1'));
      expect(one, name).toBeDefined();
      expect(other, name).toEqual(one);
    }
  }
});

it('of a long text after a short one, and with more words than have a number', () => {
  const skimmer = createSkimmer(keywords, conditions)!;
  for (const count of [10, 30_000, 10, 34_000, 60_000]) {
    const names = Array.from({ length: count }, (_, index) => `word${String(count + index)}`);
    const program = skimmer(Buffer.from(names.join(' ')))!;
    expect(names.every((name, token) => program.words.get(program.values[token] ?? -1) === name)).toBe(true);
  }
  expect(skimmer(Buffer.from(Array.from({ length: 66_000 }, (_, index) => `n${String(index)}`).join(' ')))).toBeUndefined();
  expect(skimmer(Buffer.from('a '.repeat(100_000)))?.count).toBe(100_000);
  expect(skimmer(Buffer.from('('.repeat(300_000) + ')'.repeat(300_000)))?.count).toBe(600_000);
  expect(skimmer(Buffer.from('a'.repeat(2_000_000)))).toBeUndefined();
});

it('many words have numbers of their own', () => {
  const names = Array.from({ length: 50_000 }, (_, index) => `name${String(index)}`);
  for (let round = 0; round < 2; round++) {
    const program = skim(names.join(' '));
    expect(names.every((name, token) => program?.words.get(program.values[token] ?? -1) === name)).toBe(true);
  }
  expect(skim(Array.from({ length: 66_000 }, (_, index) => `n${String(index)}`).join(' '))).toBeUndefined();
});

const units = ['= /[ ', '= /a ', '= /[a] ', '= /\\', '= /a[ \\] ', '= ` ', '` ${ ', '= " ', "= ' ", '{ /* ', '/ ', '</ [ ', '= /[/] ', '= /[\n'];

it.each(units)('%j takes twice as long where it is twice as long', (unit) => {
  const make = (size: number): string => unit.repeat(Math.ceil(size / unit.length));
  expect(growsTooFast((size) => void skim(make(size)), { from: 4000, to: 256_000 })).toBe(false);
  expect(growsTooFast((size) => void skimBytes(make(size), Buffer.from(make(size), 'latin1')), { from: 4000, to: 256_000 })).toBe(false);
});

it.each(units)('%j and what comes behind it is the same of bytes', (unit) => {
  const text = `${unit.repeat(3)} /x/ ${unit} ]/ a /[y]/ ${unit}\n= /z/ ${unit}`;
  const [ofText, ofBytes] = [skim(text), skimBytes(text, Buffer.from(text, 'latin1'))].map((program) => program && [...program.kinds.subarray(0, program.count), ...program.starts.subarray(0, program.count)]);
  expect(ofBytes).toEqual(ofText);
});
