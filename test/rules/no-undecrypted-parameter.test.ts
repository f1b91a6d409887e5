import path from 'node:path';
import { rules } from '../../src/rules/index.ts';
import { createTester } from '../support/rule-tester.ts';

const inventory = path.resolve(import.meta.dirname, '../fixtures/inventory/references.json');

createTester({ inventory }).run('no-undecrypted-parameter', rules['no-undecrypted-parameter'] as never, {
  valid: ["new GetParameterCommand({ Name: '/prod/shop/table-name' });", "new GetParameterCommand({ Name: '/prod/shop/db-password', ...options });"],
  invalid: [
    {
      code: "new GetParameterCommand({ Name: '/prod/shop/db-password' });",
      errors: [{ messageId: 'leak', line: 1, column: 34, suggestions: [{ messageId: 'replace', output: "new GetParameterCommand({ Name: '/prod/shop/db-password', WithDecryption: true });" }] }],
    },
    {
      code: "ssm.getParameter({\n  Name: '/other/api-token',\n  WithDecryption: false,\n}).promise();",
      errors: [{ messageId: 'leak', line: 2, column: 10, suggestions: [{ messageId: 'replaceNoted', output: "ssm.getParameter({\n  Name: '/other/api-token',\n  WithDecryption: true,\n}).promise();" }] }],
    },
  ],
} as never);
