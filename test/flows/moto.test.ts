import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeKeys } from '../support/aws-environment.ts';
import { isInstalled } from '../support/checker.ts';
import { makeFolder, runAsync } from '../support/command.ts';
import { fake } from '../support/fake.ts';
import { findMoto, startMoto, type Moto } from '../support/moto.ts';

const password = fake.weakPassword();
const token = fake.alphanumeric(32, 'flow');
const isReady = (findMoto() !== undefined && isInstalled('aws')) || process.env['PARAMGUARD_REQUIRE_MOTO'] === '1';

/** From the literal to a program that runs on the parameter: the AWS CLI writes, paramguard rewrites, and what it wrote is run. */
describe.skipIf(!isReady)('a project against a Parameter Store (needs moto_server and the AWS CLI)', () => {
  let moto: Moto;
  let environment: Record<string, string>;
  beforeAll(async () => {
    moto = await startMoto();
    environment = { ...fakeKeys, AWS_REGION: 'eu-west-1', AWS_DEFAULT_REGION: 'eu-west-1', AWS_ENDPOINT_URL: moto.endpoint };
    put('/prod/shop/db-password', password);
    put('/prod/shop/api-token', token);
  }, 60_000);
  afterAll(() => moto.stop());

  /** As the create command that findings show: the value comes on standard input. */
  function put(name: string, value: string): void {
    // through a pipe of the shell: Node gives its children a socket, which /dev/stdin does not open
    const script = 'printf %s "$VALUE" | aws ssm put-parameter --type SecureString --name "$NAME" --value file:///dev/stdin';
    const result = spawnSync('bash', ['-c', script], { env: { ...process.env, ...environment, NAME: name, VALUE: value }, encoding: 'utf8' });
    expect(result).toMatchObject({ status: 0 });
  }

  const files = {
    'paramguard.yaml': 'prefix: /prod/shop\n',
    'package.json': '{"type": "module", "scripts": {"start": "paramguard exec --dotenv .env -- node app.js"}}',
    '.env': `DB_PASSWORD=${password}\nPORT=8080\n`,
    'deploy.sh': `#!/usr/bin/env bash\nset -euo pipefail\nexport API_TOKEN=${token}\nexport DB_PASSWORD='${password}'\nprintf '%s' "$API_TOKEN|$DB_PASSWORD" | wc -c\n`,
    'app.py': `DB_PASSWORD = "${password}"\nAPI_TOKEN = "${token}"\nprint(len(DB_PASSWORD) + len(API_TOKEN) + 1)\n`,
  };

  it('is scanned, matched, fixed, run, checked and given its policy', async () => {
    const folder = makeFolder(files);
    const run = async (...args: readonly string[]) => {
      const outcome = await runAsync(folder, args, environment);
      expect(outcome.stdout + outcome.stderr).not.toContain(password);
      expect(outcome.stdout + outcome.stderr).not.toContain(token);
      return outcome;
    };

    expect(await run('scan', '--store', 'aws')).toMatchObject({ code: 1, stdout: expect.stringContaining('5 leaks in 5 files') });
    expect(await run('match', '--store-timeout', '30')).toMatchObject({ code: 0, stdout: expect.stringContaining('5 current.') });
    expect(await run('fix', '--apply', '--store', 'aws', '--store-timeout', '30')).toMatchObject({ code: 0, stdout: expect.stringContaining('Fixed 5 leaks in 3 files.') });
    expect(await run('scan', '--store', 'aws', '--store-timeout', '30', '--require-verified')).toMatchObject({ code: 0, stdout: expect.stringContaining('References: 5 verified') });

    const length = String(password.length + token.length + 1);
    const script = spawnSync('bash', ['deploy.sh'], { cwd: folder, env: { ...process.env, ...environment }, encoding: 'utf8' });
    expect([script.status, script.stdout.trim()]).toEqual([0, length]);
    if (spawnSync('python3', ['-c', 'import boto3']).status === 0) {
      const program = spawnSync('python3', ['app.py'], { cwd: folder, env: { ...process.env, ...environment }, encoding: 'utf8' });
      expect([program.status, program.stdout.trim()]).toEqual([0, length]);
    }
    const check = 'process.stdout.write(String(process.env.DB_PASSWORD.length) + process.env.PORT)';
    expect(await run('exec', '--dotenv', '.env', '--store-timeout', '30', '--', process.execPath, '-e', check)).toMatchObject({ code: 0, stdout: `${String(password.length)}8080` });

    expect(await run('sync', '--store-timeout', '30')).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(folder, '.paramguard/inventory.json'), 'utf8')).not.toContain(password);
    expect(await run('scan')).toMatchObject({ code: 0, stdout: expect.stringContaining('References: 5 verified') });

    // moto does not tell the account, so the policy is written for a format that knows it
    const { code, stdout } = await run('policy', '--store', 'aws', '--store-timeout', '30', '--format', 'cloudformation');
    expect(code).toBe(0);
    expect(new Set(stdout.match(/ssm:Get\w+/gu))).toEqual(new Set(['ssm:GetParameter', 'ssm:GetParameters']));
    expect(new Set(stdout.match(/parameter\/[\w/*-]+/gu))).toEqual(new Set(['parameter/prod/shop/db-password', 'parameter/prod/shop/api-token']));
  }, 120_000);
});
