import path from 'node:path';
import { rules } from '../../src/rules/index.ts';
import { fake } from '../support/fake.ts';
import { createTester } from '../support/rule-tester.ts';

const inventory = path.resolve(import.meta.dirname, '../fixtures/inventory/shop.json');
const rule = rules['no-hardcoded-secrets'] as never;
const password = fake.password();
const why = 'Whoever can read the file, a fork or the git history has the secret.';

/** The file stands in this package, which is a module and has Powertools. */
const fixed = (name: string): string =>
  `import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\n\nexport const dbPassword = await getParameter('${name}', { decrypt: true, throwOnMissing: true });\n`;

createTester({ inventory, prefix: '/prod/shop' }).run('no-hardcoded-secrets', rule, {
  valid: [
    'const dbPassword = process.env.DB_PASSWORD;',
    "const label = { password: 'Password', confirmPassword: 'Confirm password' };",
    "const passwordParameter = '/prod/shop/db-password';",
    "import token from 'secret-token-abcdef123456';",
    { code: "login({ password: 'hunter22' });", filename: 'test/login.test.ts' },
    "type Kind = { password: 'Xk29sLq81!' };",
  ],
  invalid: [
    {
      code: `export const dbPassword = '${password}';\n`,
      filename: 'src/db.ts',
      errors: [
        {
          messageId: 'leak',
          data: { message: 'A password is hard-coded in "dbPassword".' },
          line: 1,
          column: 28,
          endColumn: 28 + password.length,
          suggestions: [{ messageId: 'replace', output: fixed('/prod/shop/db-password') }],
        },
      ],
    },
    {
      name: 'no edit for a parameter that is not encrypted',
      code: `const stripeKey = '${fake.stripeKey()}';\n`,
      errors: [{ message: `A Stripe live secret key is hard-coded in "stripeKey". ${why}`, suggestions: [] }],
    },
    {
      name: 'no edit for a name that the inventory does not know',
      code: `const smtpPassword = '${password}';\n`,
      errors: [{ messageId: 'leak', suggestions: [] }],
    },
  ].map((entry) => entry as never),
});

createTester({ inventory }).run('no-hardcoded-secrets with several environments', rule, {
  valid: [],
  invalid: [
    {
      name: 'one suggestion for each parameter that fits',
      code: `export const dbPassword = '${password}';\n`,
      errors: [
        {
          messageId: 'leak',
          suggestions: ['/dev/shop/db-password', '/prod/shop/db-password'].map((name) => ({ messageId: 'replace', output: fixed(name) })),
        },
      ],
    },
  ],
} as never);
