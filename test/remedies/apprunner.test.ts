import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { fixDocument, proposeAll } from './propose.ts';

const password = fake.password();
const arn = 'arn:aws:ssm:eu-west-1:123456789012:parameter/prod/shop/db-password';

describe('a service in a template', () => {
  const stack = (lists: string): string => `{"Resources": {"S": {"Type": "AWS::AppRunner::Service", "Properties": {"SourceConfiguration": {"CodeRepository": {"CodeConfiguration": {"CodeConfigurationValues": {${lists}}}}}}}}}`;

  it('stands JSON', async () => {
    const text = stack(`"RuntimeEnvironmentVariables": [{"Name": "A", "Value": "b"}, {"Name": "DB_PASSWORD", "Value": "${password}"}]`);
    expect(await fixDocument('stack.json', text)).toBe(stack(`"RuntimeEnvironmentVariables": [{"Name": "A", "Value": "b"}],"RuntimeEnvironmentSecrets": [{"Name": "DB_PASSWORD", "Value": "${arn}"}]`));
  });

  it('says what role is missing', async () => {
    const text = stack(`"RuntimeEnvironmentVariables": [{"Name": "DB_PASSWORD", "Value": "${password}"}]`);
    expect(await proposeAll('stack.json', text)).toMatchObject([{ note: expect.stringMatching(/^Add an InstanceRoleArn.*ssm:GetParameters on arn:aws:ssm/u) as string }]);
  });

  it('does not name a variable twice', async () => {
    const text = stack(`"RuntimeEnvironmentVariables": [{"Name": "DB_PASSWORD", "Value": "${password}"}], "RuntimeEnvironmentSecrets": [{"Name": "DB_PASSWORD", "Value": "${arn}"}]`);
    expect(await proposeAll('stack.json', text)).toMatchObject([{ edits: undefined, reason: expect.stringContaining('already') as string }]);
  });
});

describe('the file of a service', () => {
  it('makes the list', async () => {
    const run = (lists: string): string => `version: 1.0\nruntime: nodejs18\nrun:\n  command: node .\n${lists}`;
    expect(await fixDocument('apprunner.yaml', run(`  env:\n    - name: A\n      value: b\n    - name: DB_PASSWORD\n      value: ${password}\n`))).toBe(run(`  env:\n    - name: A\n      value: b\n  secrets:\n    - name: DB_PASSWORD\n      value-from: ${arn}\n`));
  });

  it('takes comments along, and stands a file without a last line break', async () => {
    const run = (lists: string): string => `version: 1.0\nruntime: nodejs18\nrun:\n  command: node .\n${lists}`;
    expect(await fixDocument('apprunner.yaml', run(`  env:\n    # a\n    - name: A\n      value: b\n    # of the shop\n    - name: DB_PASSWORD\n      value: ${password} # until May`))).toBe(
      run(`  env:\n    # a\n    - name: A\n      value: b\n  secrets:\n    # of the shop\n    - name: DB_PASSWORD\n      value-from: ${arn} # until May\n`),
    );
  });

  it.each(['env: &all\n    - name: DB_PASSWORD\n      value: ', 'env: # c\n    - &one\n      name: DB_PASSWORD\n      value: ', 'env:\n    - name: DB_PASSWORD\n      value: &one !!str '])('refuses what an alias may take over: %j', async (lists) => {
    const text = `version: 1.0\nrun:\n  ${lists}${password}\n`;
    expect(await proposeAll('apprunner.yaml', text)).toMatchObject([{ edits: undefined, reason: expect.stringMatching(/alias|other places/u) as string }]);
  });

  it('refuses what is needed while it is built', async () => {
    const text = `version: 1.0\nbuild:\n  env:\n    - name: NPM_TOKEN\n      value: ${fake.alphanumeric(30)}\n`;
    expect(await proposeAll('apprunner.yaml', text)).toMatchObject([{ edits: undefined, reason: expect.stringContaining('when the service runs') as string }]);
  });
});
