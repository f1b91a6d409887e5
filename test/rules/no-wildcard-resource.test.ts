import path from 'node:path';
import { rules } from '../../src/rules/index.ts';
import { createTester } from '../support/rule-tester.ts';

const inventory = path.resolve(import.meta.dirname, '../fixtures/inventory/shop.json');

createTester({ inventory, prefix: '/prod/shop' }).run('no-wildcard-resource', rules['no-wildcard-resource'] as never, {
  valid: [
    "new PolicyStatement({ actions: ['ssm:DescribeParameters'], resources: ['*'] });",
    "new PolicyStatement({ effect: Effect.DENY, actions: ['ssm:GetParameter'], resources: ['*'] });",
    "new PolicyStatement({ actions: ['ssm:GetParameter'], resources: ['arn:aws:ssm:eu-west-1:123456789012:parameter/prod/shop/*'] });",
  ],
  invalid: [
    {
      code: "new PolicyStatement({ actions: ['ssm:GetParameter'], resources: ['*'] });",
      errors: [
        {
          messageId: 'leak',
          line: 1,
          column: 66,
          endColumn: 69,
          suggestions: [
            {
              messageId: 'replaceNoted',
              output: "new PolicyStatement({ actions: ['ssm:GetParameter'], resources: ['arn:aws:ssm:eu-west-1:123456789012:parameter/prod/shop/*'] });",
            },
          ],
        },
      ],
    },
  ],
} as never);
