import path from 'node:path';
import { rules } from '../../src/rules/index.ts';
import { createTester } from '../support/rule-tester.ts';

const inventory = path.resolve(import.meta.dirname, '../fixtures/inventory/references.json');

createTester({ inventory }).run('no-unsafe-parameter-command', rules['no-unsafe-parameter-command'] as never, {
  valid: ["execSync('aws ssm get-parameter --name /prod/shop/db-password --with-decryption --query Parameter.Value --output text');"],
  invalid: [
    {
      code: "execSync('aws ssm get-parameters --names /prod/shop/db-password --with-decryption --query Parameters[0].Value --output text');",
      errors: [
        {
          messageId: 'leak',
          line: 1,
          column: 19,
          suggestions: [{ messageId: 'replaceNoted', output: "execSync('aws ssm get-parameter --name /prod/shop/db-password --with-decryption --query Parameter.Value --output text');" }],
        },
      ],
    },
  ],
} as never);
