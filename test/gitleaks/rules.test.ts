import { describe, expect, it } from 'vitest';
import { createCustomDetect } from '../../src/core/custom-detect.ts';
import { translate } from '../../src/gitleaks/expression.ts';
import { readRules } from '../../src/gitleaks/rules.ts';

const value = ['aB3dE6gH', 'kL9mN2pQ', 'rS5tU8vW', 'xY1zA4bC'].join('');
const rule = { id: 'acme', description: 'Acme token', regex: 'acme_[a-zA-Z0-9]{32}' };

const find = (table: Record<string, unknown>, text: string): string[] => {
  const detect = createCustomDetect([], { formats: [], foreign: { ...readRules(table), id: 'test' } });
  return detect.tokens(text).map(({ detectorId, range }) => `${detectorId} ${text.slice(...range)}`);
};

describe('translate', () => {
  it.each([
    ['acme_[a-z]{8}', 'acme_[a-z]{8}', ''],
    ['(?i)acme', 'acme', 'i'],
    ['acme[0-9]+', 'acme[0-9]{1,256}', ''],
    ['acme\\d*\\z', 'acme\\d{0,256}$', ''],
    ['acme(?P<key>[a-z]{3,})', 'acme(?<secret1>[a-z]{3,256})', ''],
    ['[[:alnum:]_]{4}', '[A-Za-z\\d_]{4}', ''],
    ['[\'"][^[]', '[\'"][^\\[]', ''],
    ['\\x{41}\\x42', '\\u{41}\\x42', 'u'],
    ['(?:a|b)(c)', '(?:a|b)(?<secret1>c)', ''],
  ])('%j', (expression, source, flags) => expect(translate(expression)).toEqual({ source, flags }));

  it('names the group that holds the secret', () => expect(translate('(a)(b)', 2)).toEqual({ source: '(?:a)(?<secret2>b)', flags: '' }));

  it.each([
    ['a(?i)b', 'changes its flags'],
    ['\\Qa\\E', 'uses \\Q'],
    ['(a+)+b', 'in several ways'],
    ['(', 'no regular expression'],
    ['(?<=a)(?>b)', 'no regular expression'],
  ])('refuses %j', (expression, words) => expect(translate(expression)).toMatchObject({ refusal: expect.stringContaining(words) as string }));

  it('refuses a group that is not there', () => expect(translate('(a)', 2)).toEqual({ refusal: 'has no group 2' }));
});

describe('readRules', () => {
  it('finds what rules describe', () => {
    expect(find({ rules: [rule] }, `x = acme_${value}`)).toEqual([`acme acme_${value}`]);
    expect(find({ rules: [{ ...rule, regex: '(?i)ACME_([a-z0-9]{32})', secretGroup: 1 }] }, `x = acme_${value}`)).toEqual([`acme ${value}`]);
    expect(find({ rules: [{ ...rule, regex: '[a-zA-Z0-9]{32}\\.acme', keywords: ['.acme'] }] }, `x = ${value}.acme`)).toEqual([`acme ${value}.acme`]);
    expect(find({ rules: [{ ...rule, entropy: 5.5 }] }, `x = acme_${value}`)).toEqual([]);
  });

  it('lets pass what allow-lists name', () => {
    const text = `x = acme_${value}`;
    expect(find({ rules: [{ ...rule, allowlist: { regexes: ['^acme_aB3'] } }] }, text)).toEqual([]);
    expect(find({ rules: [{ ...rule, allowlists: [{ stopwords: ['AB3DE'] }] }] }, text)).toEqual([]);
    expect(find({ rules: [rule], allowlist: { regexes: ['dE6gH'] } }, text)).toEqual([]);
    expect(find({ rules: [rule], allowlists: [{ stopwords: ['nothing'] }] }, text)).toHaveLength(1);
  });

  it('allows paths for secrets only', () => {
    const { allowances } = readRules({ allowlist: { description: 'samples', paths: ['^samples/', '.*\\.md$'] } });
    const place = { ruleId: 'no-hardcoded-secrets', kind: 'a', lines: [1, 1], fingerprint: '' } as const;
    expect(allowances.map((entry) => ['samples/a.ts', 'src/a.ts', 'a.md'].map((path) => entry.covers({ ...place, path })))).toEqual([[true, false, true]]);
    expect(allowances[0]?.covers({ ...place, ruleId: 'no-wildcard-resource', path: 'samples/a.ts' })).toBe(false);
  });

  it.each([
    [{ rules: [{ ...rule, path: '\\.tf$' }] }, 'the rule acme is not used: it is for some paths only, which a format cannot be'],
    [{ rules: [{ id: 'keys', path: '\\.pem$' }] }, 'the rule keys is not used: it finds files by their path, not secrets'],
    [{ rules: [{ ...rule, required: [{ id: 'b' }] }] }, 'the rule acme is not used: it needs other rules to match beside it'],
    [{ rules: [{ ...rule, regex: '(a*)*b' }] }, 'the rule acme is not used: its expression repeats a part'],
    [{ rules: [{ ...rule, regex: '[a-z]{32}' }] }, 'the rule acme is not used: its expression begins with no fixed text'],
    [{ extend: { path: 'b.toml' } }, 'extend.path is not followed'],
    [{ extend: { useDefault: true, disabledRules: ['b'] } }, 'extend.disabledRules is not used'],
    [{ allowlist: { commits: ['a'] } }, 'commits of the global allow-list are not used'],
    [{ allowlist: { regexTarget: 'line', regexes: ['a'] } }, 'regexes of the global allow-list are not used: they are held against the line'],
    [{ allowlists: [{ condition: 'AND', paths: ['a'] }] }, 'its parts must hold together'],
    [{ allowlist: { paths: ['ok', '(a+)+$'] } }, 'number 2 in paths of the global allow-list is not used'],
  ])('says what it does not use: %j', (table, words) => {
    const { warnings } = readRules(table);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(words);
  });

  it.each([{}, { rules: 3 }, { rules: [{}] }, { rules: [{ regex: 3 }] }, { allowlist: 'a' }, { extend: [] }, { rules: [{ ...rule, secretGroup: 'a', keywords: 'acme' }] }])('takes %j as it comes', (table) => {
    expect(() => readRules(table)).not.toThrow();
  });
});
