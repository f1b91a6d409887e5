import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { fakeKeys } from '../support/aws-environment.ts';
import { git, makeFolder, put, runAsync } from '../support/command.ts';
import { fake } from '../support/fake.ts';
import { fail, html, startFaultServer, type FaultServer, type Reply } from '../support/fault-server.ts';

const line = `DB_PASSWORD=${fake.weakPassword()}\n`;

let server: FaultServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

type Settings = Readonly<Record<string, string>>;

const serve = async (reply: Reply): Promise<Settings> => {
  server = await startFaultServer(() => reply);
  return { ...fakeKeys, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_SSM: server.endpoint };
};

const startUrl = 'https://example.awsapps.com/start';
const sso = `[profile work]\nregion = eu-west-1\nsso_start_url = ${startUrl}\nsso_region = eu-west-1\nsso_account_id = 123456789012\nsso_role_name = reader\n`;

/** An expired token, where the AWS CLI keeps it. */
function putExpiredToken(home: string): void {
  const token = { accessToken: 'expired', expiresAt: '2020-01-01T00:00:00Z' };
  put(home, `.aws/sso/cache/${createHash('sha1').update(startUrl).digest('hex')}.json`, JSON.stringify(token));
}

/** Ways in which nobody answers: how to bring it about, and the reason that must be named. */
const ways: readonly (readonly [string, (home: string) => Settings | Promise<Settings>, RegExp])[] = [
  ['no region', () => fakeKeys, /no AWS region/u],
  ['no credentials', () => ({ AWS_REGION: 'eu-west-1' }), /no AWS credentials: run `aws sso login`/u],
  ['an expired token', () => serve(fail('ExpiredTokenException')), /does not accept these credentials/u],
  ['denial', () => serve(fail('AccessDeniedException')), /not allowed/u],
  ['endless throttling', () => serve(fail('ThrottlingException')), /busy|within \d+ ms/u],
  ['a refused connection', () => ({ ...fakeKeys, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_SSM: 'http://127.0.0.1:9' }), /cannot reach .*ECONNREFUSED/u],
  ['an endpoint that never answers', () => serve('hang'), /no answer .*within \d+ ms/u],
  ['a captive portal', () => serve(html(200)), /no usable answer/u],
  [
    'a credential_process that hangs',
    (home) => {
      put(home, '.aws/config', `[profile slow]\nregion = eu-west-1\ncredential_process = "${process.execPath}" -e "setTimeout(() => {}, 15000)"\n`);
      return { AWS_PROFILE: 'slow' };
    },
    /within \d+ ms.*credential_process/u,
  ],
  [
    'an expired single sign-on',
    (home) => {
      put(home, '.aws/config', sso);
      putExpiredToken(home);
      return { AWS_PROFILE: 'work' };
    },
    /does not accept these credentials: run `aws sso login --profile work`/u,
  ],
];

describe.each(ways)('with %s', (_, prepare, reason) => {
  const surfaces = [
    ['scan', ['scan', '--store', 'aws', '--store-timeout', '5']],
    ['scan --staged', ['scan', '--staged', '--store', 'aws']],
    ['fix --apply', ['fix', '--apply', '--store', 'aws', '--store-timeout', '5']],
  ] as const;

  it.each(surfaces)('%s keeps the finding, offers no edit, names the reason and ends', async (name, args) => {
    const home = makeFolder();
    const folder = makeFolder({ '.env': line });
    git(folder, 'init', '-q');
    git(folder, 'add', '-f', '.env');
    const { code, stdout, stderr } = await runAsync(folder, args, { HOME: home, ...(await prepare(home)) });
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    // the short time of a hook may be over before the reason is known
    expect(stderr).toMatch(name === 'scan --staged' ? new RegExp(`${reason.source}|within 300 ms`, 'u') : reason);
    expect(stdout).toContain('.env');
    expect(stdout).not.toContain('refer to');
    if (name !== 'fix --apply') expect(stdout).toContain('fix none');
    expect(stdout + stderr).not.toContain(fake.weakPassword());
    expect(readFileSync(path.join(folder, '.env'), 'utf8')).toBe(line);
  });
});

describe('the time that the store may take', () => {
  const wait = async (config: string, args: readonly string[]): Promise<string> => {
    const folder = makeFolder({ '.env': line, 'paramguard.json': config });
    git(folder, 'init', '-q');
    git(folder, 'add', '-f', '.env');
    return (await runAsync(folder, [...args, '--store', 'aws'], await serve('hang'))).stderr;
  };

  it('is that of the config for each surface, and the option goes first', async () => {
    const config = '{"timeout": {"hook": 0.25, "run": 0.65}}';
    expect(await wait(config, ['scan', '--staged'])).toContain('within 250 ms');
    expect(await wait(config, ['scan'])).toContain('within 650 ms');
    expect(await wait(config, ['scan', '--store-timeout', '0.45'])).toContain('within 450 ms');
    expect(await wait('{}', ['scan', '--staged'])).toContain('within 300 ms');
  });
});
