import path from 'node:path';
import { rules } from '../../src/rules/index.ts';
import { createTester } from '../support/rule-tester.ts';

const inventory = path.resolve(import.meta.dirname, '../fixtures/inventory/references.json');
const powertools = "import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\n";

createTester({ inventory }).run('no-plaintext-parameter', rules['no-plaintext-parameter'] as never, {
  valid: ["StringParameter.valueFromLookup(this, '/prod/shop/vpc-id');"],
  invalid: [
    { code: "StringParameter.valueFromLookup(this, '/prod/shop/api-token');", errors: [{ messageId: 'leak', line: 1, column: 40 }] },
    { code: `${powertools}await getParameter('/prod/shop/stripe-key');`, errors: [{ messageId: 'leak', line: 2, column: 21 }] },
  ],
} as never);
