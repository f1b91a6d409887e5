import path from 'node:path';
import { rules } from '../../src/rules/index.ts';
import { createTester } from '../support/rule-tester.ts';

const inventory = path.resolve(import.meta.dirname, '../fixtures/inventory/references.json');
const powertools = "import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\n";

createTester({ inventory }).run('no-unknown-parameter', rules['no-unknown-parameter'] as never, {
  valid: ["const a = await getParameter('/prod/shop/db-password', { decrypt: true });"],
  invalid: [
    { code: `${powertools}await getParameter('/prod/shop/db-pasword', { decrypt: true });`, errors: [{ messageId: 'leak', line: 2, column: 21 }] },
    {
      code: `${powertools}await getParameter('/Prod/shop/db-password', { decrypt: true });`,
      errors: [{ messageId: 'leak', line: 2, column: 21, suggestions: [{ messageId: 'replace', output: `${powertools}await getParameter('/prod/shop/db-password', { decrypt: true });` }] }],
    },
    // the stage lacks what its siblings have
    { code: `${powertools}await getParameter(\`/\${stage}/shop/nothing\`, { decrypt: true });`, errors: [{ messageId: 'leak', line: 2 }] },
  ],
} as never);
