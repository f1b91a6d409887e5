import { describe, expect, it } from 'vitest';
import { mayIntersect, partOnly } from '../../src/grants/intersect.ts';

describe('mayIntersect', () => {
  it.each([
    ['a/b', 'a/b'],
    ['a/*', 'a/b'],
    ['*', 'a'],
    ['*', '*'],
    ['', '*'],
    ['a*', '*b'],
    ['a*c', 'ab*'],
    ['*/shop/db', 'prod/*'],
    ['a?c', '*b*'],
    ['A/b', 'a/B'],
    ['prod/*/db', '*/shop/*'],
    [`${'a*'.repeat(500)}b`, `${'*a'.repeat(500)}c`],
  ])('%s and %s have a text in common', (a, b) => {
    expect([mayIntersect(a, b), mayIntersect(b, a)]).toEqual([true, true]);
  });

  it.each([
    ['prod/*/db', `${partOnly}/shop/db`],
    ['prod/shop/db', `${partOnly}/shop/db`],
    ['*', `${partOnly}/db`],
    ['prod/shop', `prod/shop${partOnly}`],
  ])('%s and %j have, the part within slashes', (a, b) => {
    expect(mayIntersect(a, b)).toBe(true);
  });

  it.each([
    ['prod/shop/db', `${partOnly}/db`],
    ['a/b/c', `a${partOnly}c`],
    ['global/x/*', `${partOnly}/y/x`],
  ])('%s and %j have not', (a, b) => {
    expect(mayIntersect(a, b)).toBe(false);
  });

  it.each([
    ['a/b', 'a/c'],
    ['a/*', 'a'],
    ['a*', 'b*'],
    ['*a', '*b'],
    ['a?', 'a'],
    ['a*b?', 'b*'],
    ['prod/*/db', 'prod/*/api'],
    ['', 'a*'],
  ])('%s and %s have none', (a, b) => {
    expect([mayIntersect(a, b), mayIntersect(b, a)]).toEqual([false, false]);
  });
});
