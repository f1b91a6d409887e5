import { chmodSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inventory, makeFolder, run } from '../support/command.ts';
import { fake } from '../support/fake.ts';

const fix = (dependencies: object, value = `"${fake.weakPassword()}" # old`): string => {
  const folder = makeFolder({
    '.env': `PORT=80\nDB_PASSWORD=${value}\n`,
    'package.json': JSON.stringify({ dependencies, scripts: { start: 'paramguard exec --dotenv .env -- node a.js' } }),
    'inventory.json': inventory(['/prod/shop/db-password']),
  });
  run(folder, ['fix', '--apply', '--store', 'file:inventory.json']);
  return run(folder, ['exec', '--', 'cat', '.env']).stdout;
};

describe('.env', () => {
  it('refers in the form that paramguard exec fills in', () => {
    expect(fix({})).toBe('PORT=80\nDB_PASSWORD=ssm:///prod/shop/db-password # old\n');
  });

  it.each([
    [`${fake.alphanumeric(12)}#45`, ''],
    [`${fake.alphanumeric(12)}#45 # old`, ' # old'],
    [`${fake.alphanumeric(12)}#the old one`, '#the old one'],
  ])('leaves nothing of a value that loaders end in different places (%#)', (value, rest) => {
    expect(fix({}, value)).toBe(`PORT=80\nDB_PASSWORD=ssm:///prod/shop/db-password${rest}\n`);
  });

  it('shows nothing of such a value', () => {
    const folder = makeFolder({ '.env': `DB_PASSWORD=${fake.alphanumeric(12)}#45\n` });
    expect(run(folder, ['scan', '--store', 'none']).stdout).not.toContain('45');
  });

  it('says what was not written', () => {
    const folder = makeFolder({ '.env': `DB_PASSWORD=${fake.weakPassword()}\n`, 'inventory.json': inventory(['/prod/shop/db-password']) });
    chmodSync(path.join(folder, '.env'), 0o444);
    const { code, stdout } = run(folder, ['fix', '--apply', '--store', 'file:inventory.json']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: 'Nothing was written.\n1 leak stays in what could not be written: .env\n' });
  });

  it('refers in the form of the project’s own loader', () => {
    expect(fix({ '@varlock/aws-secrets-plugin': '^1.2.2' })).toBe('PORT=80\nDB_PASSWORD=awsParam("/prod/shop/db-password") # old\n');
  });
});
