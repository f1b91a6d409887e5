import { expect, it } from 'vitest';
import { isHarmlessWithNumber, judgeNamed, type Place } from '../../src/core/named.ts';

const words = 'value values example change your my the token key user password secret pass test admin demo foo bar none null default new old db api client auth x xx hello world sekrit changeit shh winter'.split(' ');
const numbers = ['1', '7', '12', '123', '1234', '12345', '123456', '999999', '20251122', '1111111111'];
const names = ['password', 'password_12', 'DB_PASSWORD', 'MYSQL_ROOT_PASSWORD', 'REDIS_PASS', 'pass', 'token', 'api_key', 'client_secret', 'SECRET_KEY', 'jwtSecret', 'secret_7', 'value', 'private_key', 'VALUE'];
const places: readonly Place[] = ['sink', 'setting', 'connection', 'code', 'test', 'test-login', 'sample', 'text'];

const bases = words.flatMap((first) => ['', ...words].flatMap((second) => ['-', '_'].map((mark) => (second === '' ? `${first}${mark}` : `${first}${mark}${second}${mark}`)))).flatMap((base) => [base, base.toUpperCase(), base.charAt(0).toUpperCase() + base.slice(1)]);

it('words that are harmless with any number are no secret under any name', () => {
  const harmless = bases.filter(isHarmlessWithNumber);
  expect(harmless).toContain('value-');
  expect(harmless).toContain('your_token_');
  expect(harmless).not.toContain('password-');
  expect(harmless).not.toContain('winter-');
  for (const [index, base] of harmless.entries()) {
    for (const [turn, number] of numbers.entries()) {
      const name = names[(index + turn) % names.length] ?? '';
      for (const place of places) for (const path of [[], ['users', 'admin']]) if (judgeNamed({ name, path, value: base + number, range: [0, 0], place }) !== undefined) expect.fail(`${name}: ${base}${number} (${place})`);
    }
  }
});
