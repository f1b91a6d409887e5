import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { detectors } from '../../src/detectors/index.ts';
import { fake } from '../support/fake.ts';
import { toMarked } from '../support/marked.ts';
import { growsTooFast } from '../support/growth.ts';

const detect = createDetect(detectors);

/** `-----BEGIN … KEY-----` in pieces. */
const begin = (label: string): string => `-----BEGIN ${label}-----`;

const leaks: Readonly<Record<string, readonly string[]>> = {
  'aws-access-key-id': ['{{@akid}}', '"{{@akid}}"', 'id={{@akid}}&x=1', 'key: {{@akid}}\n', String.raw`\n{{@akid}}\n`, String.raw`"{\"id\":\"{{@akid}}\"}"`, '// old key was {{@akid}}', '[{{@akid}}]', '{{@asia}}', 'x={{@akid}}, y={{@asia}}'.replace('{{@asia}}', 'z')],
  'aws-secret-access-key': [
    'aws_secret_access_key = {{@sak}}', 'AWS_SECRET_ACCESS_KEY={{@sak}}', 'export AWS_SECRET_ACCESS_KEY="{{@sak}}"', 'secretAccessKey: "{{@sak}}"', '"secretAccessKey": "{{@sak}}"', "'secret_access_key' => '{{@sak}}'", 'SecretAccessKey={{@sak}};',
    'const secretAccessKey: string = "{{@sak}}"', '"SecretAccessKey" : "{{@sak}}",', '<add key="AWSSecretKey" value="{{@sak}}" />', 'new AWSCredentials(accessKey, secretKey="{{@sak}}")', 'aws configure set aws_secret_access_key {{@sak}}', String.raw`"{\"SecretAccessKey\":\"{{@sak}}\"}"`,
  ],
  'github-token': ['{{@github}}', 'token={{@github}}', 'https://{{@github}}@github.com/o/r', 'Authorization: token {{@github}}', String.raw`\n{{@github}}`, '"{{@github}}"', '`{{@github}}`', '%3D{{@github}}'],
  'github-fine-grained-token': ['{{@fine}}', 'GH_TOKEN={{@fine}}', '({{@fine}})'],
  'stripe-live-secret-key': ['{{@stripe}}', 'stripe("{{@stripe}}")', '-u {{@stripe}}:', "'{{@stripe}}'", 'STRIPE={{@stripe}}'],
  'stripe-webhook-signing-secret': ['{{@whsec}}', 'secret: "{{@whsec}}"'],
  'slack-bot-token': ['{{@slack}}', 'token={{@slack}}&channel=x'],
  'slack-user-token': ['{{@slack-user}}'],
  'slack-app-level-token': ['{{@slack-app}}'],
  'json-web-token': ['{{@jwt}}', 'Bearer {{@jwt}}', 'token={{@jwt}}', "'{{@jwt}}'", 'cookie: t={{@jwt}};'],
  'url-password': [
    'postgres://app:{{@weak}}@db:5432/x', 'postgresql://app:{{@alnum16}}@db.example.internal/x', 'mysql://root:{{@S3cr|3tx}}@127.0.0.1:3306/x', 'mongodb+srv://app:{{@alnum16}}@c0.mongodb.net/x', 'redis://:{{@alnum16}}@cache:6379/0', 'rediss://default:{{@password}}@cache:6379',
    'amqp://svc:{{@alnum16}}@mq:5672/vh', 'amqps://svc:{{@ra|bbit77}}@mq', 'postgres://app:{{@p%40ss|w0rd%21}}@db/x', 'postgres://app:{{@ab|c$9x!K}}@db/x', 'postgres://app:{{@Zq|#8vRt2}}@db/x', 'postgres://app:{{@alnum16}}@[::1]:5432/x', 'jdbc:postgresql://app:{{@alnum16}}@db/x',
    'https://deploy:{{@alnum20}}@git.acme.io/r.git', 'ftp://u:{{@letm|ein}}@files.acme.io', 'smtp://mailer:{{@alnum16}}@smtp.acme.io:587', 'sqlserver://sa:{{@Str0ng|Pa55}}@db:1433', 'mongodb://u:{{@alnum16}}@a:27017,b:27017/x?replicaSet=r', 'DATABASE_URL="postgres://u:{{@alnum16}}@db/x"', 'see postgres://u:{{@alnum16}}@db/x.',
    'clickhouse://default:{{@alnum16}}@ch:9000', 'nats://u:{{@alnum16}}@nats:4222', 'ldap://cn:{{@alnum16}}@ldap', 'http://proxy:{{@alnum16}}@10.0.0.1:3128', 'postgres://app:{{@alnum16}}@${HOST}/x', 'postgres://app:{{@alnum16}}@{host}/x', 'postgres://app:{{@drag|on}}@db/x', 'postgresql+asyncpg://app:{{@alnum16}}@db/x',
    'postgres://${USER}:{{@alnum16}}@db/x', 'postgres://app.user:{{@alnum16}}@db/x', 'postgres://a%40b:{{@alnum16}}@db/x', 'mongodb://admin:{{@12|34pw}}@localhost:27017',
  ],
  'connection-string-password': [
    'Server=db;Database=x;User Id=sa;Password={{@Str0ng|Pa55!}};', 'Data Source=db;Initial Catalog=x;User ID=sa;Pwd={{@alnum16}}', 'Host=db;Username=app;Password={{@alnum16}};Pooling=true', 'jdbc:mysql://db:3306/x?user=app&password={{@alnum16}}', 'jdbc:sqlserver://db:1433;databaseName=x;user=sa;password={{@alnum16}};encrypt=true',
    'DefaultEndpointsProtocol=https;AccountName=acme;AccountKey={{@base64}};EndpointSuffix=core.windows.net', 'host=db port=5432 dbname=x user=app password={{@alnum16}}', 'jdbc:postgresql://db/x?user=app&password={{@weak}}&ssl=true',
    'Driver={ODBC Driver 17};Server=db;Uid=sa;Pwd={{@weak}};',
  ],
  'azure-messaging-connection-string': ['Endpoint=sb://x.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={{@base64}}'],
  'slack-incoming-webhook-url': [`https://hooks.${'slack'}.com/services/{{@T${'AB12CD34'}/B${'EF56GH78'}/${fake.alphanumeric(24, 'hook')}}}`],
};

/** Marked text only, so that a longer whole also counts as found in another row. */
const clean: Readonly<Record<string, readonly string[]>> = {
  aws: [
    'AKIAIOSFODNN7EXAMPLE', 'AKIAI44QH8DHBEXAMPLE', 'ASIAIOSFODNN7EXAMPLE', 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY', 'secretAccessKey: "je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY"', 'AKIAXXXXXXXXXXXXXXXX', 'AKIA0123456789012345', 'AIDA{{~base32}}', 'xAKIA{{~base32}}',
    'AKIAAAAAAAAAAAAAAAAA', 'secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY', 'secret_sha: {{~hex40}}', 'aws_secret_access_key = xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'AKIA[A-Z0-9]{16}', '/AKIA[0-9A-Z]{16}/', 'AKIA{{~alnum32}}', 'secrets/path/{{~hex40}}',
  ],
  github: [`gh${'p_'}${'x'.repeat(36)}`, `gh${'p_'}${'A'.repeat(36)}`, `gh${'p_'}abcdefghijklmnopqrstuvwxyz0123456789`, `gh${'p_'}1234567890abcdefghijklmnopqrstuvwxyz`, 'ghp_short', 'ghp_[A-Za-z0-9]{36}', `github${'_pat_'}${'1'.repeat(22)}_${'2'.repeat(59)}`, 'github_pat_', 'x{{~github}}', `gh${'p_'}YOUR_TOKEN_HERE`, `gh${'p_'}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx1234ab`],
  stripe: [`sk${'_live_'}${'x'.repeat(24)}`, `sk${'_live_'}your_key_here`, 'sk_live_', `sk${'_live_'}51...abc`, `wh${'sec_'}${'x'.repeat(32)}`, `wh${'sec_'}your_webhook_secret`, 'risk_live_{{~alnum32}}', `sk${'_live_'}1234567890abcdefghijklmnop`],
  slack: ['xoxb-not-a-real-token', 'xoxb-your-token', 'xoxp-12345-67890-1928471-abc', `https://hooks.${'slack'}.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX`, `https://hooks.${'slack'}.com/services/...`, `xo${'xb-'}123456789012-123456789012-xxxxxxxxxxxxxxxxxxxxxxxx`, `xo${'xb-'}000000000000-000000000000-${'0'.repeat(24)}`],
  jwt: [
    ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', 'eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ', 'SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c'].join('.'),
    [toBase64Url('{"alg":"HS256"}'), toBase64Url('{"name":"John Doe","sub":"1234567890"}'), fake.base64url(43)].join('.'), [toBase64Url('{"alg":"HS256"}'), toBase64Url('{"iat":1,"iss":"supabase-demo","role":"anon"}'), fake.base64url(43)].join('.'),
    [toBase64Url('{"typ":"JWT","alg":"HS256"}'), toBase64Url('{"iss":"joe","exp":1300819380}'), fake.base64url(43)].join('.'), 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIi...', 'eyJhbGciOiJIUzI1NiJ9.<payload>.<signature>', 'eyJ.eyJ.x', `sourceMappingURL=data:application/json;base64,eyJ${fake.base64(60)}`,
  ],
  url: [
    'http://localhost:8080/a@b', 'https://example.com:443/path@x', 'postgres://user:password@host:5432/db', 'postgres://user:pass@localhost/db', 'postgres://user:<password>@host/db', 'postgres://user:${DB_PASSWORD}@db/x', 'postgres://user:$DB_PASSWORD@db/x', 'postgres://user:{password}@db/x', 'postgres://user:%s@db/x',
    'postgres://user:{{ password }}@db/x', 'postgres://user:****@db/x', 'postgres://user:xxxx@db/x', 'postgres://USER:PASSWORD@HOST:PORT/DB', 'mongodb+srv://<user>:<pw>@cluster/x', 'https://user:secret@example.com/x', 'https://user@example.com', 'ssh://git@github.com:22/o/r', 'git@github.com:o/r.git', 'https://cdn.jsdelivr.net/npm/vue@3', 'https://unpkg.com/react@18:x',
    'redis://localhost:6379', 'redis://:@cache:6379', 'http://[::1]:8080/x@y', 'https://x.io/?q=a:b@c', 'https://x.io/#a:b@c', 'mysql://username:yourpassword@db/x', 'mysql://user:changeme@db/x', 'mysql://user:[PASSWORD]@db/x', 'mysql://user:PASSWORD_HERE@db/x', 'postgres://user:$(DB_PASSWORD)@db/x', 'postgres://user:#{pw}@db/x', 'postgres://user:@db/x',
    'postgres://username:your_password@db/x', 'mysql://u:p@h/d', 'postgres://johndoe:randompassword@localhost:5432/mydb', 'https://username:token@host', 'http://user:pass@proxy.example.com:8080', 'scheme://user:pass@host:port/path', '${a}://${b}:${c}@${d}', 'http://foo:bar@baz.com', 'https://test:test@test.com', 'https://user:passwd@www.example.org/',
    'https://[user[:password]@]host', 'proto://user:pwd@ip:port', 'https://u:%PASSWORD%@db', 'mongodb://myUser:myPassword@db/x', 'https://oauth2:$TOKEN@gitlab.com/x', 'https://x-access-token:${{ secrets.GH }}@github.com/x',
  ],
  'connection strings': [
    'Server=db;User Id=sa;Password={password};', 'Server=db;User Id=sa;Password=***;', 'Server=db;Password=${PW};', 'Server=db;Integrated Security=true;', 'jdbc:mysql://db:3306/x?user=app&password=', 'jdbc:mysql://db/x?user=app&password=${PW}', 'Data Source=db;Password=%PW%;', 'Server=db;Uid=sa;Pwd=<password>;', 'host=db user=app password=$PW', 'Server=myServer;User Id=myUser;Password=myPassword;',
    'AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;', 'UseDevelopmentStorage=true', 'SharedAccessKey=<key>', 'AccountKey=your-account-key;', 'Password=password;',
  ],
  pem: [
    begin(`${'RSA PRIVATE'} KEY`), `if (text.includes('${begin(`${'PRIVATE'} KEY`)}'))`, `${begin('PUBLIC KEY')}\n{{~pem-body}}\n-----END PUBLIC KEY-----`, `${begin('CERTIFICATE')}\n{{~pem-body}}\n-----END CERTIFICATE-----`, `${begin(`${'PRIVATE'} KEY`)}\n...\n-----END ${'PRIVATE'} KEY-----`, `${begin(`${'PRIVATE'} KEY`)}\nYOUR KEY HERE\n-----END ${'PRIVATE'} KEY-----`,
    `/${begin(`${'PRIVATE'} KEY`)}[^-]+-----END/`, `${begin('PGP MESSAGE')}\n{{~pem-body}}`, `${begin(`${'RSA PRIVATE'} KEY`)}\n${'x'.repeat(64)}\n`, `${begin(`${'EC PRIVATE'} KEY`)} and more words that explain what the marker of a private key in a file means to readers`, `"${begin(`${'PRIVATE'} KEY`)}\\n\${body}\\n-----END"`, 'ssh-rsa AAAAB3NzaC1yc2E{{~base64}}',
  ],
};

function toBase64Url(text: string): string {
  return Buffer.from(text).toString('base64url');
}

describe.each(Object.entries(leaks))('%s', (id, templates) => {
  it.each(templates)('%s', (template) => {
    const { text, leaks: expected } = toMarked(template);
    const found = detect.tokens(text);
    expect(found.map(({ range }) => text.slice(...range))).toEqual(expected.map((range) => text.slice(...range)));
    expect(found.map(({ range }) => range)).toEqual(expected);
    expect(found.map(({ detectorId }) => detectorId)).toEqual(expected.map(() => id));
  });
});

describe.each(Object.entries(clean))('not in %s', (_, templates) => {
  it.each(templates)('%s', (template) => {
    const { text } = toMarked(template);
    expect(detect.tokens(text).map(({ detectorId, range }) => `${detectorId}: ${text.slice(...range)}`)).toEqual([]);
  });
});

describe('private keys', () => {
  it.each(['RSA PRIVATE KEY', 'PRIVATE KEY', 'EC PRIVATE KEY', 'DSA PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'PGP PRIVATE KEY BLOCK'])('%s', (label) => {
    const body = fake.pem().split('\n').slice(1, -1);
    const ways = [
      `${begin(label)}\n${body.join('\n')}\n-----END ${label}-----\n`,
      `${begin(label)}\r\n${body.join('\r\n')}\r\n-----END ${label}-----\r\n`,
      `"${begin(label)}${String.raw`\n`}${body.join(String.raw`\n`)}${String.raw`\n`}-----END ${label}-----"`,
      `${begin(label)} ${body.join(' ')} -----END ${label}-----`,
      [begin(label), ...body].map((line) => `'${line}\\n' +`).join('\n'),
      `${begin(label)}\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,${fake.hex(32).toUpperCase()}\n\n${body.join('\n')}\n-----END ${label}-----`,
      `key: |\n    ${begin(label)}\n    ${body.join('\n    ')}\n    -----END ${label}-----`,
    ];
    for (const text of ways) {
      const [match, ...more] = detect.tokens(text);
      expect(match?.detectorId, text).toBe('pem-private-key');
      expect(more).toEqual([]);
      const marked = text.slice(...(match?.range ?? [0, 0]));
      for (const line of body) expect(marked).toContain(line);
    }
  });
});

describe('the checksum of GitHub tokens', () => {
  const good = `gh${'p_'}${withChecksum(fake.alphanumeric(30, 'checksum'))}`;
  it('is critical where it holds, and low and said where it does not', () => {
    expect(detect.tokens(good)[0]).toMatchObject({ severity: 'critical', title: 'a GitHub token' });
    expect(detect.tokens(`${good.slice(0, -1)}${good.endsWith('A') ? 'B' : 'A'}`)[0]).toMatchObject({ severity: 'low', title: 'a GitHub token (its checksum does not match)' });
  });
});

/** CRC-32 (as in zlib) of the body in base 62, bit by bit. */
function withChecksum(body: string): string {
  let crc = 0xffffffff;
  for (const character of body) {
    crc ^= character.charCodeAt(0);
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  let rest = (crc ^ 0xffffffff) >>> 0;
  let digits = '';
  for (; rest > 0; rest = Math.floor(rest / 62)) digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'.charAt(rest % 62) + digits;
  return body + digits.padStart(6, '0');
}

describe('hostile texts', () => {
  const million = 1_000_000;
  const texts: Readonly<Record<string, string>> = {
    'one line of 20 MB': 'aB3/'.repeat(5 * million),
    quotes: `"'\``.repeat(million),
    'marks of URLs': '://'.repeat(million),
    'users without end': `://${'a'.repeat(million)}`,
    'userinfo without end': `://${'a:'.repeat(million)}`,
    'names of keys': 'secret'.repeat(million / 2),
    'names and separators': 'secret = '.repeat(million / 5),
    'PEM marks': begin(`${'PRIVATE'} KEY`).repeat(million / 20),
    'PEM without end': `${begin(`${'PRIVATE'} KEY`)}\n${'\\n'.repeat(million)}`,
    'beginnings of JWT': 'eyJ'.repeat(million),
    'password pairs': 'Password=;'.repeat(million / 5),
  };
  it.each(Object.entries(texts))('%s take no longer than they are long', (_, text) => {
    const { length } = text;
    expect(growsTooFast((size) => void detect.tokens(text.slice(0, size)), { from: length >> 6, to: length })).toBe(false);
  });
});
