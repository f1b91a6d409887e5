import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { SessionOptions } from '../../src/io/ssm-session.ts';
import { readValues, type ValueAnswer } from '../../src/io/ssm-values.ts';
import { isolateAws } from '../support/aws-environment.ts';
import { answerFrom, fail, html, ok, useFaultServer, type Reply } from '../support/fault-server.ts';

isolateAws();
const secret = ['s3', 'cr', '3t'].join('~');
const patience = 20_000;

const serve = useFaultServer();

const read = (names: readonly string[], options: Partial<SessionOptions> = {}): Promise<Map<string, ValueAnswer>> =>
  readValues(names, { deadlineMs: patience, maxAttempts: 1, ...options });

describe('reading values', () => {
  it('asks GetParameters to decrypt, ten names at a time, and never DescribeParameters', async () => {
    const names = Array.from({ length: 23 }, (_, number) => `/app/n${String(number)}`);
    const { calls, peak } = await serve((call) => answerFrom(Object.fromEntries(names.map((name) => [name, `${secret}${name}`])), call));
    const answers = await read([...names, '/app/n0']);
    expect(answers.size).toBe(23);
    expect(answers.get('/app/n22')).toEqual({ state: 'read', value: `${secret}/app/n22` });
    expect(calls.map(({ action, input }) => [action, input.WithDecryption, input.Names?.length])).toEqual([
      ['GetParameters', true, 10],
      ['GetParameters', true, 10],
      ['GetParameters', true, 3],
    ]);
    expect(peak()).toBeLessThanOrEqual(4);
  });

  it('asks nothing for no names, and nothing about what is no name', async () => {
    const { calls } = await serve((call) => answerFrom({}, call));
    expect(await read([])).toEqual(new Map());
    expect((await read(['two words', '']))).toEqual(new Map([['two words', expect.objectContaining({ reason: 'invalid-name' })], ['', expect.objectContaining({ reason: 'invalid-name' })]]));
    expect(calls).toEqual([]);
  });

  it('tells what is missing', async () => {
    await serve((call) => answerFrom({ '/a': secret }, call));
    const answers = await read(['/a', '/b']);
    expect(answers.get('/a')).toEqual({ state: 'read', value: secret });
    expect(answers.get('/b')).toEqual({ state: 'absent' });
  });

  it('asks name by name where one is denied, and says which right is missing', async () => {
    const { calls } = await serve((call) => (call.input.Names?.includes('/denied') === true ? fail('AccessDeniedException') : answerFrom({ '/a': secret, '/denied': secret }, call)));
    const answers = await read(['/a', '/denied', '/gone']);
    expect(answers.get('/a')).toEqual({ state: 'read', value: secret });
    expect(answers.get('/gone')).toEqual({ state: 'absent' });
    expect(answers.get('/denied')).toMatchObject({ state: 'unknown', reason: 'denied', detail: expect.stringContaining('kms:Decrypt') as unknown });
    expect(calls).toHaveLength(4);
  });

  it('finds versions, labels and ARNs under the name that was asked for', async () => {
    const arn = 'arn:aws:ssm:eu-west-1:123456789012:parameter/a';
    await serve(() => ok({ Parameters: [{ Name: '/a', ARN: arn, Selector: ':3', Value: secret, Type: 'SecureString', Version: 3 }, { Name: '/b', ARN: `${arn}b`, Value: `${secret}b`, Type: 'String', Version: 1 }] }));
    const answers = await read(['/a:3', `${arn}b`]);
    expect([...answers.values()]).toEqual([{ state: 'read', value: secret }, { state: 'read', value: `${secret}b` }]);
  });

  it('never takes an earlier version for the latest value', async () => {
    const [latest, first] = [{ Name: '/a', Value: secret, Version: 3 }, { Name: '/a', Selector: ':1', Value: `${secret}1`, Version: 1 }];
    for (const Parameters of [[latest, first], [first, latest]]) {
      await serve(() => ok({ Parameters }));
      expect([...(await read(['/a', '/a:1'])).values()]).toEqual([{ state: 'read', value: secret }, { state: 'read', value: `${secret}1` }]);
    }
  });

  it('asks alone for a version that comes back without its number', async () => {
    await serve(({ input: { Names = [] } }) => ok({ Parameters: Names.map((name) => ({ Name: '/a', Value: name === '/a' ? secret : `${secret}1`, Version: 1 })) }));
    expect((await read(['/a:1'])).get('/a:1')).toEqual({ state: 'read', value: `${secret}1` });
    expect((await read(['/a:1', '/a:2'])).get('/a:2')).toEqual({ state: 'read', value: `${secret}1` });
  });

  it('takes a plain name with and without its slash', async () => {
    await serve(() => ok({ Parameters: [{ Name: 'twin', Value: secret, Type: 'String', Version: 1 }] }));
    expect((await read(['/twin'])).get('/twin')).toEqual({ state: 'read', value: secret });
  });

  it('keeps line breaks, quotes and signs of other languages in a value', async () => {
    const value = `${secret}\n"'$HOME \`id\` ü 漢 🔑\\n `;
    await serve((call) => answerFrom({ '/a': value }, call));
    expect((await read(['/a'])).get('/a')).toEqual({ state: 'read', value });
  });
});

describe('reading values where AWS gives none', () => {
  it.each([
    ['ThrottlingException', fail('ThrottlingException'), 'throttled'],
    ['an expired token', fail('ExpiredTokenException'), 'expired-credentials'],
    ['a key that cannot decrypt', fail('InvalidKeyId'), 'failed'],
    ['HTML with status 200', html(200), 'failed'],
    ['JSON of somebody else', ok({ login: 'please' }), 'failed'],
    ['a parameter without its value', ok({ Parameters: [{ Name: '/a', Type: 'SecureString' }] }), 'failed'],
    ['an answer that leaves the name out', ok({ Parameters: [], InvalidParameters: [] }), 'failed'],
    ['a cut connection', 'reset', 'unreachable'],
  ] satisfies [string, Reply, string][])('says so after %s', async (_, reply, reason) => {
    await serve(() => reply);
    expect((await read(['/a'])).get('/a')).toMatchObject({ state: 'unknown', reason });
  });

  it.each(['hang', 'stall'] as const)('ends although requests %s', async (reply) => {
    await serve(() => reply);
    expect((await read(['/a'], { deadlineMs: 500 })).get('/a')).toMatchObject({ state: 'unknown', reason: 'timeout' });
  }, patience);

  it('says that there are no credentials, for every name', async () => {
    process.env['AWS_REGION'] = 'eu-west-1';
    expect([...(await read(['/a', '/b'])).values()]).toEqual([expect.objectContaining({ reason: 'no-credentials' }), expect.objectContaining({ reason: 'no-credentials' })]);
  });

  it('shows nothing of the values in a failure', async () => {
    await serve(() => ({ status: 200, body: `{"Parameters":[{"Name":"/a","Value":"${secret}"` }));
    expect(inspect(await read(['/a']), { depth: null, showHidden: true })).not.toContain(secret);
  });
});
