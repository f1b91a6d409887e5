import { expect, it } from 'vitest';
import { beanstalk } from '../../src/remedies/beanstalk.ts';
import { fake } from '../support/fake.ts';
import { scanDocument } from '../scanners/scan-document.ts';
import { present } from './present.ts';
import { fixDocument, proposeAll } from './propose.ts';

const password = fake.password();
const namespace = 'aws:elasticbeanstalk:application:environment';

it('moves a variable to the secrets, in YAML and in JSON', async () => {
  const arn = 'arn:aws:ssm:eu-west-1:123456789012:parameter/prod/shop/db-password';
  expect(await fixDocument('.ebextensions/a.config', `option_settings:\n  ${namespace}:\n    DB_PASSWORD: '${password}'\n`)).toBe(`option_settings:\n  ${namespace}secrets:\n    DB_PASSWORD: '${arn}'\n`);
  expect(await fixDocument('.ebextensions/a.config', `{"option_settings": {"${namespace}": {"DB_PASSWORD": "${password}"}}}`)).toBe(`{"option_settings": {"${namespace}secrets": {"DB_PASSWORD": "${arn}"}}}`);
});

it.each([
  ['.ebextensions/a.config', (space: string, value: string) => `option_settings:\n  - option_name: DB_PASSWORD\n    namespace: ${space}\n    value: '${value}' # c\n`],
  ['stack.yaml', (space: string, value: string) => `Resources:\n  E:\n    Type: AWS::ElasticBeanstalk::Environment\n    Properties:\n      OptionSettings:\n        - {Namespace: '${space}', OptionName: DB_PASSWORD, Value: '${value}'}\n`],
])('gives an option the other namespace in %s', async (path, toText) => {
  expect(await fixDocument(path, toText(namespace, password))).toBe(toText(`${namespace}secrets`, 'arn:aws:ssm:eu-west-1:123456789012:parameter/prod/shop/db-password'));
});

it('says what the instances need', async () => {
  expect(await proposeAll('.ebextensions/a.config', `option_settings:\n  ${namespace}:\n    DB_PASSWORD: '${password}'\n`)).toMatchObject([{ note: expect.stringContaining('The instance profile needs ssm:GetParameter on arn:aws') as string }]);
});

it('needs the account for the ARN', async () => {
  const text = `option_settings:\n  ${namespace}:\n    DB_PASSWORD: '${password}'\n`;
  const [problem] = (await scanDocument('.ebextensions/a.config', text)).problems;
  if (problem?.site?.carrier !== 'beanstalk') throw new Error('no site');
  const evidence = { checkedAt: 0, region: 'eu-west-1' };
  expect(beanstalk.propose({ text, problem, site: problem.site, parameter: { ...present('/a'), evidence }, parametersBelowPrefix: [], project: { prefix: '' } })).toMatchObject({ edits: undefined, reason: expect.stringContaining('account') as string });
});
