import { describe, expect, it } from 'vitest';
import * as javascript from '../../src/flow/names.ts';
import * as python from '../../src/python/names.ts';

const names = [
  'password', 'db_password', 'DB_PASSWORD', 'api_key', 'secret_name', 'password_policy', 'token_url', 'has_token', 'database_url', 'connection_string', 'pg_dsn', 'auth_header',
  'masked_password', 'safe_config', 'hash_password', 'is_valid_token', 'get_token', 'load_db_password', 'get_secret_by_name', 'get_user', 'read_secret', 'verify', 'Token', 'SecretBinary',
];

// each language has a table of its own, and both must judge alike
describe('names are judged as in JavaScript', () => {
  it.each(names)('%s', (name) => {
    expect(python.judgeName(name)).toEqual(javascript.judgeName(name));
    expect(python.judgeGetter(name)).toEqual(javascript.judgeGetter(name));
    expect(python.isSafeName(name)).toBe(javascript.isSafeName(name));
    expect(python.isBarrierName(name)).toBe(javascript.isBarrierName(name));
  });

  it.each([['user', ['password']], ['secret', ['value']], ['passwords', ['0']], ['password', ['0']], ['errors', ['password']], [undefined, ['Parameter', 'Value']], ['x', ['*', 'api_key', '*']]] as const)('%s %j', (root, path) => {
    expect(python.judgePath(root, path)).toEqual(javascript.judgePath(root, path));
  });
});
