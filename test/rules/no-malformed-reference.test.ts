import path from 'node:path';
import { rules } from '../../src/rules/index.ts';
import { createTester } from '../support/rule-tester.ts';

const inventory = path.resolve(import.meta.dirname, '../fixtures/inventory/references.json');
const powertools = "import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\n";

createTester({ inventory }).run('no-malformed-reference', rules['no-malformed-reference'] as never, {
  valid: ["await getParameter('/prod/shop/db-password', { decrypt: true });"],
  invalid: [
    {
      code: `${powertools}await getParameter('/prod//shop/db-password', { decrypt: true });`,
      errors: [{ messageId: 'leak', line: 2, column: 21, suggestions: [{ messageId: 'replace', output: `${powertools}await getParameter('/prod/shop/db-password', { decrypt: true });` }] }],
    },
    { code: `${powertools}await getParameter('prod/nowhere/db', { decrypt: true });`, errors: [{ messageId: 'leak', line: 2, column: 21 }] },
    { code: `${powertools}await getParameter('arn:aws:ssm:eu-west-1:123456789:parameter/prod/shop/db-password', { decrypt: true });`, errors: [{ messageId: 'leak', line: 2, column: 21 }] },
  ],
} as never);
