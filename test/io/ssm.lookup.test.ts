import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/store.ts';
import { createAwsStore } from '../../src/io/ssm.ts';
import { isolateAws } from '../support/aws-environment.ts';
import { answerFrom, describeParameter, fail, ok, useFaultServer, type Call, type Reply } from '../support/fault-server.ts';

isolateAws();
const secret = ['s3', 'cr', '3t'].join('~');

const serve = useFaultServer({ hasSecrets: true });

const lookUp = (names: readonly string[]): Promise<ReadonlyMap<string, Answer>> => createAwsStore({ deadlineMs: 20_000, maxAttempts: 1 }).lookUp(names);

/** In one word, for comparing. */
const sum = (answer: Answer | undefined): string | undefined => (answer?.state === 'unknown' ? answer.reason : answer?.state === 'absent' ? answer.what : answer?.state);

const own = 'arn:aws:ssm:eu-west-1:123456789012:parameter';
const foreign = 'arn:aws:ssm:eu-west-1:210987654321:parameter';

describe('ARNs', () => {
  it('of the own account and region are asked with the other names', async () => {
    const { calls } = await serve((call) => answerFrom({ '/a': secret, '/b': secret }, call));
    const answers = await lookUp(['/a', `${own}/a`, `${own}/b`, `${own}/gone`, '/gone']);
    expect([...answers.values()].map(sum)).toEqual(['present', 'present', 'present', 'parameter', 'parameter']);
    expect(calls.map(({ action, input }) => [action, input.ParameterFilters?.[0]?.Values])).toEqual([['DescribeParameters', ['/a', '/b', '/gone']]]);
  });

  it('of another region are not asked for, and not called absent', async () => {
    const { calls } = await serve((call) => answerFrom({ '/a': secret }, call));
    const arn = 'arn:aws:ssm:us-east-1:123456789012:parameter/a';
    expect((await lookUp([arn])).get(arn)).toEqual({ state: 'unknown', reason: 'other-region', detail: expect.stringMatching(/us-east-1.*eu-west-1/u) });
    expect(calls).toEqual([]);
  });

  it('of another account are there if it shares the parameter, and else not called absent', async () => {
    await serve((call) => {
      if (call.action === 'DescribeParameters') return answerFrom({ '/a': secret }, call);
      if (call.input.Names?.includes(`${foreign}/denied`) === true) return fail('AccessDeniedException');
      const shared = { ...describeParameter('/shared/x', 4), ARN: `${foreign}/shared/x`, Value: secret };
      const names = call.input.Names ?? [];
      return ok({ Parameters: names.includes(shared.ARN) ? [shared] : [], InvalidParameters: names.filter((name) => name !== shared.ARN) });
    });
    const answers = await lookUp(['/a', `${foreign}/shared/x`, `${foreign}/a`, `${foreign}/denied`]);
    expect([...answers.values()].map(sum)).toEqual(['present', 'present', 'other-account', 'other-account']);
    expect(answers.get(`${foreign}/shared/x`)).toMatchObject({ parameter: { name: '/shared/x', version: 4 }, evidence: { account: '210987654321', region: 'eu-west-1' } });
    expect(answers.get(`${foreign}/a`)).toHaveProperty('detail', expect.stringMatching(/210987654321.*123456789012/u));
    expect(answers.get('/a')).toMatchObject({ evidence: { account: '123456789012' } });
  });

  it('are not called absent while nothing tells the own account', async () => {
    await serve((call) => answerFrom({}, call));
    expect(sum((await lookUp([`${own}/gone`])).get(`${own}/gone`))).toBe('other-account');
  });
});

describe('versions and labels', () => {
  const history: Readonly<Record<string, number>> = { '/a:3': 3, '/a:stable': 2, '/b:1': 1 };
  const answer = (call: Call): Reply => {
    if (call.action === 'DescribeParameters') return ok({ Parameters: [describeParameter('/a', 5), describeParameter('/b', 2)] });
    const names = call.input.Names ?? [];
    return ok({
      Parameters: names.filter((name) => name in history).map((name) => ({ ...describeParameter(name.replace(/:.*/u, ''), history[name]), Selector: name.replace(/^[^:]+/u, ''), Value: secret })),
      InvalidParameters: names.filter((name) => !(name in history)),
    });
  };

  it('of a parameter that is there are told from a parameter that is not', async () => {
    const { calls } = await serve(answer);
    const answers = await lookUp(['/a:3', '/a:5', '/a:9', '/a:stable', '/a:gone', '/gone:1', `${own}/b:1`, `${own}/b:2`]);
    expect([...answers.values()].map(sum)).toEqual(['present', 'present', 'version', 'present', 'label', 'parameter', 'present', 'present']);
    expect(answers.get('/a:3')).toMatchObject({ parameter: { name: '/a', version: 3 } });
    expect(answers.get('/a:9')).toMatchObject({ parameter: { name: '/a', version: 5 } });
    expect(calls.map(({ action, input }) => [action, input.WithDecryption, input.Names?.length])).toEqual([
      ['DescribeParameters', undefined, undefined],
      ['GetParameters', false, 5],
    ]);
  });

  it('stay unknown where only DescribeParameters is allowed', async () => {
    await serve((call) => (call.action === 'GetParameters' ? fail('AccessDeniedException') : answer(call)));
    const answers = await lookUp(['/a:5', '/a:3', '/a:stable', '/gone:1']);
    expect([...answers.values()].map(sum)).toEqual(['present', 'denied', 'denied', 'parameter']);
  });
});

it('verifies 1,000 references in at most 20 DescribeParameters calls, or 100 GetParameters calls', async () => {
  const names = Array.from({ length: 1000 }, (_, number) => `/app/n${String(number)}`);
  const values = Object.fromEntries(names.map((name) => [name, secret]));
  const described = await serve((call) => answerFrom(values, call));
  expect(new Set([...(await lookUp(names)).values()].map(sum))).toEqual(new Set(['present']));
  expect(described.calls).toHaveLength(20);
  await described.close();
  const denied = await serve((call) => (call.action === 'DescribeParameters' ? fail('AccessDeniedException') : answerFrom(values, call)));
  expect(new Set([...(await lookUp(names)).values()].map(sum))).toEqual(new Set(['present']));
  expect(denied.calls.filter(({ action }) => action === 'GetParameters')).toHaveLength(100);
});

it('answers for 10,000 names', async () => {
  const names = Array.from({ length: 10_000 }, (_, number) => `/app/n${String(number)}`);
  const { calls, peak } = await serve((call) => answerFrom({ '/app/n7': secret }, call));
  const answers = await lookUp(names);
  expect(names.filter((name) => answers.get(name)?.state === 'present')).toEqual(['/app/n7']);
  expect(calls).toHaveLength(200);
  expect(peak()).toBeLessThanOrEqual(4);
});

describe('secrets of Secrets Manager', () => {
  const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:shop/db';
  const full = `${arn}-AbCdEf`;
  const description = { Name: 'shop/db', ARN: full, KmsKeyId: 'alias/shop', VersionIdsToStages: { [`${'0'.repeat(31)}1`]: ['AWSCURRENT'] } };
  const answer = (call: Call): Reply => {
    if (call.action !== 'DescribeSecret') return answerFrom({ '/a': secret }, call);
    if (call.input.SecretId === 'doomed') return ok({ ...description, Name: 'doomed', DeletedDate: 1_700_000_000 });
    if (call.input.SecretId === 'denied') return fail('AccessDeniedException');
    return ['shop/db', full, arn].includes(call.input.SecretId ?? '') ? ok(description) : fail('ResourceNotFoundException');
  };

  it('are asked by DescribeSecret, by name and by ARN with or without its suffix', async () => {
    const { calls } = await serve(answer);
    const reference = '/aws/reference/secretsmanager/shop/db';
    const answers = await lookUp(['/a', reference, full, arn, `${full}:password:AWSCURRENT:`, '/aws/reference/secretsmanager/gone', `${arn}x`]);
    expect([...answers.values()].map(sum)).toEqual(['present', 'present', 'present', 'present', 'present', 'parameter', 'parameter']);
    expect(answers.get(reference)).toMatchObject({ parameter: { name: 'shop/db', type: 'Secret', keyId: 'alias/shop' }, evidence: { account: '123456789012', region: 'eu-west-1' } });
    expect(new Set(calls.map(({ action }) => action))).toEqual(new Set(['DescribeParameters', 'DescribeSecret']));
  });

  it('count as deleted while they wait for it, and denied is not absent', async () => {
    await serve(answer);
    const answers = await lookUp(['/aws/reference/secretsmanager/doomed', '/aws/reference/secretsmanager/denied']);
    expect([...answers.values()].map(sum)).toEqual(['deleted', 'denied']);
    expect([...answers.values()][1]).toHaveProperty('detail', expect.stringContaining('secretsmanager:DescribeSecret'));
  });

  it('have stages that may be missing and versions that need not be listed', async () => {
    await serve(answer);
    const answers = await lookUp([`${full}::AWSPENDING`, `${full}:::${'0'.repeat(31)}1`, `${full}:::${'0'.repeat(31)}2`, '/aws/reference/secretsmanager/shop/db:AWSPENDING']);
    expect([...answers.values()].map(sum)).toEqual(['label', 'present', 'failed', 'label']);
  });

  it('are not looked for in another region or account', async () => {
    await serve((call) => (call.input.SecretId?.includes('2109') === true ? fail('AccessDeniedException') : answer(call)));
    const answers = await lookUp([full.replace('eu-west-1', 'us-east-1'), full.replace('123456789012', '210987654321')]);
    expect([...answers.values()].map(sum)).toEqual(['other-region', 'other-account']);
  });

  it('are asked at an endpoint that is shown', async () => {
    const { endpoint } = await serve(answer);
    process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] = 'https://user:pass@secrets.example.com/x';
    expect(createAwsStore({ deadlineMs: 1000 }).label).toBe(`AWS eu-west-1 at ${endpoint} (Secrets Manager at https://secrets.example.com)`);
    process.env['AWS_ENDPOINT_URL_SECRETS_MANAGER'] = 'file:///x';
    expect((await lookUp(['/a'])).get('/a')).toMatchObject({ reason: 'unreachable', detail: expect.stringContaining('AWS_ENDPOINT_URL_SECRETS_MANAGER') });
  });
});
