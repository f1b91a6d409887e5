import { chmodSync, lstatSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { env as ownEnv } from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeKeys } from '../support/aws-environment.ts';
import { makeFolder, put, runAsync, type Outcome } from '../support/command.ts';
import { fake } from '../support/fake.ts';
import { answerFrom, describeParameter, fail, forward, ok, startFaultServer, type Call, type FaultServer, type Reply } from '../support/fault-server.ts';
import { findMoto, startMoto, type Moto } from '../support/moto.ts';
import { readWithCli } from '../support/stored-values.ts';

const password = fake.weakPassword();
const key = fake.alphanumeric(32, 'push');
const url = `postgres://app:${fake.alphanumeric(18, 'url')}@db.internal/orders`;
const dotenv = `# settings\nPORT=8080\nDB_PASSWORD=${password}\nexport API_KEY="${key}" # of the shop\nDATABASE_URL=${url}\n`;
const secrets = [password, key, url];
const config = '{"prefix": "/prod/shop"}';

let server: FaultServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const serve = async (answer: (call: Call) => Reply | Promise<Reply>): Promise<FaultServer> => (server = await startFaultServer(answer));

/** Runs push at the server of the test; nothing that it prints may hold a secret. */
async function push(folder: string, ...args: readonly string[]): Promise<Outcome> {
  const outcome = await runAsync(folder, ['push', ...args], { ...fakeKeys, AWS_REGION: 'eu-west-1', ...(server === undefined ? {} : { AWS_ENDPOINT_URL_SSM: server.endpoint }) });
  for (const secret of secrets) expect(outcome.stdout + outcome.stderr).not.toContain(secret);
  return outcome;
}

const read = (folder: string, name = '.env'): string => readFileSync(path.join(folder, name), 'utf8');
const getPuts = (): Call['input'][] => (server?.calls ?? []).filter(({ action }) => action === 'PutParameter').map(({ input }) => input);
const makeProject = (text = dotenv, settings = config): string => makeFolder({ '.env': text, 'paramguard.json': settings });

describe.skipIf(findMoto() === undefined && ownEnv['PARAMGUARD_REQUIRE_MOTO'] !== '1')('push to Parameter Store (needs moto_server)', () => {
  let moto: Moto;
  beforeAll(async () => {
    // moto is fed through a client of its own
    ownEnv['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
    moto = await startMoto();
  }, 60_000);
  afterAll(() => moto.stop());
  afterEach(() => fetch(`${moto.endpoint}/moto-api/reset`, { method: 'POST' }));
  const serveMoto = (): Promise<FaultServer> => serve((call) => forward(moto.endpoint, call));

  it('shows what it would do, and does nothing', async () => {
    await serveMoto();
    const folder = makeProject();
    const { code, stdout } = await push(folder, '.env');
    expect(code).toBe(1);
    expect(stdout).toContain('.env:3:13 create /prod/shop/db-password (SecureString, Standard tier, the account’s own key)\n');
    expect(stdout).toContain('+DATABASE_URL=ssm:///prod/shop/database-url\n');
    expect(stdout).toContain('Nothing was stored or written');
    expect(getPuts()).toEqual([]);
    expect(read(folder)).toBe(dotenv);
  });

  it('stores every secret of a .env file and refers to it, without ever asking to decrypt', async () => {
    const { calls } = await serveMoto();
    const folder = makeProject();
    chmodSync(path.join(folder, '.env'), 0o640);
    const { code, stdout } = await push(folder, '.env', '--apply');
    expect(code).toBe(0);
    expect(stdout).toMatch(/stored: \/prod\/shop\/db-password: SecureString v1, checked just now in 123456789012\/eu-west-1/u);
    expect(stdout).toContain('git history');
    expect(read(folder)).toBe('# settings\nPORT=8080\nDB_PASSWORD=ssm:///prod/shop/db-password\nexport API_KEY=ssm:///prod/shop/api-key # of the shop\nDATABASE_URL=ssm:///prod/shop/database-url\n');
    expect(lstatSync(path.join(folder, '.env')).mode & 0o777).toBe(0o640);
    expect(getPuts().map(({ Type, Overwrite, Tier, KeyId }) => [Type, Overwrite, Tier, KeyId])).toEqual(Array.from({ length: 3 }, () => ['SecureString', false, 'Standard', undefined]));
    expect(calls.filter(({ input }) => input.WithDecryption === true)).toEqual([]);
  });

  it('stores what the AWS CLI reads back and what exec gives to the program', async () => {
    await serveMoto();
    const folder = makeProject();
    await push(folder, '.env', '--apply');
    const stored = ['/prod/shop/db-password', '/prod/shop/api-key', '/prod/shop/database-url'].map((name) => readWithCli(moto.endpoint, name));
    expect(stored[0] === undefined ? secrets : stored).toEqual(secrets);
    const print = 'JSON.stringify([process.env.DB_PASSWORD, process.env.API_KEY, process.env.DATABASE_URL])';
    const outcome = await runAsync(folder, ['exec', '--dotenv', '.env', '--', process.execPath, '-p', print], { ...fakeKeys, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_SSM: moto.endpoint });
    expect(JSON.parse(outcome.stdout)).toEqual(secrets);
  });

  it('takes a parameter with the same value for done', async () => {
    await serveMoto();
    const folder = makeProject();
    await push(folder, '.env', '--apply');
    put(folder, '.env', dotenv);
    const { code, stdout } = await push(folder, '.env', '--apply');
    expect(code).toBe(0);
    expect(stdout.match(/is there already/gu)).toHaveLength(3);
    expect(getPuts()).toHaveLength(3);
    expect(read(folder)).not.toContain(password);
  });

  it('leaves another value alone unless it is told to write over it, and then keeps the key', async () => {
    await serveMoto();
    await forward(moto.endpoint, { action: 'PutParameter', input: { Name: '/prod/shop/db-password', Type: 'SecureString', Value: 'other', KeyId: 'alias/theirs' } });
    const folder = makeProject(`DB_PASSWORD=${password}\n`);
    expect(await push(folder, '.env', '--apply')).toMatchObject({ code: 1, stdout: expect.stringContaining('holds another value; --overwrite replaces it') });
    expect(read(folder)).toContain(password);
    expect((await push(folder, '.env', '--overwrite')).stdout).toContain('write v2 of /prod/shop/db-password');
    expect(await push(folder, '.env', '--overwrite', '--apply')).toMatchObject({ code: 0, stdout: expect.stringContaining('SecureString v2') });
    expect(getPuts()).toMatchObject([{ Overwrite: true, KeyId: 'alias/theirs' }]);
    expect(read(folder)).toBe('DB_PASSWORD=ssm:///prod/shop/db-password\n');
  });

  it('takes a value with a line break at its end for another one', async () => {
    await serveMoto();
    await forward(moto.endpoint, { action: 'PutParameter', input: { Name: '/prod/shop/db-password', Type: 'SecureString', Value: `${password}\n` } });
    expect((await push(makeProject(`DB_PASSWORD=${password}\n`), '.env', '--apply')).stdout).toContain('this value with a line break at its end');
  });

  it('refuses to store beside a parameter that is not encrypted, and names one that differs in case', async () => {
    await serveMoto();
    await moto.put([{ name: '/prod/shop/db-password', type: 'String', version: 1, value: password }, { name: '/prod/shop/API_KEY', type: 'SecureString', version: 1, value: key }]);
    const { stdout } = await push(makeProject(), '.env');
    expect(stdout).toContain('/prod/shop/db-password is there as String');
    expect(stdout).toContain('create /prod/shop/api-key (SecureString, Standard tier, the account’s own key); /prod/shop/API_KEY is there');
  });

  it('takes one secret of a program, and leaves the others alone', async () => {
    await serveMoto();
    const program = `export const load = async () => {\n  const dbPassword = '${password}';\n  const apiKey = '${key}';\n  return [dbPassword, apiKey];\n};\n`;
    const folder = makeFolder({ 'a.mjs': program, 'paramguard.json': '{"kmsKeyId": "alias/shop"}' });
    expect(await push(folder, 'a.mjs:2')).toMatchObject({ code: 1, stdout: expect.stringContaining('set "prefix" in the config') });
    expect(await push(folder, 'a.mjs:2', '--name', '/prod/x/db', '--apply')).toMatchObject({ code: 0 });
    expect(read(folder, 'a.mjs')).toContain("const dbPassword = await readParameter('/prod/x/db');");
    expect(read(folder, 'a.mjs')).toContain(`const apiKey = '${key}';`);
    expect(getPuts()).toMatchObject([{ Name: '/prod/x/db', Value: password, KeyId: 'alias/shop' }]);
  });

  it('goes on where it stopped half-way', async () => {
    let isBroken = true;
    await serve((call) => (isBroken && call.input.Name === '/prod/shop/api-key' && call.action === 'PutParameter' ? fail('InvalidKeyId') : forward(moto.endpoint, call)));
    const folder = makeProject();
    const first = await push(folder, '.env', '--apply');
    expect(first).toMatchObject({ code: 2, stdout: expect.stringContaining('run the same command again to go on') });
    expect(first.stdout).toContain('/prod/shop/api-key: KMS does not encrypt with the key alias/aws/ssm');
    expect(read(folder)).toBe(`# settings\nPORT=8080\nDB_PASSWORD=ssm:///prod/shop/db-password\nexport API_KEY="${key}" # of the shop\nDATABASE_URL=ssm:///prod/shop/database-url\n`);
    isBroken = false;
    expect(await push(folder, '.env', '--apply')).toMatchObject({ code: 0 });
    expect(read(folder)).not.toContain(key);
    expect(getPuts().map(({ Name }) => Name)).toEqual(['/prod/shop/db-password', '/prod/shop/api-key', '/prod/shop/database-url', '/prod/shop/api-key']);
  });
});

/** A store that holds nothing yet, as far as the test does not say otherwise. */
const empty = (answer: (call: Call) => Reply | Promise<Reply> | undefined) => (call: Call): Reply | Promise<Reply> => answer(call) ?? answerFrom({}, call);
const onPut = (reply: Reply) => empty((call) => (call.action === 'PutParameter' ? reply : undefined));
const single = `DB_PASSWORD=${password}\n`;

describe('push where the store refuses', () => {
  it.each([
    ['denial', fail('AccessDeniedException'), /ssm:PutParameter.*kms:Encrypt/u],
    ['a key that is gone', fail('InvalidKeyId'), /KMS does not encrypt with the key alias\/aws\/ssm/u],
    ['a key that is disabled', fail('DisabledException'), /KMS does not encrypt/u],
    ['too many parameters', fail('ParameterLimitExceeded'), /as many parameters as it may/u],
    ['throttling', fail('ThrottlingException'), /busy/u],
    ['a cut connection', 'reset', /cannot reach .*whether .* was written is not known/u],
    ['no answer', 'hang', /no answer .*whether .* was written is not known/u],
    ['an expired token', fail('ExpiredTokenException'), /does not accept these credentials/u],
    ['a captive portal', { status: 200, body: '<html>' }, /no usable answer/u],
  ] satisfies [string, Reply, RegExp][])('says so in one line after %s, and leaves the file', async (_, reply, detail) => {
    await serve(onPut(reply));
    const folder = makeProject(single);
    const { code, stdout } = await push(folder, '.env', '--apply', '--store-timeout', reply === 'hang' ? '3' : '30');
    expect(code).toBe(2);
    expect(stdout.split('\n').filter((line) => line.includes('not stored'))).toEqual([expect.stringMatching(detail)]);
    expect(read(folder)).toBe(single);
  });

  it('does not refer to what it did not see afterwards', async () => {
    await serve(onPut(ok({ Version: 1 })));
    const folder = makeProject(single);
    expect(await push(folder, '.env', '--apply')).toMatchObject({ code: 2, stdout: expect.stringContaining('written, but not seen afterwards') });
    expect(read(folder)).toBe(single);
  });

  it.each([
    ['the same value', password, 0],
    ['another value', 'other', 1],
  ])('a parameter that is created in the meantime with %s', async (_, value, expected) => {
    let isThere = false;
    await serve((call) => {
      if (call.action !== 'PutParameter') return answerFrom(isThere ? { '/prod/shop/db-password': value } : {}, call);
      isThere = true;
      return fail('ParameterAlreadyExists');
    });
    const folder = makeProject(single);
    expect((await push(folder, '.env', '--apply')).code).toBe(expected);
    expect(read(folder)).toBe(expected === 0 ? 'DB_PASSWORD=ssm:///prod/shop/db-password\n' : single);
  });

  it('stores nothing where it cannot look first', async () => {
    await serve(() => fail('AccessDeniedException'));
    expect(await push(makeProject(single), '.env', '--apply')).toMatchObject({ code: 2, stdout: expect.stringContaining('not allowed') });
    expect(getPuts()).toEqual([]);
    await server?.close();
    server = undefined;
    const folder = makeProject(single);
    const outcome = await runAsync(folder, ['push', '.env', '--apply'], { AWS_REGION: 'eu-west-1' });
    expect(outcome).toMatchObject({ code: 2, stdout: expect.stringContaining('no AWS credentials') });
  });
});

describe('push of a file that cannot be rewritten', () => {
  const refuse = async (folder: string, name: string, reason: RegExp): Promise<void> => {
    await serve(empty(() => undefined));
    const { code, stdout, stderr } = await push(folder, name, '--apply');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toEqual([expect.stringMatching(reason)]);
    expect(server?.calls).toEqual([]);
    await server?.close();
  };

  it('stores nothing of a link, a read-only file, a folder, a missing file or one in UTF-16', async () => {
    const folder = makeFolder({ real: single, 'read-only.env': single, 'wide.env': Buffer.from(`\uFEFF${single}`, 'utf16le') });
    symlinkSync('real', path.join(folder, '.env'));
    chmodSync(path.join(folder, 'read-only.env'), 0o444);
    mkdirSync(path.join(folder, 'd.env'));
    await refuse(folder, '.env', /\.env is a link/u);
    await refuse(folder, 'read-only.env', /is read-only; nothing was stored/u);
    await refuse(folder, 'd.env', /d\.env: no such file/u);
    await refuse(folder, 'missing.env', /no such file/u);
    await refuse(folder, 'wide.env', /utf-16le/u);
    await refuse(folder, 'real:7', /no secret was found in real:7/u);
    expect(read(folder, 'real')).toBe(single);
  });

  it('stores nothing where the file changed since it was read', async () => {
    const folder = makeProject(single);
    await serve(empty(() => {
      put(folder, '.env', `${single}OTHER=1\n`);
      return undefined;
    }));
    expect(await push(folder, '.env', '--apply')).toMatchObject({ code: 2, stderr: expect.stringContaining('changed since it was scanned; nothing was stored') });
    expect(getPuts()).toEqual([]);
  });

  it('does not write over what was changed while it stored', async () => {
    const folder = makeProject(single);
    let isThere = false;
    await serve((call) => {
      if (call.action !== 'PutParameter') return answerFrom(isThere ? { '/prod/shop/db-password': password } : {}, call);
      isThere = true;
      put(folder, '.env', `${single}OTHER=1\n`);
      return ok({ Version: 1 });
    });
    const { code, stdout, stderr } = await push(folder, '.env', '--apply');
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('not written: it changed') });
    expect(stdout).toContain('stored: /prod/shop/db-password');
    expect(read(folder)).toBe(`${single}OTHER=1\n`);
    expect(await push(folder, '.env', '--apply')).toMatchObject({ code: 0 });
    expect(read(folder)).toBe('DB_PASSWORD=ssm:///prod/shop/db-password\nOTHER=1\n');
  });
});

describe('names', () => {
  const plan = async (text: string, settings: string, ...args: string[]): Promise<Outcome> => {
    await serve(empty(() => undefined));
    const folder = makeProject(text, settings);
    return push(folder, ...(args.length === 0 ? ['.env'] : args));
  };

  it('come from the map before the prefix', async () => {
    expect((await plan(single, '{"prefix": "/prod/shop", "map": {"DB_PASSWORD": "/prod/x/pw"}}')).stdout).toContain('create /prod/x/pw');
  });

  it('are refused where two values would share one', async () => {
    const { code, stdout } = await plan(`DB_PASSWORD=${password}\nDB_PASSWD=${fake.weakPassword(2023)}\n`, '{"map": {"DB_PASSWORD": "/prod/x/pw"}}');
    expect(code).toBe(1);
    expect(stdout.match(/other values of this file would go to \/prod\/x\/pw too/gu)).toHaveLength(2);
  });

  it('are refused where AWS keeps them for itself', async () => {
    expect((await plan(single, '{}', '.env:1', '--name', '/aws/x')).stdout).toContain('AWS keeps names');
    expect((await plan(single, '{}', '.env:1', '--name', 'a//b')).stdout).toContain('makes no parameter name');
  });

  it('are not made for another stage', async () => {
    await serve(empty(() => undefined));
    const folder = makeFolder({ '.env.staging': single, 'paramguard.json': config });
    expect((await push(folder, '.env.staging')).stdout).toContain('the file is for staging and the prefix /prod/shop/ for prod');
  });

  it('are not given to several secrets', async () => {
    const two = `DB_PASSWORD=${password}\nAPI_KEY=${key}\n`;
    expect(await plan(two, '{}', '.env', '--name', '/a/b')).toMatchObject({ code: 2, stderr: expect.stringContaining('--name is for one secret, and there are 2 here: .env:1:13, .env:2:9') });
  });

  it('lead to one request where a value stands twice', async () => {
    let isThere = false;
    await serve((call) => {
      if (call.action !== 'PutParameter') return answerFrom(isThere ? { '/prod/x/pw': password } : {}, call);
      isThere = true;
      return ok({ Version: describeParameter('/prod/x/pw').Version });
    });
    const folder = makeProject(`DB_PASSWORD=${password}\nDB_PASSWD=${password}\n`, '{"map": {"DB_PASSWORD": "/prod/x/pw"}}');
    expect((await push(folder, '.env', '--apply')).code).toBe(0);
    expect(getPuts()).toHaveLength(1);
    expect(read(folder)).toBe('DB_PASSWORD=ssm:///prod/x/pw\nDB_PASSWD=ssm:///prod/x/pw\n');
  });
});
