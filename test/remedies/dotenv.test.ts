import { describe, expect, it } from 'vitest';
import { inventory, makeFolder, run } from '../support/command.ts';
import { fake } from '../support/fake.ts';

const fix = (dependencies: object): string => {
  const folder = makeFolder({
    '.env': `PORT=80\nDB_PASSWORD="${fake.weakPassword()}" # old\n`,
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

  it('refers in the form of the project’s own loader', () => {
    expect(fix({ '@varlock/aws-secrets-plugin': '^1.2.2' })).toBe('PORT=80\nDB_PASSWORD=awsParam("/prod/shop/db-password") # old\n');
  });
});
