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
  ] as const)('low: %s %s %s', (name, value, place) => expect(judge(name, value, place)).toBe('low'));

  it.each([
    ['password', 'password', 'setting'],
    ['DB_PASSWORD', 'password', 'setting'],
    ['password', 'secret', 'code'],
    ['password', 'password', 'connection'],
    ['MYSQL_ROOT_PASSWORD', 'password', 'sample'],
    ['keystorePassword', 'changeit', 'text'],
    ['POSTGRES_PASSWORD', 'your_password', 'setting'],
    ['password', 'acme_password', 'setting'],
  ] as const)('quiet: %s %s %s', (name, value, place) => expect(judge(name, value, place)).toBeUndefined());
});
