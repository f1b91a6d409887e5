import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { fixDocument, proposeAll } from './propose.ts';

const password = fake.password();
const service = (region: string, value: string): string => `service: shop\nprovider:\n  name: aws\n  region: ${region}\n  environment:\n    DB_PASSWORD: ${value}\n`;

describe('a service', () => {
  it.each([
    ['eu-west-1', password, '${ssm:/prod/shop/db-password}'],
    ['eu-west-1', `'${password}' # c`, "'${ssm:/prod/shop/db-password}' # c"],
    ['us-east-1', `"${password}"`, '"${ssm(eu-west-1):/prod/shop/db-password}"'],
    ['${opt:region}', password, '${ssm:/prod/shop/db-password}'],
  ])('in %s %#', async (region, before, after) => {
    expect(await fixDocument('serverless.yml', service(region, before))).toBe(service(region, after));
  });

  it('quotes within braces, and stands JSON', async () => {
    expect(await fixDocument('serverless.yml', `service: s\nprovider: {name: aws, region: eu-west-1, environment: {DB_PASSWORD: ${password.replaceAll('#', '')}}}\n`)).toBe("service: s\nprovider: {name: aws, region: eu-west-1, environment: {DB_PASSWORD: '${ssm:/prod/shop/db-password}'}}\n");
    expect(await fixDocument('serverless.json', `{"service": "s", "provider": {"name": "aws"}, "custom": {"dbPassword": "${password}"}}`)).toBe('{"service": "s", "provider": {"name": "aws"}, "custom": {"dbPassword": "${ssm(eu-west-1):/prod/shop/dbpassword}"}}');
  });

  it('says where the value goes', async () => {
    expect(await proposeAll('serverless.yml', service('eu-west-1', password))).toMatchObject([{ note: expect.stringContaining('plain text') as string }]);
  });

  it('leaves the template in it to CloudFormation, and other clouds alone', async () => {
    const resources = `service: s\nprovider: aws\nresources:\n  Resources:\n    Db:\n      Type: AWS::RDS::DBInstance\n      Properties:\n        MasterUserPassword: ${password}\n`;
    expect(await proposeAll('serverless.yml', resources)).toMatchObject([{ carrier: 'cloudformation' }]);
    expect(await proposeAll('serverless.yml', service('x', password).replace('aws', 'google'))).toEqual([]);
  });

  it.each([
    ['a part of a value', service('eu-west-1', `x\n    URL: postgres://u:${fake.alphanumeric(14)}@db/x`), 'part of the value'],
    ['the first version', `frameworkVersion: '>=1.30.0 <2.0.0'\n${service('eu-west-1', password)}`, '~true'],
  ])('says why it refuses %s', async (_, text, reason) => {
    expect(await proposeAll('serverless.yml', text)).toMatchObject([{ edits: undefined, reason: expect.stringContaining(reason) as string }]);
  });
});
