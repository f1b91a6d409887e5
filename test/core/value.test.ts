import { describe, expect, it } from 'vitest';
import { classifyValue, isRandom, type ValueClass } from '../../src/core/value.ts';
import { fake } from '../support/fake.ts';

/** Values of each class; bars keep them from looking like values here. */
const classes: Readonly<Partial<Record<ValueClass, readonly string[]>>> = {
  empty: ['', ' ', '\t\n'],
  placeholder: [
    'changeme', 'change_me', 'CHANGE-ME', 'ChangeMe!', 'changeit', 'replaceme', 'REPLACE_ME', 'REPLACE_WITH_YOUR_KEY', 'replace-with-your-api-key', 'todo', 'TODO', 'tbd', 'FIXME', 'none',
    'null', 'undefined', 'true', 'example', 'dummy', 'fake', 'mock', 'test', 'secret', 'password', 'Password1', 'your-api-key', 'YOUR_API_KEY', 'your_password_here',
    'yourpassword', 'yoursecret', 'YourPassword', 'my-secret', 'MySecret', 'mysecret', 'mypassword', 'insert-key-here', 'enter your password', 'put-your-token-here', 'api-key-goes-here', 'not-a-real-key', 'xxx',
    'xxxxxxxx', 'XXXX-XXXX-XXXX', '********', '••••••••', '....', '----', '____', '########', '00000000', 'sk-xxxxxxxxxxxx', '<<TOKEN>>', '<password>', '<your-token>', '[REDACTED]',
    '[your key]', '__TOKEN__', '@DB_PASSWORD@', '«password»', 'abcdefgh', 'abcdefghijklmnop', '01234567', '0123456789abcdef', 'abcabcabcabc', 'aaaaaaaa',
    'redacted', 'REDACTED', 'hidden', 'placeholder', 'dummy-secret', 'fake_token', 'test-key', 'test_api_key', 'test-secret', 'mock-token', 'some-secret', 'a-secret-key', 'secret-key',
    'deadbeefdeadbeef', 'cafebabecafebabe', '1234abcd1234abcd', 'foo', 'bar', 'foobar', 'unset', 'N/A', 'none!', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/', '23456789ABCDEFGHJKLMNPQRSTUVWXYZ', 'Enter your password', 'password.changed', 'user.password.changed', 'accessToken', 'access_token', 'client_credentials', 'SessionToken', 'userPassword', 'The token has expired.', 'INVALID_PASSWORD', 'sk_live_51...abc',
  ],
  reference: [
    'process.env.DB_PASSWORD', 'import.meta.env.VITE_KEY', "os.environ['X']", "os.getenv('X')", "ENV['X']", 'System.getenv("X")', "env('DB_PASSWORD')", "config('app.key')", 'var.db_password', 'local.secret', 'module.db.password',
    'data.aws_ssm_parameter.x.value', 'vault:secret/data/db#password', 'vault(secret/db)', 'op://vault/item/password', 'ref+awsssm://path', 'ssm:/prod/db', 'ssm:///prod/db', 'awsps://prod/db', 'secretsmanager:prod', 'sm://p/s',
    'projects/p/secrets/s/versions/1', '@Microsoft.KeyVault(SecretUri=x)', 'ENC[AES256_GCM,data:x]', 'ENC(abc)', 'encrypted:BHx', '$ANSIBLE_VAULT;1.1', 'arn:aws:ssm:eu-west-1:123456789012:parameter/x',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:x', 'arn:aws-cn:ssm:cn-north-1:123456789012:parameter/x', '$DB_PASSWORD', '%DB_PASSWORD%', ':password', '!Ref DbPassword', 'keyvault:x', 'doppler://x', '$env:DB_PASSWORD', 'gcp-secretmanager:x', 'akv://x',
  ],
  template: [
    '${DB_PASSWORD}', '${ssm:/prod/db}', '${{ secrets.TOKEN }}', '{{resolve:ssm:/prod/db:1}}', '{{resolve:ssm-secure:/prod/db}}', '{{ .Values.password }}', '{{password}}', '$(DB_PASSWORD)', '$(cat file)', '<%= password %>', '#{password}', '%{password}',
    '%s', '%(password)s', '{0}', 'Bearer ${token}', 'user:{password}@host',
  ],
  path: ['/prod/db/password', '/run/secrets/db_password', './secrets/key.pem', '../keys/id_rsa', '~/.ssh/id_rsa', 'C:\\keys\\id.pem', 'secrets/db/password.txt', 'key.pem', 'tls.key', 'config/secrets.yml', '/aws/reference/secretsmanager/db', 'auth/reset-password', 'auth/invalid-token', '/api/v1/auth/token', '/etc/ssl/private/server.key'],
  url: ['https://example.com/token', 'http://localhost:8080/reset', 'postgres://localhost:5432/db', 'https://user@example.com/x'],
  uuid: [fake.uuid()],
  plain: ['3600', '1h', '30d', '15m', '1.2.3', 'v1.0.0-beta', '2024-01-01', 'user@example.com', 'no-reply@mail.example.org', 'application/json', 'urn:ietf:params:oauth:grant-type:jwt-bearer', '10.0.0.1', '#ff00aa', '100%', 'x-api-key', 'X-Hub-Signature-256', 'com.nimbusds:nimbus-jose-jwt:10.0.2', 'AWS_ACCOUNT,AWS_REGION'],
  words: ['Passwort vergessen?', 'Mot de passe oublié', '¿Olvidaste tu contraseña?', 'パスワードを入力', 'パスワード', '密码', 'Пароль', 'Пароль неверный', 'Secret key for signing', 'Password must be at least 8 characters', 'Das Kennwort ist ungültig!', "Le mot de passe n'est pas valide", '비밀번호'],
  identifier: [
    'current-password', 'new-password', 'one-time-code', 'refresh_token', 'authorization_code', 'ERR_TOKEN_EXPIRED', 'user:password:reset',
    'auth.errors.wrongPassword', 'form-control', 'btn-primary', 'text-muted', 'connect.sid', 'next-auth.session-token', 'aws-secret-name', 'password_confirmation', 'TokenType.Bearer', 'user[password]',
  ],
  pattern: ['^[a-z]+$', '(?=.*[A-Z])(?=.*\\d).{8,}', '\\w+', '/^ghp_/', 'var(--token-color)', 'rgba(0,0,0,.5)'],
  alphabet: ['ABDEGHIJLNOPRTUVXZ2357', 'acegikmoqsuwyACEGIKMOQSUWY13579'],
  data: [
    'HS256', 'varchar(255)', 'boolean', 'aes-256-gcm',
    'data:image/png;base64,AAAA', `sha256-${fake.base64(43)}=`, `sha512:${fake.hex(64)}`, `md5:${fake.hex(32)}`, `ssh-rsa ${fake.base64(40)}`, `ssh-ed25519 ${fake.base64(40)}`, `$2b$10$${fake.base64(53)}`, `$argon2id$v=19$m=65536,t=3,p=4$${fake.base64(20)}`,
    `$6$${fake.base64(8)}$${fake.base64(86)}`, `pbkdf2_sha256$260000$${fake.base64(12)}$${fake.base64(43)}=`, `{SSHA}${fake.base64(32)}`, `$apr1$${fake.base64(8)}$${fake.base64(22)}`, '{"a":1}', '-----BEGIN CERTIFICATE-----', '-----BEGIN PUBLIC KEY-----', `iVBORw0KGgo${fake.base64(30)}`,
    `*${fake.hex(40).toUpperCase()}`, `h1:${fake.base64(43)}=`, `SHA256:${fake.base64(43)}`,
  ],
  guessable: ['super|secret', 'pass|word123', 'Pass|word1!', 'qwerty|uiop', 'abc|123', '!Pass|w0rd', 'admin|123', 'Sum|mer2024!', 'letm|ein', 'qwer|ty99x', 'Pa55|w0rd', 'P@ss|w0rd!', 'Acme|Corp2023', 'hunter|99', 'ncc-|1701', 'dra|gon', 'S3cr|3t!', 'Welc|ome1', 'root|toor'].map((text) => text.replace('|', '')),
  opaque: [
    fake.alphanumeric(12, 'a'), fake.alphanumeric(16, 'b'), fake.alphanumeric(20, 'c'), fake.alphanumeric(24, 'd'), fake.alphanumeric(32, 'e'), fake.alphanumeric(40, 'f'), fake.alphanumeric(64, 'g'), fake.hex(16), fake.hex(24), fake.hex(32), fake.hex(40), fake.hex(64), fake.hex(128),
    fake.hex(32).toUpperCase(), `${fake.base64(22, 'i')}==`, `${fake.base64(43, 'j')}=`, `${fake.base64(86, 'k')}==`, fake.base64url(22, 'l'), fake.base64url(43, 'm'), fake.base64url(64, 'n'), fake.base32(16), fake.base32(32), fake.base32(26, 'o').toLowerCase(), fake.secretAccessKey(),
    `${fake.alphanumeric(8, 'p')}-${fake.alphanumeric(8, 'q')}-${fake.alphanumeric(8, 'r')}`, `${fake.alphanumeric(24, 's')}.${fake.alphanumeric(6, 't')}.${fake.alphanumeric(27, 'u')}`, `key_live_${fake.alphanumeric(20, 'v')}`, fake.password('w'), fake.password('x'),
    `0x${fake.hex(64)}`, `base64:${fake.base64(43, 'y')}=`,
  ],
};

describe.each(Object.entries(classes))('%s', (valueClass, values) => {
  it.each(values)('%s', (value) => expect(classifyValue(value)).toBe(valueClass));
});

describe('isRandom', () => {
  const lengths = [10, 12, 16, 20, 24, 32, 40, 64];
  const makers = { alphanumeric: fake.alphanumeric, base64url: fake.base64url, base64: fake.base64, base32: fake.base32 };
  it.each(Object.entries(makers))('knows at least 97 of 100 made-up values of each length (%s)', (_, make) => {
    for (const length of lengths) {
      const known = Array.from({ length: 100 }, (__, seed) => make(length, `random ${String(seed)}`)).filter(isRandom).length;
      expect(known, `length ${String(length)}`).toBeGreaterThanOrEqual(length < 12 ? 90 : 97);
    }
  });
  it.each(['passwordResetConfirmation', 'internationalization', 'getUserByEmailAddress', 'session-cookie-name', 'This is a sentence', 'ApplicationLoadBalancer', 'antidisestablishmentarianism', 'X-Amz-Security-Token', 'aws4_request', 'HS256', 'RS256', 'ES256K', 'utf8', 'base64url', 'ISO-8859-1'])('%s is not', (text) =>
    expect(isRandom(text)).toBe(false),
  );
});

it('ends on hostile values', () => {
  for (const piece of ['a', '-', 'a-', '/', 'a/', '{', '${', '<', '%', '\\', ' ', 'a ', '.', 'a.', '=', '"', '(', '[', 'your ', 'aB3']) classifyValue(piece.repeat(Math.ceil(8000 / piece.length)));
});
