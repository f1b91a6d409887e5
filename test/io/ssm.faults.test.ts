import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { env, execPath, platform } from 'node:process';
import { inspect, promisify } from 'node:util';
import { build } from 'esbuild';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '../../src/core/store.ts';
import { createAwsStore, type AwsStoreOptions } from '../../src/io/ssm.ts';
import { fakeKeys, isolateAws, useEndpoint } from '../support/aws-environment.ts';
import { answerFrom, describeParameter, fail, html, ok, useFaultServer, type Reply } from '../support/fault-server.ts';

const isolated = isolateAws();
const secret = ['s3', 'cr', '3t'].join('~');
/** Generous: it only shows that an end exists. */
const patience = 20_000;

const serve = useFaultServer();

const createStore = (options: Partial<AwsStoreOptions> = {}): ReturnType<typeof createAwsStore> =>
  createAwsStore({ deadlineMs: patience, maxAttempts: 1, ...options });

const ask = async (name = '/a', options: Partial<AwsStoreOptions> = {}): Promise<Answer | undefined> =>
  (await createStore(options).lookUp([name])).get(name);

describe('a store that gives no answer', () => {
  it.each([
    ['ThrottlingException', fail('ThrottlingException'), 'throttled', /busy/u],
    ['status 429', fail('Whatever', 429), 'throttled', /busy/u],
    ['an expired token', fail('ExpiredTokenException'), 'expired-credentials', /aws sso login/u],
    ['unknown keys', fail('UnrecognizedClientException'), 'expired-credentials', /aws sso login/u],
    ['a wrong signature', fail('InvalidSignatureException', 403), 'expired-credentials', /renew the keys/u],
    ['denial of everything', fail('AccessDeniedException'), 'denied', /ssm:DescribeParameters/u],
    ['denial as XML', { status: 403, body: '<ErrorResponse><Code>AccessDenied</Code></ErrorResponse>' }, 'denied', /ssm:GetParameters/u],
    ['status 500', fail('InternalServerError', 500), 'failed', /HTTP 500/u],
    ['HTML with status 404', html(404), 'failed', /HTTP 404/u],
    ['HTML with status 200', html(200), 'failed', /check the endpoint/u],
    ['an empty body', { status: 200, body: '' }, 'failed', /check the endpoint/u],
    ['JSON of somebody else', ok({ login: 'please' }), 'failed', /check the endpoint/u],
    ['a parameter without its type', ok({ Parameters: [{ Name: '/a' }] }), 'failed', /check the endpoint/u],
    ['a cut connection', 'reset', 'unreachable', /ECONNRESET/u],
  ] satisfies [string, Reply, string, RegExp][])('after %s', async (_, reply, reason, detail) => {
    await serve(() => reply);
    const answer = await ask();
    expect(answer).toMatchObject({ state: 'unknown', reason });
    expect(answer).toHaveProperty('detail', expect.stringMatching(detail));
    expect(answer).toHaveProperty('detail', expect.not.stringContaining('\n'));
    expect(await createStore().search(['a'])).toMatchObject({ state: 'unknown', reason });
    expect(await createStore().list()).toMatchObject({ state: 'unknown', reason });
  });

  it.each(['hang', 'stall'] as const)('ends although requests %s', async (reply) => {
    await serve(() => reply);
    expect(await ask('/a', { deadlineMs: 500 })).toMatchObject({ state: 'unknown', reason: 'timeout' });
  }, patience);

  it('ends although pages never do', async () => {
    await serve(() => ok({ Parameters: [], NextToken: 'again' }));
    expect(await ask('/a', { deadlineMs: 500 })).toMatchObject({ state: 'unknown', reason: 'timeout' });
  }, patience);

  it('gives one time to all of its questions together', async () => {
    const { calls } = await serve(() => 'hang');
    const store = createStore({ deadlineMs: 700 });
    expect((await store.lookUp(['/a'])).get('/a')).toMatchObject({ reason: 'timeout' });
    const started = calls.length;
    for (let question = 0; question < 20; question++) expect(await store.search(['a'])).toMatchObject({ reason: 'timeout' });
    expect(started).toBeLessThanOrEqual(1);
  }, patience);

  it('names the endpoint that it could not reach', async () => {
    const { endpoint, close } = await serve(() => 'hang');
    await close();
    expect(await ask()).toMatchObject({ reason: 'unreachable', detail: expect.stringContaining(`${endpoint} (ECONNREFUSED)`) });
  });

  it('tries again as often as it is told', async () => {
    const { calls } = await serve(() => (calls.length < 3 ? fail('ThrottlingException') : answerFrom({ '/a': secret }, calls[0] ?? never())));
    expect(await ask('/a', { maxAttempts: 3 })).toMatchObject({ state: 'present' });
    expect(calls).toHaveLength(3);
  });

  it('keeps the answers that came before the deadline', async () => {
    await serve((call) => (call.input.ParameterFilters?.[0]?.Values.includes('/n0') === true ? answerFrom({ '/n0': secret }, call) : 'hang'));
    const names = Array.from({ length: 60 }, (_, number) => `/n${String(number)}`);
    const answers = await createStore({ deadlineMs: 1500 }).lookUp(names);
    expect(answers.get('/n0')?.state).toBe('present');
    expect(answers.get('/n1')?.state).toBe('absent');
    expect(answers.get('/n59')).toMatchObject({ state: 'unknown', reason: 'timeout' });
  }, patience);
});

describe('a store that denies', () => {
  it('is asked by GetParameters, without decryption, where DescribeParameters is denied', async () => {
    const { calls } = await serve((call) =>
      call.action === 'DescribeParameters' ? fail('AccessDeniedException') : answerFrom({ '/a': secret }, call),
    );
    const answers = await createStore({ now: () => 7 }).lookUp(['/a', '/b']);
    const evidence = { checkedAt: 7, account: '123456789012', region: 'eu-west-1' };
    expect(answers.get('/a')).toEqual({ state: 'present', parameter: { name: '/a', type: 'SecureString', version: 1 }, evidence });
    expect(answers.get('/b')).toEqual({ state: 'absent', what: 'parameter', evidence });
    expect(calls.map(({ action, input }) => [action, input.WithDecryption])).toEqual([
      ['DescribeParameters', undefined],
      ['GetParameters', false],
    ]);
    expect(inspect(answers, { depth: null })).not.toContain(secret);
  });

  it('says which right listing needs', async () => {
    await serve(() => fail('AccessDeniedException'));
    const unknown = { reason: 'denied', detail: 'not allowed to list parameters: grant ssm:DescribeParameters on *' };
    expect(await createStore().list()).toMatchObject(unknown);
    expect(await createStore().search(['a'])).toMatchObject(unknown);
  });

  it('is asked name by name where one is denied, and denied is never absent', async () => {
    const { calls } = await serve((call) => {
      if (call.action === 'DescribeParameters') return fail('AccessDeniedException');
      return call.input.Names?.includes('/secret') === true ? fail('AccessDeniedException') : answerFrom({ '/a': secret, '/secret': secret }, call);
    });
    const answers = await createStore().lookUp(['/a', '/secret', '/b']);
    expect([...answers.values()].map((answer) => answer.state)).toEqual(['present', 'unknown', 'absent']);
    expect(answers.get('/secret')).toMatchObject({ reason: 'denied' });
    expect(calls.filter(({ action }) => action === 'GetParameters')).toHaveLength(4);
  });

  it('is asked name by name where it refuses one as malformed', async () => {
    await serve((call) => {
      const names = call.input.Names ?? call.input.ParameterFilters?.[0]?.Values ?? [];
      return names.includes('/ssm-x') ? fail('ValidationException') : answerFrom({ '/a': secret }, call);
    });
    const answers = await createStore().lookUp(['/a', '/ssm-x', '/b']);
    expect([...answers.values()].map((answer) => answer.state)).toEqual(['present', 'unknown', 'absent']);
    expect(answers.get('/ssm-x')).toMatchObject({ reason: 'invalid-name' });
  });
});

describe('a store that answers oddly', () => {
  it('is followed over empty pages', async () => {
    const { calls } = await serve(({ input }) => {
      if (input.NextToken === undefined) return ok({ Parameters: [], NextToken: 'one' });
      return input.NextToken === 'one' ? ok({ Parameters: [], NextToken: 'two' }) : ok({ Parameters: [describeParameter('/a', 4)] });
    });
    expect(await ask()).toMatchObject({ state: 'present', parameter: { version: 4 } });
    expect(calls).toHaveLength(3);
  });

  it('is not believed to hold what it was not asked for', async () => {
    await serve(() => ok({ Parameters: [describeParameter('/A'), describeParameter('/a/b')] }));
    expect(await ask()).toMatchObject({ state: 'absent' });
  });

  it('does not leak the value in a body that cannot be parsed', async () => {
    const answers: unknown[] = [];
    const cut = { status: 200, body: `{"Parameters":[{"Value":"${secret}"` };
    await serve(({ action }) => (action === 'GetParameters' ? cut : fail('AccessDeniedException')));
    answers.push(await ask(), await createStore().list());
    expect(inspect(answers, { depth: null, showHidden: true })).not.toContain(secret);
  });

  it('has at most four requests open', async () => {
    const { peak, calls } = await serve(async (call) => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      return answerFrom({}, call);
    });
    await createStore().lookUp(Array.from({ length: 500 }, (_, number) => `/n${String(number)}`));
    expect(calls).toHaveLength(10);
    expect(peak()).toBeLessThanOrEqual(4);
  });

  it('is asked with fragments in several cases, fifty at a time', async () => {
    const { calls } = await serve(() => ok({ Parameters: [describeParameter('/x/DbPassword'), describeParameter('/x/DbPassword')] }));
    expect(await createStore().search(['db-password', "'; drop"])).toMatchObject({ parameters: [{ name: '/x/DbPassword' }] });
    expect(calls[0]?.input.ParameterFilters).toEqual([{ Key: 'Name', Option: 'Contains', Values: ['db-password', 'DB-PASSWORD', 'Db-Password'] }]);
    await createStore().search(Array.from({ length: 40 }, (_, number) => `name-${String(number)}`));
    expect(calls.slice(1).map(({ input }) => input.ParameterFilters?.[0]?.Values.length)).toEqual([50, 50, 20]);
  });
});

describe('signing in', () => {
  it('does not load the SDK or ask anybody for malformed names only', async () => {
    const { calls } = await serve(() => 'hang');
    expect(await ask('//')).toMatchObject({ reason: 'invalid-name' });
    expect(calls).toEqual([]);
  });

  it('says that there is no region', async () => {
    Object.assign(env, fakeKeys);
    expect(await ask()).toMatchObject({ reason: 'no-region', detail: expect.stringContaining('AWS_REGION') });
  });

  it.each([
    [{ AWS_DEFAULT_REGION: 'eu-north-1' }, 'eu-north-1'],
    [{ AWS_REGION: 'eu-south-1', AWS_DEFAULT_REGION: 'eu-north-1' }, 'eu-south-1'],
    [{ AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-north-1' }, 'eu-north-1'],
    [{ AWS_REGION: '', AWS_PROFILE: 'work' }, 'eu-central-2'],
  ])('takes the region from %o', async (settings, region) => {
    const { endpoint } = await serve((call) => answerFrom({}, call));
    await writeProfile(`[profile work]\nregion = eu-central-2\n${profileKeys}`);
    delete env['AWS_REGION'];
    Object.assign(env, settings);
    const store = createStore();
    expect((await store.lookUp(['/a'])).get('/a')).toMatchObject({ state: 'absent', evidence: { region } });
    expect(store.label).toBe(`AWS ${region} at ${endpoint}`);
  });

  it('says how to sign in where there are no credentials', async () => {
    env['AWS_REGION'] = 'eu-west-1';
    expect(await ask()).toMatchObject({ reason: 'no-credentials', detail: expect.stringContaining('`aws sso login`') });
    env['AWS_PROFILE'] = 'work';
    expect(await ask()).toMatchObject({ reason: 'no-credentials', detail: expect.stringContaining('`aws sso login --profile work`') });
    env['AWS_PROFILE'] = 'work; rm -rf x';
    expect(await ask()).toMatchObject({ detail: expect.not.stringContaining('rm') });
  });

  it('tells expired single sign-on from no credentials', async () => {
    env['AWS_REGION'] = 'eu-west-1';
    env['AWS_PROFILE'] = 'work';
    const startUrl = 'https://example.awsapps.com/start';
    const account = 'sso_account_id = 123456789012\nsso_role_name = reader\n';
    await writeProfile(`[profile work]\nsso_start_url = ${startUrl}\nsso_region = eu-west-1\n${account}`);
    expect(await ask()).toMatchObject({ reason: 'no-credentials' });
    await mkdir(join(isolated.home, '.aws', 'sso', 'cache'), { recursive: true });
    const cached = `${createHash('sha1').update(startUrl).digest('hex')}.json`;
    const token = { accessToken: 'expired', expiresAt: '2020-01-01T00:00:00Z' };
    await writeFile(join(isolated.home, '.aws', 'sso', 'cache', cached), JSON.stringify(token));
    expect(await ask()).toMatchObject({ reason: 'expired-credentials', detail: expect.stringContaining('--profile work') });
  });

  it.skipIf(platform === 'win32')('ends although the credential process does not', async () => {
    Object.assign(env, { AWS_REGION: 'eu-west-1', AWS_PROFILE: 'slow' });
    await writeProfile(`[profile slow]\ncredential_process = "${execPath}" -e "setTimeout(() => {}, 3000)"\n`);
    expect(await ask('/a', { deadlineMs: 700 })).toMatchObject({ reason: 'timeout', detail: expect.stringContaining('credential_process') });
  }, patience);

  it('does not show what a credential process wrote', async () => {
    Object.assign(env, { AWS_REGION: 'eu-west-1', AWS_PROFILE: 'broken' });
    await writeProfile(`[profile broken]\ncredential_process = no-such-program --token ${secret}\n`);
    const answer = await ask();
    expect(answer).toMatchObject({ reason: 'no-credentials' });
    expect(inspect(answer)).not.toContain(secret);
  });

  it('asks EC2 for credentials only where the user or a container wants it', async () => {
    await serve((call) => answerFrom({}, call));
    await ask();
    expect(env['AWS_EC2_METADATA_DISABLED']).toBe('true');
    env['AWS_EC2_METADATA_DISABLED'] = 'false';
    await ask();
    expect(env['AWS_EC2_METADATA_DISABLED']).toBe('false');
    delete env['AWS_EC2_METADATA_DISABLED'];
    env['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI'] = '/x';
    await ask();
    expect(env['AWS_EC2_METADATA_DISABLED']).toBeUndefined();
  });

  it('succeeds after a failure, once the user has signed in', async () => {
    const { endpoint } = await serve((call) => answerFrom({}, call));
    for (const name of Object.keys(fakeKeys)) delete env[name];
    const store = createStore();
    expect((await store.lookUp(['/a'])).get('/a')).toMatchObject({ reason: 'no-credentials' });
    useEndpoint(endpoint);
    expect((await store.lookUp(['/a'])).get('/a')).toMatchObject({ state: 'absent' });
  });
});

describe('trust', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'paramguard-root-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  it.each(['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE'])('does not read %s out of the scanned folder', async (variable) => {
    const { calls } = await serve((call) => answerFrom({}, call));
    env[variable] = join(root, 'nested', 'aws.ini');
    expect(await ask('/a', { root })).toMatchObject({ reason: 'no-credentials', detail: expect.stringContaining(variable) });
    expect(await createStore({ root }).list()).toMatchObject({ reason: 'no-credentials' });
    expect(calls).toEqual([]);
    env[variable] = join(isolated.home, 'aws.ini');
    expect(await ask('/a', { root })).toMatchObject({ state: 'absent' });
  });

  it.skipIf(platform === 'win32')('sees through a link into the scanned folder', async () => {
    await serve((call) => answerFrom({}, call));
    await writeFile(join(root, 'aws.ini'), '');
    await symlink(join(root, 'aws.ini'), join(isolated.home, 'aws.ini'));
    env['AWS_CONFIG_FILE'] = join(isolated.home, 'aws.ini');
    expect(await ask('/a', { root })).toMatchObject({ reason: 'no-credentials' });
  });

  it('shows an overridden endpoint, without the password in it', () => {
    env['AWS_REGION'] = 'eu-west-1';
    expect(createStore().label).toBe('AWS eu-west-1');
    env['AWS_ENDPOINT_URL'] = `https://user:${secret}@example.com/path`;
    expect(createStore().label).toBe('AWS eu-west-1 at https://example.com');
    env['AWS_ENDPOINT_URL_SSM'] = 'http://127.0.0.1:1';
    expect(createStore().label).toBe('AWS eu-west-1 at http://127.0.0.1:1');
    env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] = 'true';
    expect(createStore().label).toBe('AWS eu-west-1');
  });

  it('shows an endpoint that the profile names, once it was asked', async () => {
    const { endpoint } = await serve((call) => answerFrom({ '/a': secret }, call));
    await writeProfile(`[profile work]\nregion = eu-west-1\nservices = local\n${profileKeys}[services local]\nssm =\n  endpoint_url = ${endpoint}\n`);
    for (const name of Object.keys(env)) if (name.startsWith('AWS_')) delete env[name];
    env['AWS_PROFILE'] = 'work';
    const store = createStore();
    expect((await store.lookUp(['/a'])).get('/a')).toMatchObject({ state: 'present' });
    expect(store.label).toBe(`AWS eu-west-1 at ${endpoint}`);
  });

  it.each(['not a URL', 'ftp://example.com'])('refuses %s as an endpoint', async (endpoint) => {
    useEndpoint(endpoint);
    expect(await ask()).toMatchObject({ reason: 'unreachable', detail: expect.stringContaining('AWS_ENDPOINT_URL') });
  });
});

it('writes nothing to the terminal, whatever the SDK would like to say', async () => {
  const { endpoint } = await serve((call) => answerFrom({}, call));
  await writeProfile(`[profile work]\n${profileKeys}`);
  const file = join(isolated.home, 'ssm.cjs');
  await build({ entryPoints: ['src/io/ssm.ts'], bundle: true, platform: 'node', format: 'cjs', outfile: file, logLevel: 'silent' });
  const store = `require(${JSON.stringify(file)}).createAwsStore({ deadlineMs: ${String(patience)} })`;
  const script = `${store}.lookUp(['/a']).then((answers) => console.log(answers.get('/a').state))`;
  // static keys beside a profile, an old Node.js: the SDK warns of both, once in a process
  const settings = { ...fakeKeys, AWS_PROFILE: 'work', AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_SSM: endpoint };
  const result = await promisify(execFile)(execPath, ['-e', script], { env: { HOME: isolated.home, USERPROFILE: isolated.home, ...settings } });
  expect(result).toEqual({ stdout: 'absent\n', stderr: '' });
}, patience);

const profileKeys = `aws_access_key_id = ${fakeKeys.AWS_ACCESS_KEY_ID}\naws_secret_access_key = ${fakeKeys.AWS_SECRET_ACCESS_KEY}\n`;

async function writeProfile(text: string): Promise<void> {
  await mkdir(join(isolated.home, '.aws'), { recursive: true });
  await writeFile(join(isolated.home, '.aws', 'config'), text);
}

function never(): never {
  throw new Error('cannot happen');
}
