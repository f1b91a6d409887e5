import path from 'node:path';
import { rules } from '../../src/rules/index.ts';
import { createTester } from '../support/rule-tester.ts';

const inventory = path.resolve(import.meta.dirname, '../fixtures/inventory/references.json');
const powertools = "import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\n";

createTester({ inventory }).run('no-foreign-stage', rules['no-foreign-stage'] as never, {
  valid: ["await getParameter('/prod/shop/db-password', { decrypt: true });"],
  invalid: [
    { code: `${powertools}await getParameter('/dev/shop/db-password', { decrypt: true });`, errors: [{ messageId: 'leak', line: 2, column: 21 }] },
    { code: `${powertools}await getParameter('/dev/shop/db-password', { decrypt: true });`, filename: 'config/production.ts', errors: [{ messageId: 'leak', line: 2, column: 21 }] },
  ],
} as never);
