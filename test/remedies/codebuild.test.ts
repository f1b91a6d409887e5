import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { fixDocument, proposeAll } from './propose.ts';

const password = fake.password();
const spec = (env: string): string => `version: 0.2\nenv:\n${env.replace(/^(?=.)/gmu, '  ')}phases:\n  build:\n    commands: [make]\n`;

describe('a buildspec', () => {
  it.each([
    ['takes the map along with its only variable', `variables:\n  DB_PASSWORD: '${password}' # c\n`, `parameter-store:\n  DB_PASSWORD: '/prod/shop/db-password' # c\n`],
    ['makes the map', `variables:\n  A: b\n  DB_PASSWORD: ${password}\nshell: bash\n`, `variables:\n  A: b\nparameter-store:\n  DB_PASSWORD: /prod/shop/db-password\nshell: bash\n`],
    ['adds to the map', `parameter-store:\n    B: /b\nvariables:\n  DB_PASSWORD: "${password}" # c\n  A: b\n`, `parameter-store:\n    B: /b\n    DB_PASSWORD: "/prod/shop/db-password" # c\nvariables:\n  A: b\n`],
    ['takes an empty map away', `variables:\n  DB_PASSWORD: ${password}\nparameter-store:\n  B: /b\n`, `parameter-store:\n  B: /b\n  DB_PASSWORD: /prod/shop/db-password\n`],
    ['takes the comments above along', `variables:\n  # a\n  A: b\n\n  # of the shop\n  # until May\n  DB_PASSWORD: ${password} # c\nparameter-store:\n    B: /b\n`, `variables:\n  # a\n  A: b\n\nparameter-store:\n    B: /b\n    # of the shop\n    # until May\n    DB_PASSWORD: /prod/shop/db-password # c\n`],
    ['stands braces', `variables: {A: b, DB_PASSWORD: '${password}'}\n`, `variables: {A: b}\nparameter-store: {DB_PASSWORD: '/prod/shop/db-password'}\n`],
    ['fills braces', `variables: {DB_PASSWORD: '${password}'}\nparameter-store: {}\n`, `variables: {}\nparameter-store: {DB_PASSWORD: '/prod/shop/db-password'}\n`],
    ['moves from lines to braces', `variables:\n  DB_PASSWORD: '${password}' # c\n  A: b\nparameter-store: { B: /b }\n`, `variables:\n  A: b\nparameter-store: { B: /b, DB_PASSWORD: '/prod/shop/db-password' }\n`],
  ])('%s', async (_, before, after) => {
    expect(await fixDocument('buildspec.yml', spec(before))).toBe(spec(after));
  });

  it('stands CRLF and a file without a last line break', async () => {
    const text = `version: 0.2\nphases: {}\nenv:\n  variables:\n    A: b\n    DB_PASSWORD: ${password}`.replaceAll('\n', '\r\n');
    expect(await fixDocument('buildspec.yml', text)).toBe('version: 0.2\nphases: {}\nenv:\n  variables:\n    A: b\n  parameter-store:\n    DB_PASSWORD: /prod/shop/db-password'.replaceAll('\n', '\r\n'));
  });

  it('is known by what is in it, and stands JSON', async () => {
    const text = (env: string): string => `{\n  "version": 0.2,\n  "phases": {},\n  "env": {\n    ${env}\n  }\n}\n`;
    expect(await fixDocument('ci/build.json', text(`"variables": { "A": "b", "DB_PASSWORD": "${password}" }`))).toBe(text('"variables": { "A": "b" },\n    "parameter-store": { "DB_PASSWORD": "/prod/shop/db-password" }'));
  });

  it('is left alone elsewhere', async () => {
    expect(await proposeAll('app.yml', `env:\n  variables:\n    DB_PASSWORD: ${password}\n`)).toEqual([]);
  });

  it('moves the variables of one map one after the other', async () => {
    expect(await fixDocument('buildspec.yml', spec(`variables:\n  DB_PASSWORD: ${password}\n  API_PASSWORD: ${password}\n`))).toBe('edits overlap');
  });

  it.each([
    ['a map with an anchor', spec(`variables: &v\n  DB_PASSWORD: ${password}\n`), 'by hand'],
    ['a map that is merged in', `x: &x\n  parameter-store: {A: /a}\n${spec(`<<: *x\nvariables:\n  DB_PASSWORD: ${password}\n`)}`, 'by hand'],
    ['a name that is taken', spec(`variables:\n  DB_PASSWORD: ${password}\nparameter-store:\n  DB_PASSWORD: /x\n`), 'already'],
    ['a part of a value', spec(`variables:\n  URL: postgres://u:${fake.alphanumeric(14)}@db/x\n`), 'part of the value'],
    ['a batch', `version: 0.2\nphases: {}\nbatch:\n  build-list:\n    - identifier: a\n      env:\n        variables:\n          DB_PASSWORD: ${password}\n`, 'batch'],
  ])('says why it refuses %s', async (_, text, reason) => {
    expect(await proposeAll('buildspec.yml', text)).toMatchObject([{ edits: undefined, reason: expect.stringContaining(reason) as string }]);
  });
});

describe('a project', () => {
  const project = (entry: string): string => `Resources:\n  P:\n    Type: AWS::CodeBuild::Project\n    Properties:\n      Environment:\n        EnvironmentVariables:\n          - ${entry}\n`;

  it.each([
    [`Value: ${password}\n            Name: DB_PASSWORD`, `Type: PARAMETER_STORE\n            Value: /prod/shop/db-password\n            Name: DB_PASSWORD`],
    [`Name: DB_PASSWORD\n            Value: '${password}'\n            Type: "PLAINTEXT"`, `Name: DB_PASSWORD\n            Value: '/prod/shop/db-password'\n            Type: "PARAMETER_STORE"`],
    [`{"Name": "DB_PASSWORD", "Value": "${password}"}`, `{"Name": "DB_PASSWORD", "Type": "PARAMETER_STORE", "Value": "/prod/shop/db-password"}`],
  ])('%#', async (before, after) => {
    expect(await fixDocument('stack.yaml', project(before))).toBe(project(after));
  });

  it('says what role needs what', async () => {
    const note = 'The service role of the build needs ssm:GetParameters on arn:aws:ssm:eu-west-1:123456789012:parameter/prod/shop/db-password';
    const text = project(`{Name: DB_PASSWORD, Value: '${password}'}`);
    expect(await proposeAll('stack.yaml', text, undefined, { keyId: 'alias/aws/ssm' })).toMatchObject([{ note: `${note}.` }]);
    expect(await proposeAll('stack.yaml', text, undefined, { keyId: 'alias/shop' })).toMatchObject([{ note: `${note} and kms:Decrypt on the key of alias/shop.` }]);
  });

  it('does not touch a name of another store', async () => {
    expect(await proposeAll('stack.yaml', project(`{Name: DB_PASSWORD, Type: SECRETS_MANAGER, Value: '${password}'}`))).toMatchObject([{ edits: undefined }]);
  });
});
