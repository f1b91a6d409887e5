import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { planDocument } from './plan-document.ts';

const password = fake.password();
const names = ['/prod/shop/db-password', '/prod/shop/master-password', '/prod/shop/database-url'];
const plan = async (text: string, path = 'main.tf', subject?: string): Promise<string> => (await planDocument(path, text, names, subject)).result;
const declared = (kind: 'data' | 'ephemeral', name = 'db-password'): string => {
  const line = kind === 'data' ? `name = "/prod/shop/${name}"` : `arn = "arn:aws:ssm:eu-west-1:123456789012:parameter/prod/shop/${name}"`;
  return `\n${kind} "aws_ssm_parameter" "prod_shop_${name.replace('-', '_')}" {\n  ${line}\n}\n`;
};
const terraform = (version: string, provider = ''): string => `terraform {\n  required_version = "${version}"\n${provider === '' ? '' : `  required_providers {\n    aws = { source = "hashicorp/aws", version = "${provider}" }\n  }\n`}}\n`;

describe('write-only arguments', () => {
  const cluster = (lines: string): string => `resource "aws_rds_cluster" "shop" {\n  engine          = "aurora"\n${lines}\n}\n`;
  const literal = cluster(`  master_password = "${password}" # ours`);
  const value = 'ephemeral.aws_ssm_parameter.prod_shop_master_password.value';
  const written = `resource "aws_rds_cluster" "shop" {\n  engine                     = "aurora"\n  master_password_wo         = ${value} # ours\n  master_password_wo_version = 1\n}\n`;

  it.each(['>= 1.11', '>= 1.11.0, < 2.0', '~> 1.12', '1.13.4', '= 1.11.1', '> 1.11'])('with Terraform %s', async (version) => {
    expect(await plan(terraform(version) + literal)).toBe(terraform(version) + written + declared('ephemeral', 'master-password'));
  });

  it.each(['>= 5.88', '~> 5.0', '~> 6.0', '~> 5.90.0', '>= 4'])('with the provider %s', async (provider) => {
    expect(await plan(terraform('>= 1.11', provider) + literal)).toContain('master_password_wo ');
  });

  it.each([
    ['an older Terraform', terraform('>= 1.5')],
    ['one that may be older', terraform('~> 1.9')],
    ['an unknown one', ''],
    ['an older provider', terraform('>= 1.11', '~> 4.0')],
    ['a pinned provider', terraform('>= 1.11', '5.70.0')],
    ['an upper bound', terraform('>= 1.11', '>= 5.0, < 5.80')],
  ])('not with %s', async (_, head) => {
    const { result, note } = await planDocument('main.tf', head + literal, names);
    expect(result).toBe(head + cluster('  master_password = data.aws_ssm_parameter.prod_shop_master_password.value # ours') + declared('data', 'master-password'));
    expect(note).toContain('state still holds the value');
  });

  it('leaves lines alone that were not aligned', async () => {
    const text = (line: string): string => `${terraform('>= 1.11')}resource "aws_rds_cluster" "shop" {\n  engine = "aurora"\n${line}\n}\n`;
    expect(await plan(text(`  master_password = "${password}"`))).toBe(text(`  master_password_wo         = ${value}\n  master_password_wo_version = 1`) + declared('ephemeral', 'master-password'));
  });
});

describe('expressions', () => {
  const reference = 'data.aws_ssm_parameter.prod_shop_db_password.value';

  it.each([
    ['locals', 'locals {\n  db_password = ', '\n}\n'],
    ['a module', 'module "a" {\n  db_password = ', '\n}\n'],
    ['a call', 'locals {\n  a = merge({ db_password = ', ' }, {})\n}\n'],
    ['a branch', 'locals {\n  db_password = var.a ? ', ' : ""\n}\n'],
    ['a nested block', 'resource "r" "n" {\n  connection {\n    db_password = ', '\n  }\n}\n'],
    ['a provider', 'provider "mysql" {\n  db_password = ', '\n}\n'],
  ])('in %s', async (_, before, after) => {
    expect(await plan(`${before}"${password}"${after}`)).toBe(before + reference + after + declared('data'));
  });

  it('is ephemeral in a provider', async () => {
    const text = (value: string): string => `${terraform('>= 1.10')}provider "mysql" {\n  db_password = ${value}\n}\n`;
    expect(await plan(text(`"${password}"`))).toBe(text('ephemeral.aws_ssm_parameter.prod_shop_db_password.value') + declared('ephemeral'));
  });

  it('takes a declaration that is there, and no name that is taken', async () => {
    const local = (value: string): string => `locals {\n  db_password = ${value}\n}\n`;
    const known = 'data "aws_ssm_parameter" "pw" {\n  name = "/prod/shop/db-password"\n}\n';
    expect(await plan(known + local(`"${password}"`))).toBe(known + local('data.aws_ssm_parameter.pw.value'));
    const taken = 'data "aws_ssm_parameter" "prod_shop_db_password" {\n  name = "/other"\n}\n';
    expect(await plan(taken + local(`"${password}"`))).toContain('data.aws_ssm_parameter.prod_shop_db_password_2.value\n');
  });

  it('replaces a whole URL', async () => {
    expect(await plan(`locals {\n  database_url = "postgres://shop:${password.replace('#', '')}@db/shop"\n}\n`)).toContain('database_url = data.aws_ssm_parameter.prod_shop_database_url.value\n');
  });

  it('keeps CRLF', async () => {
    expect(await plan(`locals {\r\n  db_password = "${password}"\r\n}\r\n`)).not.toMatch(/[^\r]\n/u);
  });
});

describe('variables', () => {
  it('lose their default and become sensitive', async () => {
    expect(await plan(`variable "db_password" {\n  type    = string\n  default = "${password}" # old\n}\n`)).toBe('variable "db_password" {\n  type      = string\n  sensitive = true # old\n}\n');
    expect(await plan(`variable "db_password" {\n  sensitive = true\n  default   = "${password}" # old\n}\n`)).toBe('variable "db_password" {\n  sensitive = true\n}\n');
    expect(await plan(`variable "db_password" { default = "${password}" }\n`)).toBe('variable "db_password" { sensitive = true }\n');
  });

  it('tell where the value comes from', async () => {
    expect((await planDocument('main.tf', `variable "db_password" {\n  default = "${password}"\n}\n`, names)).note).toContain('TF_VAR_db_password=ssm:///prod/shop/db-password');
  });
});

describe('containers', () => {
  const task = (containers: string): string => `resource "aws_ecs_task_definition" "a" {\n  execution_role_arn = "x"\n  container_definitions = ${containers}\n}\n`;
  const arn = 'arn:aws:ssm:eu-west-1:123456789012:parameter/prod/shop/db-password';

  it('move the entry to the secrets', async () => {
    const before = `jsonencode([{\n    environment = [{ name = "DB_PASSWORD", value = "${password}" }]\n    image = "a"\n  }])`;
    const after = `jsonencode([{\n    environment = []\n    secrets = [{ name = "DB_PASSWORD", valueFrom = "${arn}" }]\n    image = "a"\n  }])`;
    expect(await plan(task(before))).toBe(task(after));
  });

  it.each([
    [`jsonencode([{ environment = [{ name = "DB_PASSWORD", value = "${password}" }] }])`, `jsonencode([{ environment = [], secrets = [{ name = "DB_PASSWORD", valueFrom = "${arn}" }] }])`],
    [`<<E\n[{"environment": [{"name": "DB_PASSWORD", "value": "${password}"}], "image": "a"}]\nE`, `<<E\n[{"environment": [],"secrets": [{"name": "DB_PASSWORD", "valueFrom": "${arn}"}], "image": "a"}]\nE`],
  ])('in a line %#', async (before, after) => {
    expect(await plan(task(before))).toBe(task(after));
  });
});

describe('reasons', () => {
  it.each([
    ['a file of values', 'prod.tfvars', `db_password = "${password}"\n`, 'TF_VAR_db_password=ssm:///prod/shop/db-password'],
    ['a function', 'main.tf', `resource "aws_lambda_function" "a" {\n  environment {\n    variables = { DB_PASSWORD = "${password}" }\n  }\n}`, 'fetch the value when the function starts'],
    ['a backend', 'main.tf', `terraform {\n  backend "pg" {\n    db_password = "${password}"\n  }\n}`, 'takes no references here'],
    ['the provider itself', 'main.tf', `provider "aws" {\n  db_password = "${password}"\n}`, 'these very credentials'],
    ['the parameter itself', 'main.tf', `resource "aws_ssm_parameter" "a" {\n  name  = "/prod/shop/db-password"\n  value = "${password}"\n}`, 'makes the parameter'],
    ['a part of a text', 'main.tf', `locals {\n  script = "export DB_PASSWORD=${password}; run"\n}`, 'only a part'],
    ['a text with holes', 'main.tf', `locals {\n  database_url = "postgres://shop:${password.replace('#', '')}@\${var.host}/shop"\n}`, 'only a part'],
    ['user data', 'main.tf', `resource "aws_instance" "a" {\n  user_data = <<E\nexport DB_PASSWORD=${password}\nE\n}`, 'only a part'],
    ['JSON', 'main.tf', `locals {\n  a = <<E\n{"db_password": "${password}"}\nE\n}`, 'passes on as it is'],
    ['a managed password', 'main.tf', `resource "aws_rds_cluster" "a" {\n  manage_master_user_password = true\n  master_password = "${password}"\n}`, 'makes the password by itself'],
  ])('%s', async (_, path, text, reason) => {
    expect(await plan(text, path)).toContain(reason);
  });
});
