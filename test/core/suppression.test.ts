import { describe, expect, it } from 'vitest';
import { getLineStarts } from '../../src/core/range.ts';
import { findSuppressions } from '../../src/core/suppression.ts';

const find = (text: string) => findSuppressions(text, getLineStarts(text));
const rule = 'no-hardcoded-secrets';

describe('findSuppressions', () => {
  it.each([
    [`a(); // paramguard-disable-line ${rule} -- rotated in May`, [{ line: 1, ruleIds: [rule], reason: 'rotated in May' }]],
    [`// paramguard-disable-next-line ${rule} -- rotated in May\na();`, [{ line: 2, ruleIds: [rule], reason: 'rotated in May' }]],
    ['# paramguard-disable-next-line -- all rules, test key\nA=1', [{ line: 2, ruleIds: [], reason: 'all rules, test key' }]],
    [`/* eslint-disable-next-line paramguard/${rule} -- test key */`, [{ line: 2, ruleIds: [rule], reason: 'test key */' }]],
    [`// paramguard-disable-line ${rule}, no-logged-secrets -- both\r\n`, [{ line: 1, ruleIds: [rule, 'no-logged-secrets'], reason: 'both' }]],
    [`// paramguard-disable-line ${rule}`, []],
    [`// paramguard-disable-line ${rule} --`, []],
    ['// paramguard-disable-line no-such-rule -- reason', []],
    ['// eslint-disable-line no-console -- reason', []],
    ['// eslint-disable-line -- reason', []],
    ['plain text', []],
  ])('%j', (text, expected) => expect(find(text).map(({ line, ruleIds, reason }) => ({ line, ruleIds: [...ruleIds].sort(), reason }))).toEqual(expected));
  it('ends on hostile texts', () => {
    const start = performance.now();
    for (const piece of ['paramguard-disable-line ', 'eslint-disable-next-line a,', 'paramguard-disable-line - ']) find(piece.repeat(100_000));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
