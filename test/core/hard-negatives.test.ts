import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/core/config.ts';
import { scanBytes } from '../../src/pipeline.ts';
import { fake } from '../support/fake.ts';

const hex = (length: number, seed: string): string => fake.hex(length, seed);

/** What looks like a secret and is none, by class; a real one beside it, in the same syntax, must still be found. */
const classes: Readonly<Record<string, { readonly path: string; readonly harmless: readonly string[]; readonly leak: string }>> = {
  'items of lists': {
    path: 'app.rb',
    harmless: [`codes = ['mdl_pass', 'mdl_fail2']`, `keys = ["service_token", "Timeout99"]`, `assert.Contains(t, password, "x9&shop")`, '1S00F58PW08,"Walter99",9,6', `{"api_key", "secret_99x"}`],
    leak: `ENV.store("API_TOKEN", "${fake.alphanumeric(32, 'list')}")`,
  },
  'segments of paths': {
    path: 'routes.rb',
    harmless: [`put '/users/password' => 'users/passwords#update2'`, `test -f /etc/passwd || useradd9 -l`],
    leak: `password = '${fake.password()}'`,
  },
  'tokens of pages, of requests and of parsers': {
    path: 'paginators.json',
    harmless: [`{"input_token": "NextToken9x", "output_token": "Nextm4rk3r", "idempotencyToken": "${hex(32, 'idem')}", "CreationToken": "${hex(14, 'file')}", "taskToken": "${fake.base64(80, 'task')}", "_nextpagetoken": "${fake.alphanumeric(40, 'page')}"`],
    leak: `, "api_token": "${fake.alphanumeric(40, 'api')}"}`,
  },
  'counts': { path: 'run.sh', harmless: ['number_of_passwords=501636842', 'total_tokens=40404040', 'max_tokens=40404040'], leak: `export DB_PASSWORD=${fake.password('shell')}` },
  'conditions of CloudFormation': {
    path: 'template.yaml',
    harmless: ['Conditions:', '  UsesToken: !Or', '    - !Equals [!Ref ApiToken, "authdev2x"]', '  HasApiKey: !Equals [!Ref Stage, "Production99x"]'],
    leak: `Parameters:\n  ApiToken:\n    Type: String\n    Default: ${fake.alphanumeric(32, 'cfn')}`,
  },
  'keys of an ExternalSecret': {
    path: 'external.yaml',
    harmless: ['apiVersion: external-secrets.io/v1', 'kind: ExternalSecret', 'spec:', '  data:', '    - secretKey: database_credentials', '      remoteRef: {key: /prod/db}'],
    leak: `    - token: ${fake.alphanumeric(32, 'eso')}`,
  },
  'expressions of Terraform': {
    path: 'main.tf',
    harmless: ['locals {', '  password = random_password.user["shop99!"].result', '  secret = var.method == "generated9x" ? aws_ssm_parameter.a.value : data.aws_ssm_parameter.b.value', '  passwords = startswith(var.stage, "eph9-") ? [] : []'],
    leak: `  db_password = var.stage == "dev" ? "${fake.password('tf')}" : var.password\n}`,
  },
  'constants in the place of values': {
    path: 'connect.sh',
    harmless: ['DOCDB_PASSWORD="DOCDB_CLUSTER_PASSWORD"', 'LICENSE_KEY=---placeholder---', 'TOKEN="${TOKEN:-"$other"}"', 'API_KEY=$(aws'],
    leak: `API_KEY="${fake.hex(32)}"`,
  },
  'digests and keys that are public': {
    path: 'Dockerfile',
    harmless: [`ENV GPG_KEYS ${hex(40, 'gpg').toUpperCase()}`, `ENV SHA256 ${hex(64, 'sha')}`, `FROM node@sha256:${hex(64, 'image')}`],
    leak: `ENV API_TOKEN=${fake.alphanumeric(32, 'docker')}`,
  },
  'a template of the CDK': {
    path: 'cdk.out/shop.template.json',
    harmless: [
      `{"Resources": {"FnServiceRole${hex(8, 'l').toUpperCase()}": {"Metadata": {"aws:cdk:path": "shop/SecretRotation/Token", "aws:asset:path": "asset.${hex(64, 'a')}"}, "Properties": {"Code": {"S3Key": "${hex(64, 'b')}.zip"}, "CodeSha256": "${fake.base64(43, 'c')}=", "ChangeToken": {"Ref": "X"}, "SecretString": {"Fn::Sub": "{{resolve:secretsmanager:shop}}"}}}`,
    ],
    leak: `, "Db": {"Type": "AWS::RDS::DBInstance", "Properties": {"MasterUserPassword": "${fake.password('cdk')}"}}}}`,
  },
  'vectors of tests of ciphers': {
    path: 'src/aes_vectors.c',
    harmless: [`  { "plaintext", "${hex(64, 'p')}" },`, `  .iv = "${hex(32, 'iv')}",`, `  .ciphertext = "${hex(96, 'ct')}",`, `  .tag = "${hex(32, 'tag')}",`],
    leak: `  const char *api_key = "${hex(32, 'real')}";`,
  },
  'alphabets': { path: 'base.go', harmless: ['tokenKey := "ABCDEFGHJKMNPQRSTVWXYZ0123456789"', 'secret := "abcdefghijklmnopqrstuvwxyz234567"'], leak: `token := "${fake.alphanumeric(32, 'go')}"` },
  'actions of IAM, ids of skills, paths of pages': {
    path: 'policies.json',
    harmless: [`{"DeleteToken": "amplify:DeleteToken", "PutEncryptionKey": "frauddetector:PutKMSEncryptionKey", "GetToken": "ecr:Get*",`, `"EventSourceToken": "amzn1.ask.skill.12345678-1234-1234-1234-123456789",`, `"API Keys": "providers/aws/guide/appsync/API-keys", "ChangeToken": "${fake.alphanumeric(24, 'waf')}",`],
    leak: `"api_key": "${fake.alphanumeric(32, 'iam')}"}`,
  },
  'placeholders in one word': {
    path: 'deploy.env.yml',
    harmless: ['ApiKeyValue: MyAPIkey', 'OKTA_API_KEY: notrealapikey', 'OKTA_SECRET_KEY: notrealkey2', 'SIGNING_SECRET: not-a-real-signing1', 'SecretString: fuzz-value', 'MAPS_API_KEY: AIzaXXXX', 'DOPPLER_TOKEN: dp.st.xxxx', 'MAIL_API_KEY: KEYEXAMPLE1234', 'password: wrongpassword', 'BEARER_TOKEN: "&lt;token&gt;"', 'EncryptSecrets: ~~/<Set>/plane/EncryptSecrets~~', 'FACEBOOK_APP_SECRET: fbAppSecret', 'authorizationToken: ExampleAUTHtoken123123'],
    leak: `API_TOKEN: ${fake.alphanumeric(32, 'word')}`,
  },
  'placeholders in base64': {
    path: 'snippet.yaml',
    harmless: [`password: ${Buffer.from('te' + 'st').toString('base64')}`, `authorization: ${Buffer.from('user:' + 'pass').toString('base64')}`, `auth_token: ${Buffer.from('secret:' + 'token').toString('base64')}`],
    leak: `password: ${Buffer.from(fake.weakPassword()).toString('base64')}`,
  },
  'names of resources that hold secrets': {
    path: 'main.tf',
    harmless: ['variable "chamber_name_token" {', '  default = "account_token"', '}', 'variable "kube_secret" {', '  default = "shop-tailscale"', '}', 'token = "$slack-token"', 'user_password = format(var.path_format, "snowflake", var.account, "users", "PASSWORD")'],
    leak: `api_token = "${fake.alphanumeric(32, 'res')}"`,
  },
  'questions to a person': {
    path: 'flow.go',
    harmless: [String.raw`password := ui.AskPassword("\nEnter another password, with 8 or more:", 8)`, String.raw`password := prompt("See 'ROTATE_KEYS and the_other_page' of the manual for it")`],
    leak: `password := "${fake.password('go')}"`,
  },
  'commands of a recipe': {
    path: 'Makefile',
    harmless: ['run:', '\tdocker run -v `pwd`:/build-src -w /build-src builder', '\tdocker run -e PWD=/srv/shop builder', '\topenssl enc -password pass:'],
    leak: `\tdocker run -e DB_PASSWORD=${fake.password('make')} builder`,
  },
  'commands within settings': {
    path: '.circleci/config.yml',
    harmless: ['jobs:', '  build:', '    steps:', '      - run: echo "export AWS_SECRET_ACCESS_KEY=\\$$(echo << parameters.env >>)" >> "$BASH_ENV"'],
    leak: `      - run: export API_TOKEN=${fake.alphanumeric(32, 'circle')}`,
  },
  'names as values of pairs': {
    path: 'Setup.java',
    harmless: ['Map.of("type", "password", "temporary9x", true)', 'helper.changePassword("shopper99x", getNew());'],
    leak: `Map.of("user", "shop", "password", "${fake.password('java')}");`,
  },
  'answers and ids of AWS': {
    path: 'events.json',
    harmless: [`{"Token": "2336412f37${hex(180, 'sns')}", "accessKey": "AROA${fake.base32(16, 'role')}", "sessionToken": "MIICiTCCAfICCQD6${fake.base64(60, 'der')}",`, `"url": "https://sqs.eu-west-1.amazonaws.com/?X-Amz-Credential=__test_call__%2F20220513%2Feu-west-1%2Fsqs%2Faws4_request9x",`],
    leak: `"secretKey": "${fake.secretAccessKey('event')}"}`,
  },
  'names of headers, rows of rules, coordinates': {
    path: 'settings.toml',
    harmless: [`secret = 'X-Hub-Signature-256'`, `jwt = "com.nimbusds:nimbus-jose-jwt:10.0.2"`, `secret_keys = "AWS_ACCESS_KEY_ID,AWS_SECRET_ACCESS_KEY,API_TOKEN"`],
    leak: `secret = '${fake.alphanumeric(32, 'toml')}'`,
  },
};

const scan = async (path: string, lines: readonly string[]) => (await scanBytes('/', path, Buffer.from(`${lines.join('\n')}\n`), defaultConfig)).problems.filter(({ ruleId }) => ruleId === 'no-hardcoded-secrets');

describe.each(Object.entries(classes))('%s', (_, { path, harmless, leak }) => {
  it('are no secrets', async () => expect((await scan(path, harmless)).map(({ kind, range }) => `${kind} ${String(range[0])}`)).toEqual([]));
  it('hide none', async () => expect(await scan(path, [...harmless, leak])).toHaveLength(1));
});

const severities = async (path: string, text: string) => (await scan(path, [text])).map(({ kind, severity }) => `${kind} ${severity}`);

describe('weights', () => {
  const hash = `$2${'b$10$'}${fake.alphanumeric(53, 'hash')}`;
  const url = (password: string): string => `const db = 'mysql://shop:${password}@db.internal/shop';`;
  it('what a test makes up is said, and fails no run', async () => {
    expect(await severities('test/user.test.ts', `const hash = '${hash}';`)).toEqual(['bcrypt-hash low']);
    expect(await severities('test/user.test.ts', url('bar%25bar'))).toEqual(['url-password low']);
  });
  it('but what a machine made in a test is heavier, and so is the same elsewhere', async () => {
    expect(await severities('test/user.test.ts', url(fake.alphanumeric(24, 'url')))).toEqual(['url-password medium']);
    expect(await severities('src/user.ts', `const hash = '${hash}';`)).toEqual(['bcrypt-hash medium']);
    expect(await severities('src/user.ts', url('bar%25bar'))).toEqual(['url-password high']);
  });
  it('the id of temporary credentials is little without their key', async () => {
    expect(await severities('trail.json', `{"id": "${fake.temporaryKeyId()}"}`)).toEqual(['aws-access-key-id low']);
    expect(await severities('trail.json', `{"id": "${fake.temporaryKeyId()}", "secretAccessKey": "${fake.secretAccessKey()}"}`)).toContain('aws-access-key-id critical');
    expect(await severities('trail.json', `{"id": "${fake.accessKeyId()}"}`)).toEqual(['aws-access-key-id high']);
  });
});
