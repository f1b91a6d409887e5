import { describe, expect, it } from 'vitest';
import { judgeNamed, type Place } from '../../src/core/named.ts';

const judge = (name: string, value: string, place: Place) => judgeNamed({ name, path: [], value, range: [0, value.length], place })?.severity;

describe('passwords that are words for a password', () => {
  it.each([
    ['MYSQL_ROOT_PASSWORD', 'password', 'setting'],
    ['POSTGRES_PASSWORD', 'secret', 'test-login'],
    ['POSTGRES_PASSWORD', 'acme_password', 'setting'],
    ['trustStorePassword', 'changeit', 'code'],
    ['password', 'secret', 'sink'],
    ['password', 'secret', 'code'],
    ['DB_PASSWORD', 'password', 'setting'],
    ['password', 'password', 'connection'],
    ['password', 'password', 'test'],
    ['newPassword', 'NewPassword', 'test'],
    ['password', 'test_password', 'test'],
    ['mockPassword', 'password', 'test'],
    ['password_confirmation', 'foobar', 'test'],
    ['password', '123456', 'setting'],
    ['pass', '123', 'test-login'],
    ['client-secret', 'secret', 'setting'],
    ['jwtSecret', 'my-secret', 'code'],
    ['client-secret', '112233', 'setting'],
    ['JwtSecret', '233', 'setting'],
    ['secret', 'ab12cd', 'setting'],
    ['SECRET_KEY', 'shhh', 'code'],
    ['SHOP_SERVICE_PASSWORD', 'password', 'setting'],
    ['password', 'dev-password', 'setting'],
  ] as const)('low: %s %s %s', (name, value, place) => expect(judge(name, value, place)).toBe('low'));

  it.each([
    ['password', 'password', 'setting'],
    ['FIELD_PASSWORD', 'password', 'code'],
    ['pass', '123', 'code'],
    ['pass', '34', 'test'],
    ['password', 'userPassword', 'connection'],
    ['password', 'user_password', 'code'],
    ['password', 'DB_PASSWORD', 'setting'],
    ['password', 'Password', 'test'],
    ['password', 'wrong-password', 'test'],
    ['wrongPassword', 'secret', 'test'],
    ['mockToken', 'secret', 'test'],
    ['password', 'admin', 'sample'],
    ['password', 'secret', 'text'],
    ['clientSecret', 'client_secret', 'setting'],
    ['JWT_SECRET', 'JWT_SECRET', 'code'],
    ['clientSecret', 'your-secret', 'setting'],
    ['MYSQL_ROOT_PASSWORD', 'password', 'sample'],
    ['keystorePassword', 'changeit', 'text'],
    ['POSTGRES_PASSWORD', 'your_password', 'setting'],
    ['password', 'acme_password', 'setting'],
    ['SHOP_GRANT_TYPE_PASSWORD', 'password', 'setting'],
    ['SHOP_SERVICE_PASSWORD', 'password', 'code'],
    ['OPT_ADMIN_PASSWORD', 'admin-password', 'connection'],
    ['secret', 'v1.2.3', 'setting'],
    ['secret', 'tls-1', 'setting'],
  ] as const)('quiet: %s %s %s', (name, value, place) => expect(judge(name, value, place)).toBeUndefined());
});
