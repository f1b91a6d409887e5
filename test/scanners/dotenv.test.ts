import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { parseDotenv } from '../../src/core/dotenv.ts';
import { classifyDotenvEntry, type DotenvClass } from '../../src/core/dotenv-verdict.ts';
import { detectors } from '../../src/detectors/index.ts';
import { dotenv } from '../../src/scanners/dotenv.ts';
import { toMarked } from '../support/marked.ts';
import { expectSameSight } from '../support/same-sight.ts';

const detect = createDetect(detectors);
const scan = async (text: string, path = '.env') => {
  await expectSameSight(path, text);
  return dotenv.scan({ path, text }, detect);
};

const leaks = [
  'DB_PASSWORD={{@weak}}', 'DB_PASSWORD={{@letm|ein}}', 'DB_PASSWORD={{@qwer|ty99x}}', 'DB_PASSWORD={{@Pa55|w0rd}}', 'DB_PASSWORD={{@Acme|Corp2023}}', 'DB_PASSWORD={{@Pass|word123!}}', 'DB_PASSWORD={{@12|3456}}', 'DB_PASSWORD={{@root|toor}}', 'DB_PASSWORD={{@dra|gonfly}}', 'PASSWORD={{@corr|ect-horse-battery}}',
  'DB_PASSWORD="{{@weak}}"', "DB_PASSWORD='{{@weak}}'", 'DB_PASSWORD=`{{@weak}}`', 'export DB_PASSWORD={{@weak}}', '  DB_PASSWORD = {{@weak}}  ', 'DB_PASSWORD: {{@weak}}', 'db.password={{@weak}}', 'db-password={{@weak}}', 'DB_PASSWORD={{@weak}} # the old one', 'DB_PASSWORD="{{@ab#|cd99x!}}" # comment',
  "DB_PASSWORD='{{@ab$|CD99x}}'", 'DB_PASSWORD={{@ab$|9cd!x}}', 'API_KEY={{@alnum32}}\r\nPORT=1\r\n', 'API_KEY={{@alnum16}}', 'API_KEY={{@hex32}}', 'API_KEY={{@hex16}}', 'API_KEY={{@uuid}}', 'API_KEY={{@base64}}', 'API_KEY={{@base64url}}', 'API_KEY={{@base32}}', 'API_KEY={{@dashed}}', 'API_KEY={{@dotted}}', 'API_KEY={{@underscored}}',
  'JWT_SECRET={{@acme-jwt|-signing-99}}', 'JWT_SECRET={{@super|secretstuff}}', 'SESSION_SECRET="{{@alnum64}}"', 'APP_KEY=base64:{{~none}}'.replace('base64:{{~none}}', '{{@alnum32}}'), 'SECRET_KEY_BASE={{@hex64}}', 'NEXTAUTH_SECRET={{@base64}}', 'DATABASE_URL=postgres://app:{{@alnum16}}@db/x', 'DATABASE_URL="mysql://root:{{@rab|bit77}}@db/x"', 'REDIS_URL=redis://:{{@alnum16}}@cache',
  'MONGO_URI=mongodb+srv://app:{{@Sum|mer2024}}@c0.mongodb.net/x', 'AWS_SECRET_ACCESS_KEY={{@sak}}', 'AWS_ACCESS_KEY_ID={{@akid}}', 'GITHUB_TOKEN={{@github}}', 'X={{@github}}', '# GITHUB_TOKEN={{@github}}', 'STRIPE={{@stripe}}', 'SMTP_PASS={{@sunshine|7}}', 'MAIL_PASSWORD={{@Wel|come1}}', 'PGPASSWORD={{@rab|bit77}}', 'MYSQL_ROOT_PASSWORD={{@root|99}}',
  'A=1\n\n# comment\nDB_PASSWORD={{@weak}}\nB=2', 'DB_PASSWORD={{@weak}}\nDB_PASSWORD={{@rab|bit77}}', 'CONN="Server=db;User Id=sa;Password={{@Str0ng|Pa55!}};"', 'TWILIO_AUTH_TOKEN={{@hex32}}', 'SENDGRID_API_KEY={{@dotted}}', 'ENCRYPTION_KEY={{@hex64}}', 'AZURE_STORAGE_KEY={{@base64}}', 'ADMIN_PW={{@weak}}',
];

const clean = [
  'DB_PASSWORD=', 'DB_PASSWORD=""', "DB_PASSWORD=''", 'DB_PASSWORD= # none', 'DB_PASSWORD=changeme', 'DB_PASSWORD=your_password', 'DB_PASSWORD=<password>', 'PASSWORD=password', 'DB_PASSWORD=xxxxxxxx', 'DB_PASSWORD=********', 'DB_PASSWORD=TODO', 'DB_PASSWORD=REPLACE_ME', 'DB_PASSWORD=$OTHER', 'DB_PASSWORD=${OTHER}', 'DB_PASSWORD="${OTHER}"', 'DB_PASSWORD=${OTHER:-}',
  'DB_PASSWORD=ssm:///prod/db/password', 'DB_PASSWORD=ssm:/prod/db/password', 'DB_PASSWORD=op://vault/db/password', 'DB_PASSWORD=awsps://prod/db', 'DB_PASSWORD=arn:aws:ssm:eu-west-1:123456789012:parameter/x', 'DB_PASSWORD=arn:aws:secretsmanager:eu-west-1:123456789012:secret:x', 'DB_PASSWORD="encrypted:BHx0{{~alnum32}}"', 'DB_PASSWORD="$(aws ssm get-parameter --name x)"', 'DB_PASSWORD=vault:secret/data/db#password',
  'DB_PASSWORD_PARAM=/prod/db/password', 'DB_PASSWORD_FILE=/run/secrets/db', 'DB_PASSWORD_ARN=arn:aws:ssm:eu-west-1:123456789012:parameter/x', 'SECRET_NAME=prod/db', 'TOKEN_URL=https://auth.acme.io/token', 'JWT_EXPIRES_IN=3600', 'JWT_ALGORITHM=RS256', 'PASSWORD_MIN_LENGTH=12', 'MAX_TOKENS=4096', 'PORT=3000', 'NODE_ENV=production', 'LOG_LEVEL=debug', 'ENABLE_PASSWORD_RESET=true', 'API_URL=https://api.acme.io',
  'DATABASE_URL=postgres://app:${DB_PASSWORD}@db/x', 'DATABASE_URL=postgres://localhost:5432/x', 'DATABASE_URL=postgres://user:password@localhost/x', 'PUBLIC_KEY={{~base64}}', 'NEXT_PUBLIC_SENTRY_DSN=https://{{~hex32}}@o1.ingest.sentry.io/1', 'GIT_SHA={{~hex40}}', 'INSTANCE_ID={{~uuid}}', 'CSRF_TOKEN={{~alnum32}}', 'STRIPE_PUBLISHABLE_KEY=pk_live_{{~alnum20}}', '# DB_PASSWORD=changeme', '# the password of the database is in ssm',
  'KEY_ID={{~uuid}}', 'CLIENT_ID={{~alnum20}}', 'AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE', 'AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'AUTH_TOKEN_HEADER=X-Auth-Token', 'API_KEY=API_KEY', 'SECRET_KEY=secret-key', 'TOKEN=test-token-123', 'TWILIO_AUTH_TOKEN=your_twilio_auth_token', 'SESSION_SECRET=test_session_secret', 'PASSWORD_HASH=$2b$10${{~alnum32}}',
];

describe('leaks', () => {
  it.each(leaks)('%s', async (template) => {
    const { text, leaks: expected } = toMarked(template);
    const { problems } = await scan(text);
    expect(problems.map(({ range }) => text.slice(...range))).toEqual(expected.map((range) => text.slice(...range)));
    expect(problems.map(({ range }) => range)).toEqual(expected);
    expect(problems.every(({ ruleId }) => ruleId === 'no-plaintext-dotenv')).toBe(true);
  });
});

describe('clean', () => {
  it.each(clean)('%s', async (template) => {
    const { text } = toMarked(template);
    expect((await scan(text)).problems.map(({ kind, range }) => `${kind} ${text.slice(...range)}`)).toEqual([]);
  });
});

describe('a word for a password', () => {
  it('is said and fails no run; in a sample it stands for another', async () => {
    expect((await scan('DB_PASSWORD=password')).problems).toMatchObject([{ kind: 'password-value', severity: 'low' }]);
    expect((await scan('DB_PASSWORD=password', '.env.example')).problems).toEqual([]);
  });
});

describe('keys of several lines', () => {
  it('marks a private key in quotes', async () => {
    const { text } = toMarked('A=1\nPRIVATE_KEY="{{~pem-begin}}\n{{~pem-body}}\n{{~pem-end}}"\nB=2');
    const { problems, unread } = await scan(text);
    expect(problems.map(({ kind, subject }) => `${kind} ${subject?.name ?? ''}`)).toEqual(['pem-private-key PRIVATE_KEY']);
    expect(unread).toEqual([]);
  });
  it('marks a private key on one line', async () => {
    const { text } = toMarked(String.raw`PRIVATE_KEY="{{~pem-begin}}\n{{~pem-body-escaped}}\n{{~pem-end}}"`);
    expect((await scan(text)).problems.map(({ kind }) => kind)).toEqual(['pem-private-key']);
  });
});

describe('samples', () => {
  it.each(['.env.example', '.env.sample', '.env.template', '.env.dist', '.env.defaults', 'apps/api/.env.example'])('%s may show made-up passwords, not real tokens', async (path) => {
    for (const template of ['DB_PASSWORD={{~weak}}', 'JWT_SECRET={{~my-jwt|-signing-99}}', 'DB_PASSWORD=letmein', 'SECRET=supersecretstuff', 'API_KEY=']) expect((await scan(toMarked(template).text, path)).problems).toEqual([]);
    for (const template of ['GITHUB_TOKEN={{@github}}', 'AWS_SECRET_ACCESS_KEY={{@sak}}', 'API_KEY={{@hex32}}', 'STRIPE={{@stripe}}']) expect((await scan(toMarked(template).text, path)).problems).toHaveLength(1);
  });
});

describe('classes', () => {
  const rows: readonly (readonly [string, DotenvClass])[] = [
    ['DB_PASSWORD={{~weak}}', 'secret'], ['X={{~github}}', 'secret'], ['DATABASE_URL=postgres://a:{{~alnum16}}@db', 'secret'], ['PORT=3000', 'setting'], ['API_URL=https://api.acme.io', 'setting'], ['NODE_ENV=production', 'setting'], ['EMPTY=', 'setting'],
    ['DB_PASSWORD=', 'placeholder'], ['DB_PASSWORD=changeme', 'placeholder'], ['API_KEY=<key>', 'placeholder'], ['API_KEY=your-api-key', 'placeholder'], ['DB_PASSWORD=${PW}', 'reference'], ['DB_PASSWORD=ssm:///prod/db', 'reference'], ['DB_PASSWORD=$PW', 'reference'], ['DB_PASSWORD=op://a/b/c', 'reference'], ['PASSWORD_FILE=/run/x', 'setting'],
    ["DB_PASSWORD='ab$CD99x'", 'secret'],
  ];
  it.each(rows)('%s is a %s', (template, expected) => {
    const [entry] = parseDotenv(toMarked(template).text).entries;
    expect(entry === undefined ? undefined : classifyDotenvEntry(entry, '.env', detect)).toBe(expected);
  });
});

it('says what it cannot read, by line', async () => {
  const { unread } = await scan('A=1\nnot an assignment\nB="open\nC=3');
  expect(unread.map(({ line }) => line)).toEqual([2, 3]);
});

describe('hostile texts', () => {
  const texts: Readonly<Record<string, string>> = {
    'one line of 20 MB': `A=${'aB3 '.repeat(5_000_000)}`,
    'open quotes': 'A="\n'.repeat(300_000),
    'all quotes': `"'\``.repeat(1_000_000),
    escapes: `A="${'\\"'.repeat(2_000_000)}`,
    'many keys': 'DB_PASSWORD=changeme\n'.repeat(300_000),
    'many leaks': `DB_PASSWORD=${toMarked('{{~weak}}').text}\n`.repeat(100_000),
    'blank lines': '\n'.repeat(2_000_000),
    blanks: ' '.repeat(2_000_000),
  };
  it.each(Object.entries(texts))('%s end', async (_, text) => {
    await scan(text);
  });
});
