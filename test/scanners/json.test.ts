import { describe, expect, it } from 'vitest';
import { json } from '../../src/scanners/json.ts';
import { fake } from '../support/fake.ts';
import { scanDocument } from './scan-document.ts';

const password = fake.password();
const token = fake.alphanumeric(32);

describe('handles', () => {
  it.each(['a.json', 'b/c.jsonc', 'x.json5', 'stack.template', 'log.ndjson', 'terraform.tfstate', 'iam/trust-policy', 'a.json.template'])('%s', (path) => {
    expect(json.handles(path)).toBe(true);
  });

  it.each(['a.yaml', '.env.template', 'nginx.conf.template', 'a.ts', 'policy.md', 'json'])('not %s', (path) => {
    expect(json.handles(path)).toBe(false);
  });
});

describe('secrets in JSON', () => {
  it('marks the value without its quotes', async () => {
    const { problems, unread } = await scanDocument('config.json', `{"db": {"password": "${password}"}}`);
    expect(unread).toEqual([]);
    expect(problems).toMatchObject([{ kind: 'password-value', range: [21, 21 + password.length], subject: { name: 'password', path: ['db'] }, secretRanges: [[21, 21 + password.length]] }]);
  });

  it('keeps offsets with comments, tabs, CRLF, emoji and escapes', async () => {
    const text = `// "password"\r\n{\r\n\t"\u{1f511}": "\\u0041\\n", /* x */\r\n\t"api_key": "${token}",\r\n}`;
    expect((await scanDocument('settings.jsonc', text)).found).toEqual([`secret-value api_key: ${token}`]);
  });

  it.each([
    ['a name beside the value', { env: [{ name: 'DB_PASSWORD', value: password }] }, 'password-value DB_PASSWORD'],
    ['a CloudFormation parameter file', [{ ParameterKey: 'DbPassword', ParameterValue: password }], 'password-value DbPassword'],
    ['a repeated key', JSON.parse('{"a":1}'), undefined],
    ['an item of a list', { environment: ['A=b', `DB_PASSWORD=${password}`] }, 'password-value DB_PASSWORD'],
    ['a connection', { host: 'db', user: 'sa', pass: password }, 'password-value pass'],
  ])('finds %s', async (_, document, expected) => {
    const { found } = await scanDocument('values.json', JSON.stringify(document));
    expect(found).toEqual(expected === undefined ? [] : [`${expected}: ${password}`]);
  });

  it('finds both values of a repeated key', async () => {
    const { found } = await scanDocument('config.json', `{"password": "${password}", "password": "${fake.password('other')}"}`);
    expect(found).toHaveLength(2);
  });

  it('finds a value behind a condition', async () => {
    const { found } = await scanDocument('stack.json', JSON.stringify({ Resources: { Db: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword: { 'Fn::If': ['Production', password, { Ref: 'Password' }] } } } } }));
    expect(found).toEqual([`password-value MasterUserPassword: ${password}`]);
  });

  it('finds the password of a connection string', async () => {
    const { found } = await scanDocument('appsettings.json', `{"ConnectionStrings": {"Main": "Server=db;User Id=sa;Password=${password};"}}`);
    expect(found).toEqual([`connection-string-password Main: ${password}`]);
  });

  it('says what a token is, under whatever name', async () => {
    const github = fake.githubToken();
    expect((await scanDocument('a.json', `{"password": "${github}", "x": ["${github}"]}`)).found).toEqual([`github-token password: ${github}`, `github-token x: ${github}`]);
  });

  it.each([
    ['package-lock.json', { packages: { a: { secret: token } } }],
    ['package.json', { config: { apiKey: token } }],
    ['tsconfig.json', { compilerOptions: { token } }],
    ['locales/de.json', { password: 'Passwort', password_hint: 'Mindestens8Zeichen', token: 'Zugriffsmarke', pin: { password: '\u041f\u0430\u0440\u043e\u043b\u044c\u043d\u044b\u0439' } }],
    ['api.json', { openapi: '3.0.0', schemas: { Login: { properties: { password: { type: 'string', format: 'password', minLength: 12 } } } } }],
    ['api.json', { schemas: { Login: { example: { password } } } }],
    ['login.json', { $schema: 'http://json-schema.org/draft-07/schema#', properties: { password: { default: 'changeme' } } }],
    ['config.json', { password: '', token: null, secret: '${SECRET}', apiKey: '{{ api_key }}', credentials: 'arn:aws:iam::123456789012:role/x', passwordPolicy: 'strong12' }],
    ['values.json', { existingSecret: 'postgres-credentials', secretName: 'tls', imagePullSecrets: ['registry-credentials'], secrets: ['db_password'] }],
    ['template.json', { Resources: { Db: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword: { Ref: 'DbPassword' } } } } }],
    ['template.json', { Resources: { Db: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword: '{{resolve:ssm-secure:/prod/shop/db}}' } } } }],
    ['template.json', { Resources: { Db: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword: { 'Fn::Sub': '${Password}' } } } } }],
    ['template.json', { Parameters: { DbPassword: { Type: 'String', NoEcho: true } } }],
    ['template.json', { Parameters: { DbPassword: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/prod/shop/db-password-2' } } }],
    ['secrets.json', { password: 'ENC[AES256_GCM,data:abcdefghijkl==,type:str]', sops: { mac: token } }],
  ])('keeps quiet in %s %#', async (path, document) => {
    expect(await scanDocument(path, JSON.stringify(document))).toMatchObject({ found: [], unread: [] });
  });
});

describe('places in JSON', () => {
  it('gives the property of a resource', async () => {
    const text = JSON.stringify({ Resources: { Db: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword: password } } } });
    const start = text.indexOf(`"${password}"`);
    expect((await scanDocument('stack.template', text)).problems).toMatchObject([
      { site: { carrier: 'cloudformation', format: 'json', resourceType: 'AWS::RDS::DBInstance', property: 'MasterUserPassword', range: [start, start + password.length + 2] } },
    ]);
  });

  it('refuses where the secret is a part of the value', async () => {
    const text = JSON.stringify({ Resources: { F: { Type: 'AWS::Lambda::Function', Properties: { Environment: { Variables: { URL: `postgres://u:${password}@db/x` } } } } } });
    const { problems } = await scanDocument('stack.json', text.replaceAll('#', '%23'));
    expect(problems).toMatchObject([{ site: { carrier: 'lambda', refusal: expect.stringContaining('part of the value') as string } }]);
  });

  it('gives the container’s lists', async () => {
    const task = { executionRoleArn: 'arn:aws:iam::123456789012:role/x', containerDefinitions: [{ environment: [{ name: 'A', value: 'b' }, { name: 'DB_PASSWORD', value: password }], secrets: [] }] };
    const { problems } = await scanDocument('task.json', JSON.stringify({ taskDefinition: task }));
    expect(problems).toMatchObject([
      {
        site: {
          carrier: 'ecs',
          name: 'DB_PASSWORD',
          index: 1,
          isCloudFormation: false,
          hasExecutionRole: true,
          environment: { entries: [{ name: 'A', isMovable: false }, { name: 'DB_PASSWORD', isMovable: true }] },
          secrets: { entries: [] },
        },
      },
    ]);
  });
});

describe('policies in JSON', () => {
  const statement = { Effect: 'Allow', Action: 'ssm:GetParameter', Resource: '*' };

  it('marks the resource', async () => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    const start = text.indexOf('"*"');
    const { problems } = await scanDocument('policy.json', text);
    expect(problems).toMatchObject([{ ruleId: 'no-wildcard-resource', range: [start, start + 3], site: { carrier: 'policy', range: [start, start + 3], layout: 'single', services: ['ssm'] } }]);
  });

  it.each([
    ['one statement', statement],
    ['a role', { Resources: { R: { Type: 'AWS::IAM::Role', Properties: { Policies: [{ PolicyDocument: { Statement: statement } }] } } } }],
    ['a permission set', { Resources: { R: { Type: 'AWS::SSO::PermissionSet', Properties: { InlinePolicy: { Statement: statement } } } } }],
    ['both branches', { ...statement, Resource: { 'Fn::If': ['Prod', 'arn:aws:ssm:*:*:parameter/a', '*'] } }],
    ['a joined ARN', { ...statement, Resource: { 'Fn::Join': [':', ['arn:aws:ssm', { Ref: 'AWS::Region' }, { Ref: 'AWS::AccountId' }, 'parameter/*']] } }],
  ])('finds %s', async (_, document) => {
    expect((await scanDocument('x.json', JSON.stringify(document))).found).toHaveLength(1);
  });

  it.each([
    ['x.json', { Resources: { K: { Type: 'AWS::KMS::Key', Properties: { KeyPolicy: { Statement: [{ ...statement, Action: 'kms:*' }] } } } } }],
    ['x.json', { Resources: { B: { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: { Statement: [{ ...statement, Action: '*' }] } } } } }],
    ['x.json', { Resources: { Limit: { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement: statement } } }, R: { Type: 'AWS::IAM::Role', Properties: { PermissionsBoundary: { Ref: 'Limit' } } } } }],
    ['policies/permissions-boundary.json', { Statement: [statement] }],
    ['org/scp/deny-all.json', { Statement: [statement] }],
    ['x.json', { ...statement, Resource: { Ref: 'Star' } }],
    ['x.json', { ...statement, Resource: { 'Fn::Sub': '${Parameter}*' } }],
    ['x.json', { action: ['ssm:GetParameter'], resource: '*' }],
    ['x.json', { Effect: 'Allow', Action: 'ssm:GetParameter' }],
  ])('keeps quiet in %s %#', async (path, document) => {
    expect((await scanDocument(path, JSON.stringify(document))).found).toEqual([]);
  });
});

describe('what is no JSON', () => {
  it('says so and loses nothing', async () => {
    const github = fake.githubToken();
    const text = `{\n  "password": "${password}",,\n  "x" "y": ${github}\n`;
    const { found, unread } = await scanDocument('config.json', text);
    expect(found).toEqual([`password-value password: ${password}`, expect.stringContaining(github)]);
    expect(unread).toEqual([{ reason: 'This is not valid JSON, so a part of it was only searched as text: correct it or leave it out of the scan.', line: 2 }]);
  });

  it('takes templates as text', async () => {
    expect(await scanDocument('config.json', `{"a": {{ .Values.a }}, "password": "${password}"}`)).toMatchObject({ found: [`password-value password: ${password}`], unread: [] });
  });

  it('reads one document a line', async () => {
    const text = `{"a":1}\n{"password":"${password}"}\n{"broken\n`;
    expect(await scanDocument('log.ndjson', text)).toMatchObject({ found: [`password-value password: ${password}`], unread: [] });
  });

  it.each([
    ['brackets', '['.repeat(100_000)],
    ['braces', '{"a":'.repeat(100_000)],
    ['closed', `${'['.repeat(3000)}${']'.repeat(3000)}`],
  ])('stands deep nesting of %s', async (_, text) => {
    const { found, unread } = await scanDocument('deep.json', `{"password": "${password}", "x": ${text}`);
    expect(found).toEqual([`password-value password: ${password}`]);
    expect(unread).toHaveLength(1);
  });

  it.each(['', ' ', '\0', 'null', '"password"', '{"password"', '{"password":', '[,]', '{"":{"":""}}'])('stands %j', async (text) => {
    expect((await scanDocument('x.json', text)).found).toEqual([]);
  });

  it('stands a wide map', async () => {
    const text = `{${Array.from({ length: 20_000 }, (_, index) => `"password_policy_${String(index)}": "x"`).join(',')}, "password": "${password}"}`;
    expect((await scanDocument('x.json', text)).found).toHaveLength(1);
  });
});
