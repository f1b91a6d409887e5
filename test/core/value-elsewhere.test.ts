import { describe, expect, it } from 'vitest';
import { classifyValue } from '../../src/core/value.ts';
import { fake } from '../support/fake.ts';

const lines = (text: string): string[] => text.trim().split('\n').map((line) => line.trim());

/** One line a syntax; a `~` stands for what is sealed. */
const references = lines(String.raw`
  process.env.DB_PASSWORD
  process.env["DB_PASSWORD"]
  import.meta.env.VITE_KEY
  Deno.env.get("TOKEN")
  Bun.env.TOKEN
  os.environ["DB_PASSWORD"]
  os.environ.get("DB_PASSWORD")
  os.getenv("DB_PASSWORD")
  os.Getenv("DB_PASSWORD")
  ENV["DB_PASSWORD"]
  ENV.fetch("DB_PASSWORD")
  System.getenv("DB_PASSWORD")
  System.getProperty("db.password")
  Environment.GetEnvironmentVariable("DB_PASSWORD")
  env("DB_PASSWORD")
  getenv("DB_PASSWORD")
  config("services.key")
  std::env::var("TOKEN")
  $_ENV["DB_PASSWORD"]
  $env:DB_PASSWORD
  $DB_PASSWORD
  %DB_PASSWORD%
  :password
  var.db_password
  local.db_password
  module.db.password
  data.aws_ssm_parameter.db.value
  each.value.password
  random_password.db.result
  aws_ssm_parameter.db.value
  ephemeral.aws_ssm_parameter.db.value
  vault:secret/data/shop#password
  vault(secret/shop)
  ref+awsssm://prod/shop/password
  ref+vault://secret/shop
  op://vault/shop/password
  bws://3f2c
  doppler://shop/prd
  infisical://shop
  akv://vault/secret
  keyvault:shop
  @Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/x)
  sm://project/secret
  gcp-secretmanager:shop
  berglas://bucket/secret
  projects/p/secrets/shop/versions/1
  secrets.DB_PASSWORD
  secretRef:db-password
  keyring:shop
  ssm:/prod/shop/db-password
  ssm:///prod/shop/db-password
  ssm://shop-password
  aws-ssm:///prod/shop/db-password
  aws-parameterstore:/config/shop/
  optional:aws-parameterstore:/config/shop/
  awsps://prod/shop/db-password
  awsParam("/prod/shop/db-password")
  awsSecret("shop")
  secretsmanager:shop:password
  arn:aws:ssm:eu-west-1:123456789012:parameter/prod/shop/db-password
  arn:aws-us-gov:secretsmanager:us-gov-west-1:123456789012:secret:shop
  !Ref DbPassword
  !Sub "{{resolve:ssm:/prod/x}}"
  !GetAtt Secret.Arn
  !vault |
  $.password
  $$.Task.Token
  States.UUID()
  $argo-shop:clientSecret
  ecs.Secret.fromSsmParameter(param)
  ssm.StringParameter.valueForStringParameter(this, "x")
  SecretValue.ssmSecure("/prod/x")
  secret("DB_PASSWORD")
  ENC[AES256_GCM,data:~,iv:~,tag:~,type:str]
  ENC(~)
  {cipher}~
  {~}
  encrypted:~
  secure:~
  $ANSIBLE_VAULT;1.1;AES256
  AQICAH~
  ~--abcdefABCDEF0123--ABCDEFabcdef01234567==
`);

const templates = lines(String.raw`
  \${DB_PASSWORD}
  \${DB_PASSWORD:-
  \${ssm:/prod/shop/db-password}
  \${ssm(us-west-2):/prod/x}
  \${ssm(raw, noDecrypt):/prod/x}
  \${awsAccount1:ssm:/prod/x}
  \${{ secrets.DB_PASSWORD }}
  \${{ vars.DB_PASSWORD }}
  /prod/\${{
  prefix-\${rabbitmq["shop
  $(DB_PASSWORD)
  $(aws
  $$(cat file)
  $[variables.password]
  {{resolve:ssm:/prod/shop/db-password}}
  {{resolve:ssm:/prod/shop/db-password:3}}
  {{resolve:ssm-secure:/prod/shop/db-password}}
  {{resolve:secretsmanager:shop:SecretString:password}}
  {{ .Values.db.password }}
  {{ lookup('amazon.aws.aws_ssm', '/prod/x') }}
  .Values.Secrets}}
  {% password %}
  <%= password %>
  <?= $password ?>
  #{password}
  #{ApiKey}#
  %{password}
  @{password}
  @@DB_PASSWORD@@
  %s
  %d
  %(password)s
  %1$s
  {0}
  {}
  {password}
  {db.password}
  \(password)
  <your password>
  postgres://app:\${DB_PASSWORD}@db/x
`.replaceAll('\\$', '$'));

describe('a reference', () => {
  it.each(references)('%s', (value) => expect(['reference', 'template', 'data', 'placeholder']).toContain(classifyValue(value.replaceAll('~', fake.alphanumeric(48, 'sealed')))));
});

describe('a template', () => {
  it.each(templates)('%s', (value) => expect(['template', 'placeholder', 'reference', 'plain']).toContain(classifyValue(value)));
});

describe('a password with marks of their own in it is none of these', () => {
  it.each([
    `${fake.alphanumeric(8, 'a')}$x9`, `pa$$${fake.alphanumeric(6, 'b')}`, `%${fake.alphanumeric(9, 'c')}`, `${fake.alphanumeric(5, 'd')}#{9`, `{${fake.alphanumeric(9, 'e')}`, `@${fake.alphanumeric(9, 'f')}@1`, `${fake.alphanumeric(6, 'g')}<x>9`.replace('<x>', '<9'),
    `env${fake.alphanumeric(12, 'h')}`, `vault${fake.alphanumeric(12, 'i')}`, `ssm${fake.alphanumeric(16, 'j')}`, `secrets${fake.alphanumeric(16, 'k')}`, `$${fake.alphanumeric(4, 'l')}!${fake.alphanumeric(6, 'm')}`,
  ])('case %#', (value) => expect(['opaque', 'guessable']).toContain(classifyValue(value)));
});
