import { describe, expect, it } from 'vitest';
import { getCost, refuseExpression } from '../../src/core/bounded.ts';

describe('refuseExpression', () => {
  it.each([
    'acme_[a-z\\d]{32}',
    '(?:acme|emca)_(?<secret>[A-Za-z\\d]{20,40})(?![A-Za-z\\d])',
    '(?:\\\\[nr]|[\\s,]){0,80}x',
    '(?:[a-z]{1,20}\\.){1,20}com',
    'a{0,100}b{0,100}c',
    '[\\p{L}\\d]{1,40}@',
    '(?<quote>["\'])x{1,20}\\k<quote>',
    '(?:a|b|[^ab]){1,500}',
    '(?:[^*]|\\*(?!\\/)){0,400}\\*\\/',
    '',
  ])('takes %j', (source) => expect(refuseExpression(source, 'uy')).toBeUndefined());

  it.each([
    ['a+', 'repeats without an end'],
    ['a*b', 'repeats without an end'],
    ['a{3,}', 'repeats without an end'],
    ['(?=a*)b', 'repeats without an end'],
    ['(?:ab?)+', 'repeats without an end'],
    ['(?:a{1,20}){1,20}b', 'in several ways'],
    ['(?:a|a){20}b', 'in several ways'],
    ['(?:a|ab|b){1,50}c', 'in several ways'],
    ['(?:a?b?){1,30}c{2}', 'in several ways'],
    ['(?:[\\w.-]{1,40}\\/?){1,40}$', 'in several ways'],
    ['(?:\\\\[nr]|[\\\\nr]){10,80}x', 'in several ways'],
    ['a{0,400}a{0,400}b', 'side by side'],
    ['a{0,99}a{0,99}a{0,99}b', 'side by side'],
    ['(', 'is no regular expression'],
    ['[z-a]', 'is no regular expression'],
    [`${'('.repeat(500)}a${')'.repeat(500)}`, 'no regular expression'],
  ])('refuses %j', (source, words) => expect(refuseExpression(source, 'uy')).toContain(words));

  it('answers soon for whatever it is given', () => {
    for (const source of [`(?:${'a?'.repeat(2000)}){9}`, `(?:${Array.from({ length: 3000 }, (_, index) => `a${String(index)}`).join('|')}){9}`, '(?:[a-z]{60}){60}'.repeat(40), '{'.repeat(10_000)]) refuseExpression(source, 'y');
  });
});

describe('getCost', () => {
  it.each([
    ['abc', 3],
    ['a{2,5}b?', 6],
    ['(?:ab|c){3}', 6],
    ['(?<=a{3})b', 4],
    ['(a{4})\\1', 8],
    ['\\u{1F600}\\x41\\cA\\p{L}', 4],
    ['[\\]\\-a-f]{2}', 2],
    ['a+', Infinity],
  ])('%j looks at %d characters', (source, length) => expect(getCost(source, 'u').length).toBe(length));
});
