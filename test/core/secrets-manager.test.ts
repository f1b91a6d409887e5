import { describe, expect, it } from 'vitest';
import { planRemedies } from '../../src/core/plan.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { RemedyOutcome } from '../../src/core/finding.ts';
import { getSecretsManagerReason } from '../../src/core/secrets-manager.ts';
import { remedies } from '../../src/remedies/index.ts';
import { fake } from '../support/fake.ts';
import { present } from '../remedies/present.ts';
import { scanDocument } from '../scanners/scan-document.ts';

const problem = (end: number): Problem => ({ ruleId: 'no-hardcoded-secrets', kind: 'x', severity: 'high', range: [0, end], message: '', secretRanges: [] });
const reasonOf = (value: string): string | undefined => getSecretsManagerReason(problem(value.length), value);
const password = fake.password();

describe('Secrets Manager fits better', () => {
  it.each([
    ['more than a parameter holds', 'x'.repeat(8193), 'larger than a parameter'],
    ['more than a standard parameter holds', 'ü'.repeat(2049), 'advanced tier'],
    ['a user with a password', '{"username": "shop", "password": "x"}', 'keeps both'],
  ])('%s', (_, value, reason) => {
    expect(reasonOf(value)).toContain(reason);
    expect(reasonOf(value)).not.toContain(value);
  });

  it.each(['x'.repeat(4096), '{"password": "x"}', ''])('not always %#', (value) => expect(reasonOf(value)).toBeUndefined());

  it('for databases that make the password themselves', async () => {
    const text = `Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: '${password}'\n`;
    expect(await plan('stack.yaml', text, '/prod/shop/db')).toMatchObject({ state: 'offered', note: expect.stringContaining('ManageMasterUserPassword: true') as string });
  });
});

describe('a name that stands for a secret', () => {
  const name = '/aws/reference/secretsmanager/prod/shop/db';

  it('is resolved in any property of CloudFormation', async () => {
    const text = `Resources:\n  B:\n    Type: AWS::AmazonMQ::Broker\n    Properties:\n      Users: [{Username: a, Password: '${password}'}]\n`;
    const outcome = await plan('stack.yaml', text, name);
    expect(outcome).toMatchObject({ state: 'offered', edits: [{ text: "'{{resolve:secretsmanager:prod/shop/db:SecretString}}'" }], note: expect.stringContaining('secretsmanager:GetSecretValue') as string });
  });

  it('is a parameter for the Serverless Framework', async () => {
    const text = `service: s\nprovider:\n  name: aws\n  environment:\n    DB_PASSWORD: '${password}'\n`;
    expect(await plan('serverless.yml', text, name)).toMatchObject({ edits: [{ text: `'\${ssm(eu-west-1):${name}}'` }] });
  });

  it.each([
    ['task.json', `{"executionRoleArn": "x", "containerDefinitions": [{"image": "i", "environment": [{"name": "DB_PASSWORD", "value": "${password}"}]}]}`, 'ARN'],
    ['buildspec.yml', `version: 0.2\nphases: {}\nenv:\n  variables:\n    DB_PASSWORD: '${password}'\n`, 'secrets-manager'],
    ['copilot/api/manifest.yml', `variables:\n  DB_PASSWORD: '${password}'\n`, 'secretsmanager: ID'],
    ['appsettings.json', `{"Db": {"Password": "${password}"}}`, 'AddSystemsManager'],
  ])('is left to a person in %s', async (path, text, advice) => {
    expect(await plan(path, text, name)).toMatchObject({ state: 'none', reason: expect.stringContaining(advice) as string });
  });
});

/** The outcome for the first secret of a document whose name the config maps to `name`; the store has it. */
async function plan(path: string, text: string, name: string): Promise<RemedyOutcome | undefined> {
  const [found] = (await scanDocument(path, text)).problems;
  if (found?.subject === undefined) return undefined;
  const naming = { map: { [found.subject.name]: name }, prefix: '' };
  const knowledge = { answers: new Map([[name, present(name.replace('/aws/reference/secretsmanager/', ''), name.startsWith('/aws/') ? { type: 'Secret' } : {})]]), found: [] };
  return planRemedies({ problem: found, text, path, project: { prefix: '' }, naming, knowledge, remedies })[0];
}
