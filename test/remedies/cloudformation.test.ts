import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import type { Proposal } from '../../src/core/remedy.ts';
import { cloudformation } from '../../src/remedies/cloudformation.ts';
import { fake } from '../support/fake.ts';
import { scanDocument } from '../scanners/scan-document.ts';
import { present } from './present.ts';

const password = fake.password();
const db = (value: string): string => `Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUsername: shop\n      MasterUserPassword: ${value} # old\n`;

describe('properties that resolve a SecureString', () => {
  it.each([
    [password, "'{{resolve:ssm-secure:/prod/shop/db}}'"],
    [`'${password}'`, "'{{resolve:ssm-secure:/prod/shop/db}}'"],
    [`"${password}"`, '"{{resolve:ssm-secure:/prod/shop/db}}"'],
    [`!Sub ${password}`, "!Sub '{{resolve:ssm-secure:/prod/shop/db}}'"],
  ])('YAML %#', async (value, expected) => {
    expect(await fix('stack.yaml', db(value))).toBe(db(expected));
  });

  it('JSON', async () => {
    const text = (value: string): string => `{"Resources": {"Db": {"Type": "AWS::RDS::DBCluster", "Properties": {"MasterUserPassword": "${value}"}}}}`;
    expect(await fix('stack.json', text(password))).toBe(text('{{resolve:ssm-secure:/prod/shop/db}}'));
  });

  it('within lists and maps', async () => {
    const text = (value: string): string => `Resources:\n  S:\n    Type: AWS::OpsWorks::Stack\n    Properties:\n      RdsDbInstances:\n        - DbPassword: '${value}'\n`;
    expect(await fix('stack.yaml', text(password))).toBe(text('{{resolve:ssm-secure:/prod/shop/db}}'));
  });
});

describe('reasons', () => {
  const property = (type: string, lines: string): string => `Resources:\n  R:\n    Type: ${type}\n    Properties:\n      ${lines}\n`;

  it.each([
    ['another property', property('AWS::AmazonMQ::Broker', `Users: [{Username: a, Password: "${password}"}]`), 'Users.Password of AWS::AmazonMQ::Broker'],
    ['a parameter in the template', property('AWS::SSM::Parameter', `{Name: /prod/db-password, Type: String, Value: "${password}"}`), 'outside of the template'],
    ['a secret in the template', property('AWS::SecretsManager::Secret', `SecretString: "${password}"`), 'GenerateSecretString'],
    ['a default', `Parameters:\n  DbPassword:\n    Type: String\n    NoEcho: true\n    Default: "${password}"\n`, 'delete it'],
    ['several lines', db(`|\n        ${password}\n`).replace(' # old', ''), 'by hand'],
  ])('%s', async (_, text, reason) => {
    expect(await propose('stack.yaml', text)).toMatchObject({ edits: undefined, reason: expect.stringContaining(reason) as string });
  });

  it('names the type that does not do', async () => {
    expect(await propose('stack.yaml', db(password), present('/prod/shop/db', { type: 'String' }))).toEqual({ edits: undefined, reason: '/prod/shop/db is a String: store the secret as a SecureString first.' });
    expect(await propose('stack.yaml', db(password), present('/prod/shop/db', {}, 'cn-north-1'))).toMatchObject({ edits: undefined });
  });
});

async function propose(path: string, text: string, parameter = present('/prod/shop/db')): Promise<Proposal | undefined> {
  const [problem] = (await scanDocument(path, text)).problems;
  const site = problem?.site;
  if (problem === undefined || site?.carrier !== 'cloudformation') return undefined;
  return cloudformation.propose({ text, problem, site, parameter, parametersBelowPrefix: [], project: { dependencies: new Set(), prefix: '' } });
}

async function fix(path: string, text: string): Promise<string> {
  const proposal = await propose(path, text);
  return applyEdits(text, proposal?.edits ?? []);
}
