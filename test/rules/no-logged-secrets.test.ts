import { rules } from '../../src/rules/index.ts';
import { createTester } from '../support/rule-tester.ts';

createTester({ loggers: ['audit'] }).run('no-logged-secrets', rules['no-logged-secrets'] as never, {
  valid: ["console.log('Password updated');", 'console.log(token.length);', 'console.log(process.env.NODE_ENV);', 'other.write(apiKey);'],
  invalid: [
    {
      code: 'export function login(password: string) {\n  console.log(`login ${password}`);\n}\n',
      errors: [
        {
          messageId: 'leak',
          line: 2,
          column: 24,
          endColumn: 32,
          suggestions: [{ messageId: 'replaceNoted', output: 'export function login(password: string) {\n  console.log(`login [redacted]`);\n}\n' }],
        },
      ],
    },
    { name: 'further loggers by settings', code: 'export const f = (apiKey: string) => audit.write(apiKey);', errors: [{ messageId: 'leak', suggestions: [{ messageId: 'replaceNoted', output: "export const f = (apiKey: string) => audit.write('[redacted]');" }] }] },
  ],
} as never);
