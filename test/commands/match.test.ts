import { env as ownEnv } from 'node:process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fakeKeys } from '../support/aws-environment.ts';
import { makeFolder, runAsync, type Outcome } from '../support/command.ts';
import { fake } from '../support/fake.ts';
import { answerFrom, describeParameter, fail, forward, ok, startFaultServer, type Call, type FaultServer, type Reply } from '../support/fault-server.ts';
import { findMoto, startMoto, type Moto } from '../support/moto.ts';

const password = fake.weakPassword();
const later = fake.weakPassword(2026);
const url = `postgres://app:${fake.alphanumeric(18, 'url')}@db.internal/orders`;

let server: FaultServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

const serve = async (answer: (call: Call) => Reply | Promise<Reply>): Promise<FaultServer> => (server = await startFaultServer(answer));

async function match(folder: string, ...args: readonly string[]): Promise<Outcome> {
  const outcome = await runAsync(folder, ['match', ...args], { ...fakeKeys, AWS_REGION: 'eu-west-1', ...(server === undefined ? {} : { AWS_ENDPOINT_URL_SSM: server.endpoint }) });
  for (const secret of [password, later, url]) expect(outcome.stdout + outcome.stderr).not.toContain(secret);
  return outcome;
}

interface Match {
  readonly state: string;
  readonly since?: number;
  readonly parameter?: { readonly name: string; readonly version: number };
  readonly compared?: readonly string[];
  readonly differsInLineBreak?: boolean;
  readonly detail?: string;
}

const matchJson = async (text: string, ...args: readonly string[]): Promise<{ code: number | null; matches: Match[] }> => {
  const { code, stdout } = await match(makeFolder({ '.env': text }), '--format', 'json', ...args);
  return { code, matches: (JSON.parse(stdout) as { matches: Match[] }).matches };
};

describe.skipIf(findMoto() === undefined && ownEnv['PARAMGUARD_REQUIRE_MOTO'] !== '1')('match with Parameter Store (needs moto_server)', () => {
  let moto: Moto;
  beforeAll(async () => {
    moto = await startMoto();
  }, 60_000);
  afterAll(() => moto.stop());
  afterEach(() => fetch(`${moto.endpoint}/moto-api/reset`, { method: 'POST' }));

  const store = async (name: string, ...values: readonly string[]): Promise<void> => {
    await serve((call) => forward(moto.endpoint, call));
    for (const Value of values) await forward(moto.endpoint, { action: 'PutParameter', input: { Name: name, Type: 'SecureString', Value, Overwrite: true } });
  };

  it('says current', async () => {
    await store('/prod/shop/db-password', 'first', password);
    const { code, stdout } = await match(makeFolder({ '.env': `DB_PASSWORD=${password}\n` }));
    expect(code).toBe(0);
    expect(stdout).toMatch(/^\.env:1:13 A password[^\n]+\n {4}current: the value of \/prod\/shop\/db-password: SecureString v2, checked just now in eu-west-1\n\n1 current\.\n$/u);
  });

  it('says since when it is rotated', async () => {
    await store('/prod/shop/db-password', 'first', password, later, 'fourth');
    expect(await matchJson(`DB_PASSWORD=${password}\n`)).toMatchObject({ code: 0, matches: [{ state: 'rotated', since: 3, parameter: { name: '/prod/shop/db-password', version: 4 } }] });
    expect((await match(makeFolder({ '.env': `DB_PASSWORD=${password}\n` }))).stdout).toContain('rotated since v3');
  });

  it('takes the latest version that is equal', async () => {
    await store('/prod/shop/db-password', password, 'second', password, 'fourth');
    expect((await matchJson(`DB_PASSWORD=${password}\n`)).matches).toMatchObject([{ state: 'rotated', since: 4 }]);
  });

  it('finds it in more versions than a page holds', async () => {
    await store('/prod/shop/db-password', 'first', password, ...Array.from({ length: 60 }, (_, number) => `value ${String(number)}`));
    expect((await matchJson(`DB_PASSWORD=${password}\n`)).matches).toMatchObject([{ state: 'rotated', since: 3 }]);
  });

  it('says not stored, and what it compared', async () => {
    await store('/prod/shop/db-password', later);
    await store('/dev/shop/db-password', 'other');
    expect(await matchJson(`DB_PASSWORD=${password}\nAPI_KEY=${fake.hex(32)}\n`)).toMatchObject({ code: 0, matches: [{ state: 'not-stored', compared: ['/dev/shop/db-password', '/prod/shop/db-password'] }, { state: 'not-stored', compared: [] }] });
  });

  it('compares with the one that is named', async () => {
    await store('/elsewhere/x', password);
    expect((await matchJson(`DB_PASSWORD=${password}\n`)).matches).toMatchObject([{ state: 'not-stored' }]);
    expect((await matchJson(`DB_PASSWORD=${password}\n`, '--name', '/elsewhere/x')).matches).toMatchObject([{ state: 'current', parameter: { name: '/elsewhere/x' } }]);
  });

  it('tells a value with a line break at its end', async () => {
    await store('/prod/shop/db-password', `${password}\n`);
    expect((await matchJson(`DB_PASSWORD=${password}\n`)).matches).toMatchObject([{ state: 'current', differsInLineBreak: true }]);
  });

  it('compares a URL as a whole and its password alone', async () => {
    await store('/prod/shop/database-url', url);
    await store('/prod/shop/password', url.slice(15, 33));
    expect((await matchJson(`DATABASE_URL=${url}\n`, '--name', '/prod/shop/database-url')).matches).toMatchObject([{ state: 'current' }]);
    expect((await matchJson(`DATABASE_URL=${url}\n`, '--name', '/prod/shop/password')).matches).toMatchObject([{ state: 'current' }]);
  });
});

describe('match where nothing is sure', () => {
  const text = `DB_PASSWORD=${password}\n`;
  const found = ok({ Parameters: [describeParameter('/prod/shop/db-password', 3)] });
  const reply = (replies: Readonly<Record<string, Reply>>) => (call: Call): Reply => replies[call.action] ?? answerFrom({ '/prod/shop/db-password': later }, call);

  it.each([
    ['may not list', { DescribeParameters: fail('AccessDeniedException') }, /ssm:DescribeParameters/u],
    ['may not decrypt', { DescribeParameters: found, GetParameters: fail('AccessDeniedException') }, /kms:Decrypt/u],
    ['may not read the history', { DescribeParameters: found, GetParameterHistory: fail('AccessDeniedException') }, /differs from the current version.*ssm:GetParameterHistory/u],
    ['is throttled', { DescribeParameters: found, GetParameterHistory: fail('ThrottlingException') }, /busy/u],
    ['gets a history without values', { DescribeParameters: found, GetParameterHistory: ok({ Parameters: [{ Version: 1 }] }) }, /no usable answer/u],
  ] satisfies [string, Readonly<Record<string, Reply>>, RegExp][])('it says unknown where it %s, and exits 2', async (_, replies, detail) => {
    await serve(reply(replies));
    expect(await matchJson(text, '--store-timeout', '30')).toEqual({ code: 2, matches: [expect.objectContaining({ state: 'unknown', detail: expect.stringMatching(detail) })] });
  });

  it('answers from the current value where that is enough', async () => {
    await serve((call) => (call.action === 'GetParameterHistory' ? fail('AccessDeniedException') : answerFrom({ '/prod/shop/db-password': password }, call)));
    expect(await matchJson(text, '--name', '/prod/shop/db-password')).toMatchObject({ code: 0, matches: [{ state: 'current' }] });
  });

  it('says unknown without credentials', async () => {
    const folder = makeFolder({ '.env': text });
    expect(await runAsync(folder, ['match'], { AWS_REGION: 'eu-west-1' })).toMatchObject({ code: 2, stdout: expect.stringContaining('unknown: no AWS credentials') });
  });

  it('does not take what it was asked wrongly', async () => {
    expect(await match(makeFolder(), '--format', 'sarif')).toMatchObject({ code: 2, stderr: 'paramguard: match writes text or json\n' });
    expect(await match(makeFolder(), '--name', 'a//b')).toMatchObject({ code: 2, stderr: expect.stringContaining('is no parameter name') });
    expect(await match(makeFolder({ 'a.txt': 'x' }))).toMatchObject({ code: 0, stdout: 'No secrets found.\n' });
  });
});
