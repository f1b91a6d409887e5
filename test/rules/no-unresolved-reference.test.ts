import path from 'node:path';
import { rules } from '../../src/rules/index.ts';
import { createTester } from '../support/rule-tester.ts';

const inventory = path.resolve(import.meta.dirname, '../fixtures/inventory/references.json');

createTester({ inventory }).run('no-unresolved-reference', rules['no-unresolved-reference'] as never, {
  valid: ["StringParameter.valueForStringParameter(this, '/prod/shop/vpc-id');"],
  invalid: [
    { code: "StringParameter.valueForStringParameter(this, '/prod/shop/db-password');", errors: [{ messageId: 'leak', line: 1, column: 48 }] },
    { code: "SecretValue.ssmSecure('/prod/shop/vpc-id');", errors: [{ messageId: 'leak', line: 1, column: 24 }] },
  ],
} as never);
