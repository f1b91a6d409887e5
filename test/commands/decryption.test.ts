import { env as ownEnv } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeKeys } from '../support/aws-environment.ts';
import { makeFolder, runAsync } from '../support/command.ts';
import { fake } from '../support/fake.ts';
import { fail, forward, startFaultServer, type Call, type FaultServer } from '../support/fault-server.ts';
import { findMoto, startMoto, type Moto } from '../support/moto.ts';

const password = fake.weakPassword();

/** moto gives an undecrypted value as `kms:KEY:PLAINTEXT`: what holds this mark was not decrypted. */
const mark = `kms:alias/aws/ssm:${password}`;

describe.skipIf(findMoto() === undefined && ownEnv['PARAMGUARD_REQUIRE_MOTO'] !== '1')('who asks to decrypt (needs moto_server)', () => {
  let moto: Moto;
  let server: FaultServer;
  const bodies: string[] = [];
  let isListingDenied = false;
  beforeAll(async () => {
    moto = await startMoto();
    server = await startFaultServer(async (call: Call) => {
      if (isListingDenied && call.action === 'DescribeParameters') return fail('AccessDeniedException');
      const reply = await forward(moto.endpoint, call);
      if (typeof reply === 'object') bodies.push(reply.body);
      return reply;
    });
    await forward(moto.endpoint, { action: 'PutParameter', input: { Name: '/prod/shop/db-password', Type: 'SecureString', Value: password } });
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await moto.stop();
  });

  const run = async (args: readonly string[]): Promise<readonly Call[]> => {
    server.calls.length = 0;
    bodies.length = 0;
    const folder = makeFolder({ '.env': `DB_PASSWORD=${password}\n`, 'a.sh': 'aws ssm get-parameter --name /prod/shop/db-password:1 --with-decryption\n', 'paramguard.json': '{"map": {"DB_PASSWORD": "/prod/shop/db-password"}}' });
    const { stdout, stderr } = await runAsync(folder, args, { ...fakeKeys, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_SSM: server.endpoint, REFERENCE: 'ssm:///prod/shop/db-password' });
    expect(stdout + stderr).not.toContain(password);
    expect(server.calls).not.toEqual([]);
    return server.calls;
  };
  const isDecrypting = ({ input }: Call): boolean => input.WithDecryption === true;

  it.each([[['scan', '--store', 'aws']], [['fix', '--store', 'aws']], [['fix', '--apply', '--store', 'aws']], [['sync']], [['push', '.env', '--name', '/prod/shop/new']], [['push', '.env', '--name', '/prod/shop/new', '--apply']]])('%j does not', async (args) => {
    expect((await run(args)).filter(isDecrypting)).toEqual([]);
    for (const body of bodies) expect(body.replaceAll(mark, '')).not.toContain(password);
  });

  it('scan and fix do not where only GetParameters is allowed, and what they get is not decrypted', async () => {
    isListingDenied = true;
    for (const args of [['scan', '--store', 'aws'], ['fix', '--store', 'aws']]) {
      const calls = await run(args);
      expect(calls.filter(({ action }) => action === 'GetParameters').length).toBeGreaterThan(0);
      expect(calls.filter(isDecrypting)).toEqual([]);
      expect(bodies.join('')).toContain(mark);
    }
    isListingDenied = false;
  });

  it.each([[['match']], [['exec', '--', process.execPath, '-e', '']], [['push', '.env', '--name', '/prod/shop/db-password']]])('%j does, to compare or to hand over', async (args) => {
    expect((await run(args)).filter(isDecrypting)).not.toEqual([]);
  });
});
