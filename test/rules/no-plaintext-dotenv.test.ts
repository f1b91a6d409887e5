import path from 'node:path';
import { RuleTester } from 'eslint';
import paramguard from '../../src/index.ts';
import { rules } from '../../src/rules/index.ts';
import { fake } from '../support/fake.ts';
import '../support/rule-tester.ts';

const inventory = path.resolve(import.meta.dirname, '../fixtures/inventory/shop.json');
const password = fake.password();

const tester = new RuleTester({ plugins: { paramguard }, language: 'paramguard/dotenv', settings: { paramguard: { inventory, prefix: '/prod/shop' } } } as never);

tester.run('no-plaintext-dotenv', rules['no-plaintext-dotenv'] as never, {
  valid: [
    { code: 'PORT=8080\nNODE_ENV=production\nPASSWORD_MIN_LENGTH=12\n', filename: '.env' },
    { code: 'DB_PASSWORD=\nAPI_KEY=your-api-key\nTOKEN=<token>\n', filename: '.env.example' },
    { code: 'DB_PASSWORD=ssm:///prod/shop/db-password\nDB_URL=postgres://app:${DB_PASSWORD}@db/shop\n', filename: '.env' },
    { code: `# eslint-disable-next-line no-plaintext-dotenv -- rotated\nDB_PASSWORD=${password}\n`.replace('no-plaintext', 'rule-to-test/no-plaintext'), filename: '.env' },
  ],
  invalid: [
    {
      code: `PORT=8080\r\nexport DB_PASSWORD="${password}" # of the shop\r\n`,
      filename: '.env.production',
      errors: [
        {
          messageId: 'leak',
          line: 2,
          column: 21,
          endColumn: 21 + password.length,
          suggestions: [{ messageId: 'replace', output: 'PORT=8080\r\nexport DB_PASSWORD=ssm:///prod/shop/db-password # of the shop\r\n' }],
        },
      ],
    },
    {
      code: `KEY='${fake.pem()}'\n`,
      filename: '.env',
      errors: [{ messageId: 'leak', line: 1, endLine: 6 }],
    },
  ],
} as never);
