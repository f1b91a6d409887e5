import { rules } from '../../src/rules/index.ts';
import { createTester } from '../support/rule-tester.ts';

const call = "await ssm.send(new GetParameterCommand({ Name: '/prod/shop/db', WithDecryption: true }));";
const callOfAll = "await ssm.send(new GetParametersCommand({ Names: ['/prod/shop/db', '/prod/shop/api'], WithDecryption: true }));";
const grant = (actions: string, name = 'prod/shop/*'): string => `new PolicyStatement({ actions: [${actions}], resources: ['arn:aws:ssm:eu-west-1:123456789012:parameter/${name}'] });\n`;

createTester().run('no-mismatched-grant', rules['no-mismatched-grant'] as never, {
  valid: [grant("'ssm:GetParameter'") + call, grant("'ssm:GetParameter*'") + call, grant("'ssm:GetParameters'", 'prod/other/*') + call, grant("'ssm:GetParameters'"), call],
  invalid: [
    {
      code: grant("'ssm:GetParameters'") + call,
      errors: [{ messageId: 'leak', line: 1, column: 33, endColumn: 52, suggestions: [{ messageId: 'replaceNoted', output: grant("'ssm:GetParameter'") + call }] }],
    },
    {
      code: `${grant('"ssm:GetParameters"')}${callOfAll}\n${call}`,
      errors: [{ messageId: 'leak', line: 1, suggestions: [{ messageId: 'replaceNoted', output: `${grant('"ssm:GetParameters", "ssm:GetParameter"')}${callOfAll}\n${call}` }] }],
    },
  ],
} as never);
