import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { fixDocument, proposeAll } from './propose.ts';

const password = fake.password();
const fn = (properties: string, type = 'Serverless'): string => `Resources:\n  F:\n    Type: AWS::${type}::Function\n    Properties:\n${properties.replace(/^(?=.)/gmu, '      ')}`;
const variables = (entry: string): string => `Environment:\n  Variables:\n    ${entry}\n`;

describe('a function', () => {
  it.each([
    ['adds to the list of policies', `${variables(`DB_PASSWORD: ${password}`)}Policies:\n- A\nTimeout: 3\n`, `${variables('DB_PASSWORD_PARAM: /prod/shop/db-password')}Policies:\n- A\n- SSMParameterReadPolicy:\n    ParameterName: "prod/shop/db-password"\nTimeout: 3\n`],
    ['adds to a list in brackets', `Policies: [A]\n${variables(`"DB_PASSWORD": '${password}'`)}`, `Policies: [A, { "SSMParameterReadPolicy": { "ParameterName": "prod/shop/db-password" } }]\n${variables(`"DB_PASSWORD_PARAM": '/prod/shop/db-password'`)}`],
    ['does not grant twice', `${variables(`DB_PASSWORD: ${password}`)}Policies:\n- SSMParameterReadPolicy:\n    ParameterName: prod/shop/db-password\n`, `${variables('DB_PASSWORD_PARAM: /prod/shop/db-password')}Policies:\n- SSMParameterReadPolicy:\n    ParameterName: prod/shop/db-password\n`],
    ['keeps the role', `Role: arn:aws:iam::123456789012:role/f\n${variables(`dbPassword: ${password}`)}`, `Role: arn:aws:iam::123456789012:role/f\n${variables('dbPasswordParam: /prod/shop/dbpassword')}`],
  ])('%s', async (_, before, after) => {
    expect(await fixDocument('template.yaml', fn(before))).toBe(fn(after));
  });

  it('says that the code has to change, and what the role needs', async () => {
    const [proposal] = await proposeAll('template.yaml', fn(variables(`DB_PASSWORD: ${password}`), 'Lambda'));
    expect(proposal).toMatchObject({ note: expect.stringMatching(/^Change the code before you deploy.*ssm:GetParameter on arn:/u) as string });
  });

  it('stands JSON', async () => {
    const text = (entry: string): string => `{"Resources": {"F": {"Type": "AWS::Lambda::Function", "Properties": {"Environment": {"Variables": {${entry}}}}}}}`;
    expect(await fixDocument('stack.json', text(`"DB_PASSWORD": "${password}"`))).toBe(text('"DB_PASSWORD_PARAM": "/prod/shop/db-password"'));
  });

  it.each([
    ['a name that is taken', `DB_PASSWORD: ${password}\n    DB_PASSWORD_PARAM: /x`, 'already'],
    ['a part of a value', `URL: postgres://u:${fake.alphanumeric(14)}@db/x`, 'part of the value'],
  ])('says why it refuses %s', async (_, entry, reason) => {
    expect(await proposeAll('template.yaml', fn(variables(entry)))).toMatchObject([{ carrier: 'lambda', edits: undefined, reason: expect.stringContaining(reason) as string }]);
  });
});
