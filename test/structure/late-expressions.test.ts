import { expect, it } from 'vitest';

interface Delaying {
  readonly delayExpressions: (text: string) => string;
}

const { delayExpressions } = (await import(new URL('../../scripts/late-expressions.mjs', import.meta.url).href)) as Delaying;

it.each([
  ['a use', 'const a = /x/u;\nf(a, b.a, { a: a });', 'let a$; const a = () => (a$ ??= /x/u);\nf(a(), b.a, { a: a() });'],
  ['a use before it, and in a function', 'const f = () => a.test(b);\nconst a =\n  /x/gu;', 'const f = () => a().test(b);\nlet a$; const a = () => (a$ ??= /x/gu);'],
  ['a property of the same name', 'const a = /x/u;\nconst b = { a };', 'let a$; const a = () => (a$ ??= /x/u);\nconst b = { a: a() };'],
])('%s', (_, text, changed) => {
  expect(delayExpressions(text)).toBe(changed);
});

it.each([
  ['one that others import', 'export const a = /x/u;\nf(a);'],
  ['one that is hidden by a parameter', 'const a = /x/u;\nconst f = (a: string) => a;\ng(a);'],
  ['one that is hidden by a part of a pattern', 'const a = /x/u;\nconst { b: a1, a = 1 } = c;'],
  ['one that is exported later', 'const a = /x/u;\nexport { a };'],
  ['one of several', 'const a = /x/u, b = 1;\nf(a);'],
  ['what changes', 'let a = /x/u;\na = b;'],
])('leaves %s', (_, text) => {
  expect(delayExpressions(text)).toBe(text);
});
