import { describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/core/plan.ts';
import type { Reference } from '../../src/core/reference.ts';
import type { Answer, ParameterFacts, UnknownReason } from '../../src/core/store.ts';
import { judgeReferences } from '../../src/references/judge.ts';
import { findLackingStages } from '../../src/references/stages.ts';
import { reference } from './reference.ts';

const evidence = { checkedAt: 0, account: '123456789012', region: 'eu-west-1' };
const facts = (name: string, type: ParameterFacts['type'] = 'SecureString', version = 7): ParameterFacts => ({ name, type, version });

/** What a store with these parameters says. */
function know(stored: readonly ParameterFacts[], names: readonly string[] = []): Knowledge {
  const found = stored.map((parameter) => ({ state: 'present' as const, parameter, evidence }));
  const toAbsent = (name: string): Answer => {
    const [base = '', selector] = name.split(':');
    const parameter = stored.find((other) => other.name === base);
    return selector === undefined || parameter === undefined ? { state: 'absent', what: 'parameter', evidence } : { state: 'absent', what: /^\d+$/u.test(selector) ? 'version' : 'label', parameter, evidence };
  };
  return { evidence, found, answers: new Map([...names.map((name) => [name, toAbsent(name)] as const), ...found.map((present) => [present.parameter.name, present] as const)]) };
}

const unknown = (reason: UnknownReason): Knowledge => {
  const answer = { state: 'unknown' as const, reason, detail: `because ${reason}` };
  return { answers: new Map([['/prod/shop/db-password', answer]]), found: [], unknown: answer };
};

const stored = [facts('/prod/shop/db-password'), facts('/prod/shop/table', 'String'), facts('/prod/shop/api-key', 'String')];

/** `outcome kind …` */
function judge(one: Reference, knowledge: Knowledge, path = 'src/a.ts'): string {
  const { checked, findings } = judgeReferences(path, [one], knowledge);
  return [checked[0]?.outcome, ...findings.map(({ problem }) => problem.kind)].join(' ');
}

describe('outcomes', () => {
  it.each([
    ['verified', reference('/prod/shop/db-password')],
    ['missing missing-parameter', reference('/prod/shop/nope')],
    ['missing missing-secret', reference('prod/db', { service: 'secretsmanager' })],
    ['malformed double-slash', reference('/prod//shop/db-password')],
    ['wrong-version missing-version', reference('/prod/shop/db-password:9')],
    ['wrong-version missing-label', reference('/prod/shop/db-password:live')],
    ['missing missing-parameter', reference('/prod/shop/nope:2')],
    ['wrong-type wrong-type', reference('/prod/shop/db-password', { takes: 'plain' })],
    ['wrong-type wrong-type', reference('/prod/shop/table', { takes: 'secure' })],
    ['verified', reference('/prod/shop/table', { takes: 'plain' })],
    ['verified undecrypted-read', reference('/prod/shop/db-password', { decryption: 'absent' })],
    ['verified', reference('/prod/shop/table', { decryption: 'absent' })],
    ['verified plain-string', reference('/prod/shop/api-key')],
    ['verified', reference('/prod/shop/db-password', { decryption: 'unknown' })],
    ['unverified', reference('/prod/shop/db-password', { region: 'us-east-1' })],
    ['verified', reference('/prod/shop/db-password', { region: 'eu-west-1' })],
    ['verified', reference('/*/shop/db-password')],
    ['missing missing-parameter', reference('/*/shop/nothing-like-it')],
    ['verified', reference('/prod/shop/', { isPath: true })],
    ['missing missing-parameter', reference('/prod/warehouse', { isPath: true })],
    ['open', reference('/*/*')],
    ['open', reference('/aws/service/ami-amazon-linux-latest', { isPath: true })],
    ['open', reference('/aws/service/eks/*/image_id')],
    ['open', reference('/prod/shop/nope', { isOptional: true })],
    ['open', reference('/*/shop/nothing-like-it', { isOptional: true })],
    ['verified', reference('/prod/shop/db-password', { isOptional: true })],
    ['verified', reference('/*/shop/db-password', { isOptional: true })],
  ])('%s', (expected, one) => {
    const names = ['/prod/shop/nope', '/prod/shop/nope:2', '/prod/shop/db-password:9', '/prod/shop/db-password:live', '/aws/reference/secretsmanager/prod/db'];
    expect(judge(one, know(stored, names))).toBe(expected);
  });

  it.each(['no-credentials', 'expired-credentials', 'throttled', 'timeout', 'unreachable', 'no-region', 'no-store'] as const)('%s proves nothing and finds nothing', (reason) => {
    const { checked, findings } = judgeReferences('src/a.ts', [reference('/prod/shop/db-password')], unknown(reason));
    expect(checked).toMatchObject([{ outcome: 'unverified', reason: `because ${reason}` }]);
    expect(findings).toEqual([]);
  });

  it('denied is not missing', () => {
    expect(judge(reference('/prod/shop/db-password'), unknown('denied'))).toBe('denied');
    expect(judge(reference('/*/shop/db-password'), unknown('denied'))).toBe('denied');
  });

  it('a search that was cut off proves nothing of what it did not list', () => {
    const many = Array.from({ length: 200 }, (_, index) => facts(`/other/${String(index)}`));
    expect(judge(reference('/*/shop/nothing-like-it'), know(many))).toBe('open');
  });

  it('names for tests are those of doubles', () => {
    expect(judge(reference('/prod/shop/nope'), know(stored, ['/prod/shop/nope']), 'test/a.test.ts')).toBe('');
  });
});

describe('ways out', () => {
  const getRemedy = (one: Reference, knowledge: Knowledge) => judgeReferences('src/a.ts', [one], knowledge).findings[0]?.remedy;

  it('corrects the case of a name that is there', () => {
    expect(getRemedy(reference('/Prod/shop/DB-password'), know(stored, ['/Prod/shop/DB-password']))).toMatchObject({ state: 'offered', edits: [{ range: [10, 32], text: '/prod/shop/db-password' }], parameter: { parameter: { name: '/prod/shop/db-password' } } });
  });

  it('keeps the version', () => {
    expect(getRemedy(reference('/Prod/shop/db-password:7'), know(stored, ['/Prod/shop/db-password:7']))).toMatchObject({ edits: [{ text: '/prod/shop/db-password:7' }] });
  });

  it('lists near names, and edits nothing', () => {
    expect(getRemedy(reference('/prod/shop/db-pasword'), know(stored, ['/prod/shop/db-pasword']))).toEqual({ state: 'none', reason: 'create the parameter or correct the name', near: ['/prod/shop/db-password'] });
  });

  it('writes the name that was meant only where it is there', () => {
    expect(getRemedy(reference('/prod//shop/db-password'), know(stored))).toMatchObject({ state: 'offered', edits: [{ text: '/prod/shop/db-password' }] });
    expect(getRemedy(reference('/prod//shop/nope'), know(stored))).toMatchObject({ state: 'none' });
    expect(getRemedy(reference('/prod//shop/db-password'), unknown('no-credentials'))).toMatchObject({ state: 'none' });
  });

  it('edits no expression that only makes the name', () => {
    expect(getRemedy(reference('/Prod/shop/db-password', { isVerbatim: false }), know(stored, ['/Prod/shop/db-password']))).toMatchObject({ state: 'none', near: ['/prod/shop/db-password'] });
  });

  it('does not show what a hostile name may hold', () => {
    const [finding] = judgeReferences('src/a.ts', [reference('/prod/\u001b[31mx')], know(stored)).findings;
    expect(finding?.problem.message).toBe('This name has a character that no name has; letters, digits and _ . - / are allowed.');
  });
});

describe('stages', () => {
  it.each([
    ['src/a.ts', '/dev/shop/db', 'low'],
    ['src/a.ts', '/shop/staging/db', 'low'],
    ['config/production.json', '/dev/shop/db', 'high'],
    ['.env.production', '/staging/shop/db', 'high'],
    ['src/a.ts', '/prod/shop/db', undefined],
    ['config/dev.json', '/dev/shop/db', undefined],
    ['config/staging.json', '/dev/shop/db', undefined],
    ['src/a.ts', '/*/shop/db', undefined],
    ['src/a.ts', 'dev-db-password', 'low'],
    ['src/a.ts', '/shop-dev/db', 'low'],
    ['src/a.ts', 'shop-TestSecret', undefined],
    ['src/a.ts', 'SHOP_STAGE_ROLE_ARN', undefined],
    ['src/a.ts', '*-smoke-test-client-id', undefined],
  ])('%s names %s: %s', (path, name, severity) => {
    const { findings } = judgeReferences(path, [reference(name)], { answers: new Map(), found: [] });
    expect(findings.map(({ problem }) => problem.severity)).toEqual(severity === undefined ? [] : [severity]);
  });

  it('that lack what the others have', () => {
    const names = ['/prod/shop/db', '/prod/shop/key', '/staging/shop/db', '/staging/shop/key', '/dev/shop/db', '/dev/other/key'];
    expect(findLackingStages('/*/shop/key', names)).toEqual(['dev']);
    expect(findLackingStages('/*/shop/db', names)).toEqual([]);
    expect(findLackingStages('/*/*/key', names)).toEqual([]);
    expect(findLackingStages('/prod/shop/*', names)).toEqual([]);
    expect(judge(reference('/*/shop/key'), know(names.map((name) => facts(name))))).toBe('verified missing-in-stage');
  });
});
