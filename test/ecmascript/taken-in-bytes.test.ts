import { expect, it } from 'vitest';
import { createCustomDetect } from '../../src/core/custom-detect.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { detectors } from '../../src/detectors/index.ts';
import { mayTakeSecretAt } from '../../src/ecmascript/may-hold-secret.ts';
import { mayBeTakenInBytes } from '../../src/ecmascript/taken-in-bytes.ts';
import { fake } from '../support/fake.ts';

const detect = createCustomDetect(detectors, defaultConfig);

const isTaken = (text: string, index = 0): boolean => mayTakeSecretAt(text, index, detect);
const isRuledOut = (text: string, index = 0): boolean => {
  const bytes = Buffer.from(text, 'latin1');
  return !mayBeTakenInBytes(bytes, index, bytes.length);
};

const value = `'${fake.password()}'`;

it.each([
  `headers: { authorization: 'Bearer ${'ab1'.repeat(6)}' }`,
  `createHmac('sha256', ${value})`,
  `jwt.sign<Claims>\n(payload, ${value})`,
  `new HmacSHA256 (a, ${value})`,
  `secretOrPublicKey: ${value}`,
  `{ "auth" : ${value} }`,
  `keys: [${value}]`,
  `Type: 'SecureString', Value: ${value}`,
  `client.log_in('admin', ${value})`,
  `bcrypt.hashSync( ${value}, 10)`,
  `check_password(${value}, hash)`,
])('%s is not ruled out', (text) => {
  expect(isRuledOut(text)).toBe(false);
});

it.each(["describe('a session token', () => {", 'session.get(key)', "import jwt from 'jsonwebtoken';", "assign(a, 'b')", "author: 'a'", "'Basic checks'", "keys.map((key) => 'a')"])('%s is ruled out', (text) => {
  expect(isRuledOut(text)).toBe(true);
});

const parts = ['Bearer ', 'Basic ', 'Bot ', 'ApiKey  ', 'token ', 'sign', 'verify', 'jwt.', 'createHmac', 'HmacSHA512', 'Hmac', 'encrypt', 'Stripe', 'scryptSync', 'Credentials', 'cookieParser', 'fromPassword', 'unsafePlainText', 'SecureString', 'secretOrKey', 'secretOrPrivateKey', 'keys', 'auth', 'logIn', 'sign_in', 'authenticate', 'resetPassword', 'bcrypt.hash', 'argon2.compareSync', 'check_password', value, value, value, "'a'", '"', "'", '`', '<', '>', '<A>', '(', '(', '(', ')', '[', ']', '{', '}', ',', ', ', ':', ': ', ' ', '\n', '\u00A0', '\u00E9', 'a', '_', '$', '.', '=>', ' '.repeat(20), 'x'.repeat(24), 'x'.repeat(79)];

it('rules nothing out that the text tells', () => {
  let seed = 11;
  const draw = (most: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % most;
  };
  let count = 0;
  for (let round = 0; round < 120_000; round++) {
    const text = Array.from({ length: 2 + draw(10) }, () => parts[draw(parts.length)]).join('');
    const index = draw(text.length);
    if (!isTaken(text, index)) continue;
    count++;
    expect(isRuledOut(text, index), JSON.stringify(text.replaceAll(value, '<value>'))).toBe(false);
  }
  expect(count).toBeGreaterThan(1000);
});
