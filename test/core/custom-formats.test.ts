import { describe, expect, it } from 'vitest';
import { createCustomDetect } from '../../src/core/custom-detect.ts';
import { checkFormats, type FormatEntry } from '../../src/core/custom-formats.ts';

/** What repeats itself counts as made up. */
const body = ['aB3dE6gH', 'kL9mN2pQ', 'rS5tU8vW', 'xY1zA4bC'];
const acme: FormatEntry = { id: 'acme-token', title: 'an Acme token', anchor: 'acme_', body: '[A-Za-z\\d]{32}', matches: [['acme_', ...body]], rejects: [['acme_', { repeat: 'a', times: 32 }], ['acme_short']] };
const value = `acme_${body.join('')}`;

const changed = (key: string, setting: unknown): object => Object.fromEntries([...Object.entries(acme), [key, setting]]);

describe('a format of the config', () => {
  it.each([
    [{}],
    [{ anchor: ['acme_', 'acme.'], severity: 'low', minEntropy: 2.5 }],
    [{ body: '(?:live|test)?_?(?<secret>[A-Za-z\\d]{32})' }],
    [{ context: ['billing'] }],
  ])('may be changed by %j', (change) => expect(checkFormats([{ ...acme, ...change }])).toBeUndefined());

  it('finds its values, and hides the part that is called secret', () => {
    expect(createCustomDetect([], { formats: [acme] }).tokens(`a = "${value}"`)).toMatchObject([{ detectorId: 'acme-token', title: 'an Acme token', severity: 'high', range: [5, 42] }]);
    const parted = { ...acme, body: '(?<secret>[A-Za-z\\d]{32})' };
    expect(createCustomDetect([], { formats: [parted] }).tokens(value)).toMatchObject([{ range: [5, 37] }]);
    const near = { ...acme, context: ['billing'] };
    expect(createCustomDetect([], { formats: [near] }).tokens(value)).toEqual([]);
    expect(createCustomDetect([], { formats: [near] }).tokens(`billing: ${value}`)).toHaveLength(1);
  });

  it.each([
    ['acme', 'must be a list'],
    [['acme'], 'that is no map'],
    [[{ ...acme, id: 'Acme' }], 'without an id'],
    [[acme, acme], 'two formats called acme-token'],
    [[{ ...acme, title: '' }], 'needs a title'],
    [[{ ...acme, severity: 'huge' }], 'has a severity other than'],
    [[changed('anchor', 'ac')], 'needs an anchor of at least three characters'],
    [[changed('anchor', [])], 'needs an anchor of at least three characters'],
    [[{ ...acme, regex: 'a' }], 'has "regex"'],
    [[{ ...acme, body: '[A-Z' }], 'has a body that is no regular expression'],
    [[{ ...acme, body: 'a)(b' }], 'has a body that is no regular expression'],
    [[{ ...acme, body: '[a-z]+' }], 'has a body that repeats without an end'],
    [[{ ...acme, body: '(?:[a-z]{1,40}-?){1,40}!' }], 'has a body that repeats a part that can take the same text in several ways'],
    [[{ ...acme, context: ['Billing'] }], 'needs words of lower-case letters'],
    [[{ ...acme, minEntropy: 9 }], 'needs bits for each character'],
    [[{ ...acme, matches: [] }], 'needs "matches"'],
    [[{ ...acme, matches: [value] }], 'needs "matches", a list of values, each a list of parts'],
    [[{ ...acme, matches: [['acme_', 'x']] }], 'does not find example 1 of its "matches"'],
    [[{ ...acme, matches: [['', value]] }], 'has example 1 of its "matches" in one part'],
    [[{ ...acme, matches: [['acme_', { repeat: 'a', times: 32 }]] }], 'values of few different characters count as made up'],
    [[{ ...acme, rejects: [['acme_', ...body]] }], 'finds example 1 of its "rejects"'],
    [[{ ...acme, minEntropy: 6 }], 'does not find example 1'],
  ])('is refused: %j', (formats, words) => {
    const error = checkFormats(formats);
    expect(error).toContain(words);
    expect(error).not.toContain('aB3dE6gH');
  });
});
