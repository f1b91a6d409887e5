import { describe, expect, it } from 'vitest';
import { yaml } from '../../src/scanners/yaml.ts';
import { fake } from '../support/fake.ts';
import { scanDocument } from './scan-document.ts';

const password = fake.password();
const token = fake.alphanumeric(32);

describe('handles', () => {
  it.each(['a.yaml', 'x/y.yml', 'values.yaml.tpl'])('%s', (path) => {
    expect(yaml.handles(path)).toBe(true);
  });

  it.each(['a.json', 'yaml', 'a.yaml.ts'])('not %s', (path) => {
    expect(yaml.handles(path)).toBe(false);
  });
});

describe('secrets in YAML', () => {
  it('are found in the text of a file that Elastic Beanstalk writes', async () => {
    const text = `option_settings:\n  aws:elasticbeanstalk:application:environment:\n    DB_PASSWORD: ${password}\nfiles:\n  /etc/app.ini:\n    content: |\n      "db_password" = "${token}"\n`;
    expect((await scanDocument('.ebextensions/app.config', text)).found).toEqual([`password-value DB_PASSWORD: ${password}`, `password-value db_password: ${token}`]);
  });

  it.each([
    ['plain', password],
    ['single', `'${password}'`],
    ['double', `"${password}"`],
    ['a block', `|\n    ${password}\n`],
    ['a folded block', `>-\n    ${password}\n`],
    ['a commented line', `${password} # ours`],
    ['an anchor', `&pw ${password}`],
    ['a tag of YAML', `!!str ${password}`],
    ['!Sub without parts', `!Sub ${password}`],
  ])('reads %s values', async (_, value) => {
    const { found, unread } = await scanDocument('config.yml', `db:\n  password: ${value}\n`);
    expect(found).toEqual([`password-value password: ${password}`]);
    expect(unread).toEqual([]);
  });

  it('keeps offsets with CRLF, emoji and several documents', async () => {
    const text = `a: "\u{1f511}"\r\n---\r\nb: 1\r\n--- # c\r\npassword: ${password}\r\napi_key: '${token}'\r\n`;
    expect((await scanDocument('values.yaml', text)).found).toEqual([`password-value password: ${password}`, `secret-value api_key: ${token}`]);
  });

  it.each([
    ['Kubernetes variables', `spec:\n  env:\n  - name: DB_PASSWORD\n    value: ${password}\n`, 'DB_PASSWORD'],
    ['Compose lists', `services:\n  db:\n    environment:\n      - DB_PASSWORD=${password}\n`, 'DB_PASSWORD'],
    ['Compose maps', `services:\n  db:\n    environment: {DB_PASSWORD: "${password}"}\n`, 'DB_PASSWORD'],
    ['commands', `steps:\n  - run: |\n      export DB_PASSWORD='${password}'\n      ./deploy\n`, 'DB_PASSWORD'],
    ['repeated keys', `password: a\npassword: ${password}\n`, 'password'],
  ])('finds %s', async (_, text, name) => {
    expect((await scanDocument('docker-compose.yml', text)).found).toEqual([`password-value ${name}: ${password}`]);
  });

  it('looks into the data of a Kubernetes Secret', async () => {
    const encoded = Buffer.from(password).toString('base64');
    const key = Buffer.from(fake.githubToken()).toString('base64');
    const { problems, found } = await scanDocument('secret.yaml', `kind: Secret\ndata:\n  password: ${encoded}\n  user: YWRtaW5pc3RyYXRvcg==\n  blob: ${key}\n`);
    expect(found).toEqual([`password-value password: ${encoded}`, `github-token blob: ${key}`]);
    expect(JSON.stringify(problems)).not.toContain(password);
  });

  it.each([
    ['config.yml', 'password: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6638643965\n'],
    ['config.yml', 'password: !secret db_password_1\n'],
    ['config.yml', 'password: *shared\napi_key: null\ntoken: ~\nsecret:\n'],
    ['sealed.yaml', `kind: SealedSecret\nspec:\n  encryptedData:\n    password: AgB${token}\n`],
    ['workflow.yml', 'env:\n  TOKEN: ${{ secrets.TOKEN }}\n  PASSWORD: ${PASSWORD:-}\n'],
    ['values.yaml', 'existingSecret: postgres-credentials\nauth:\n  secretKeys: {adminPasswordKey: postgres-password}\n'],
    ['pod.yaml', 'env:\n- name: DB_PASSWORD\n  valueFrom: {secretKeyRef: {name: db-secret, key: password}}\n'],
    ['api.yaml', 'components:\n  schemas:\n    Login:\n      properties:\n        password: {type: string, format: password, example: Secret123!}\n'],
    ['locales/de.yml', 'de:\n  password: Passwort\n  token: Zugriffsmarke\n'],
    ['pnpm-lock.yaml', `packages:\n  a: {resolution: {token: ${token}}}\n`],
    ['stack.yaml', "Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: !Sub '${Password}'\n      Secret: !Ref Password123\n      Token: !GetAtt Secret.Value1\n"],
    ['stack.yaml', "Resources:\n  Db:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: '{{resolve:secretsmanager:db:SecretString:password}}'\n"],
  ])('keeps quiet in %s %#', async (path, text) => {
    expect(await scanDocument(path, text)).toMatchObject({ found: [], unread: [] });
  });
});

describe('policies in YAML', () => {
  const inRole = (statement: string): string => `Resources:\n  R:\n    Type: AWS::IAM::Policy\n    Properties:\n      PolicyDocument:\n        Statement:\n${statement.replace(/^/gmu, '          ')}\n`;

  it.each([
    ['a plain star', "- Effect: Allow\n  Action: ssm:GetParameter\n  Resource: '*'", "'*'"],
    ['an item of a list', "- Effect: Allow\n  Action: [ssm:GetParameter]\n  Resource:\n    - 'arn:aws:ssm:*:*:parameter/a'\n    - \"*\"", '"*"'],
    ['a tagged text', "- Effect: Allow\n  Action: ssm:GetParameter\n  Resource: !Sub 'arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/*'", "!Sub 'arn:aws:ssm:${AWS::Region}:${AWS::AccountId}:parameter/*'"],
    ['a joined text', "- Effect: Allow\n  Action: ssm:GetParameter\n  Resource: !Join [':', [arn:aws:ssm, !Ref 'AWS::Region', '*', parameter/*]]", "!Join [':', [arn:aws:ssm, !Ref 'AWS::Region', '*', parameter/*]]"],
    ['a JSON statement', '- {"Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*"}', '"*"'],
  ])('marks %s', async (_, statement, marked) => {
    const { found } = await scanDocument('template.yaml', inRole(statement));
    expect(found.map((line) => line.replace(/^\S+ \S+: /u, ''))).toEqual([marked]);
  });

  it('reads a policy that is a text of JSON', async () => {
    const text = 'Resources:\n  R:\n    Type: AWS::IAM::ManagedPolicy\n    Properties:\n      PolicyDocument: !Sub |\n        {\n          "Statement": [{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": "*"}]\n        }\n';
    const { problems } = await scanDocument('karpenter.yaml', text);
    expect(problems.map(({ range }) => range)).toEqual([[text.indexOf('"*"'), text.indexOf('"*"') + 3]]);
  });

  it('follows aliases and merges once', async () => {
    const text = "all: &all '*'\nbase: &base\n  Effect: Allow\n  Action: ssm:GetParameter\ns:\n  - <<: *base\n    Resource: *all\n  - <<: *base\n    Resource: arn:aws:ssm:*:*:parameter/x\n";
    expect((await scanDocument('x.yml', text)).found).toEqual(['wildcard-resource ssm:GetParameter: *all']);
  });

  it('reads serverless.yml and the templates of SAM', async () => {
    const serverless = 'provider:\n  iam:\n    role:\n      statements:\n        - Effect: Allow\n          Action: ssm:Get*\n          Resource: "*"\n';
    expect((await scanDocument('serverless.yml', serverless)).found).toHaveLength(1);
    const sam = (policy: string): string => `Resources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Policies:\n        - ${policy}\n`;
    expect((await scanDocument('sam.yaml', sam("SSMParameterReadPolicy: {ParameterName: '*'}"))).problems).toMatchObject([{ severity: 'medium', site: { refusal: expect.any(String) as string } }]);
    expect((await scanDocument('sam.yaml', sam("AWSSecretsManagerGetSecretValuePolicy: {SecretArn: '*'}"))).found).toHaveLength(1);
    expect((await scanDocument('sam.yaml', sam('SSMParameterReadPolicy: {ParameterName: prod/*}'))).found).toEqual([]);
    expect((await scanDocument('sam.yaml', sam('KMSDecryptPolicy: {KeyId: !Ref Key}'))).found).toEqual([]);
  });
});

describe('what is no YAML', () => {
  it('says so and loses nothing', async () => {
    const github = fake.githubToken();
    const { found, unread } = await scanDocument('config.yaml', `a: b\n\tpassword: ${password}\nx: [${github}\n`);
    expect(found).toEqual([`password-value password: ${password}`, expect.stringContaining(github)]);
    expect(unread).toEqual([{ reason: 'This is not valid YAML, so a part of it was only searched as text: correct it or leave it out of the scan.', line: 2 }]);
  });

  it.each([
    `a: {{ .Values.a }}\npassword: ${password}\n`,
    `{{- if .Values.x }}\npassword: ${password}\n{{- end }}\n`,
    `{% for x in y %}\npassword: "${password}"\n{% endfor %}\n`,
    `<% if x %>\npassword: '${password}'\n<% end %>\n`,
  ])('takes templates as text %#', async (text) => {
    expect(await scanDocument('templates/x.yaml', text)).toMatchObject({ found: [`password-value password: ${password}`], unread: [] });
  });

  it('keeps quiet on the holes of templates', async () => {
    expect((await scanDocument('x.yaml', 'password: {{ .Values.password | quote }}\ntoken: "{{ token }}"\nsecret: <%= ENV["SECRET"] %>\n')).found).toEqual([]);
  });

  it.each([
    ['flow lists', `x: ${'['.repeat(100_000)}`],
    ['flow maps', `x: ${'{a: '.repeat(50_000)}`],
    ['lists in a line', '- '.repeat(50_000)],
    ['keys in a line', '? '.repeat(50_000)],
    ['lines', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('stands deep nesting of %s', async (_, text) => {
    const { found, unread } = await scanDocument('deep.yaml', `password: ${password}\n${text}`);
    expect(found).toEqual([`password-value password: ${password}`]);
    expect(unread).toHaveLength(1);
  });

  it('does not open aliases', async () => {
    const levels = 'bcdefghijk'.split('').map((name, index) => `${name}: &${name} [${Array.from({ length: 9 }, () => `*${'abcdefghij'.charAt(index)}`).join(', ')}]`);
    const text = `a: &a [${password}]\n${levels.join('\n')}\npassword: ${password}\nself: &self [*self]\nmissing: *nowhere\n`;
    expect((await scanDocument('bomb.yaml', text)).found).toEqual([`password-value password: ${password}`]);
  });

  it.each(['', '\0', '---\n---\n...\n', 'password', 'password:', '? password\n', '[password]: x', ': password', '!<password> x', '&password', '%YAML 9.9\n---\npassword: x'])('stands %j', async (text) => {
    expect((await scanDocument('x.yaml', text)).found).toEqual([]);
  });
});
