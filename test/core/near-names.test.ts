import { describe, expect, it } from 'vitest';
import { getNearNames, getNeighbourFragments } from '../../src/core/near-names.ts';

describe('getNearNames', () => {
  it.each([
    ['/prod/shop/db-password', ['/prod/shop/DB-Password', '/prod/shop/db-passwort', '/x/y'], ['/prod/shop/DB-Password', '/prod/shop/db-passwort']],
    ['/prod/shop/db-password', ['/prod/shop/db-passord', '/prod/shop/db_password'], ['/prod/shop/db-passord', '/prod/shop/db_password']],
    ['/prod/shop/db-password', ['/dev/shop/db-password', '/prod/other/db-password', '/prod/shop/stripe'], ['/dev/shop/db-password', '/prod/other/db-password']],
    ['/prod/shop/db-password', ['/prod/shop/db-password'], []],
    ['/a/x', ['/a/y', '/b/x'], ['/b/x']],
    ['abc', ['xyz', 'abcd'], []],
    ['/p/token', ['/a/token', '/b/token', '/c/token', '/d/token'], ['/a/token', '/b/token', '/c/token']],
  ])('%s in %j', (missing, names, expected) => {
    expect(getNearNames(missing, names)).toEqual(expected);
  });

  it.each([
    ['abcdefghijkl', 'bcdefghijkl', 1],
    ['abcdefghijkl', 'abcdefghijklm', 1],
    ['abcdefghijkl', 'abcdeghifjkl', 2],
    ['abcdefghijkl', 'xbcdefyhijkz', undefined],
    ['abcdefghijkl', 'mnopqrstuvwx', undefined],
  ])('%s and %s are %s slips apart', (a, b, slips) => {
    expect(getNearNames(a, [b])).toEqual(slips === undefined ? [] : [b]);
  });

  it('comes to an end with 2,000 names of nearly the greatest length', () => {
    const long = 'x'.repeat(900);
    const names = Array.from({ length: 2000 }, (_, number) => `/${long}${String(number)}`);
    expect(getNearNames(`/${long}q`, names)).toHaveLength(3);
  });
});

it('searches for the neighbours and for the last part', () => {
  expect(getNeighbourFragments('/prod/shop/db-password')).toEqual(['/prod/shop/', 'db-password']);
  expect(getNeighbourFragments('db-password')).toEqual(['db-password']);
  expect(getNeighbourFragments('/a/b')).toEqual(['/a/']);
});
