import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { scanDocument } from './scan-document.ts';

const password = fake.password();
const token = fake.alphanumeric(32);
const github = fake.githubToken();

describe('secrets in HCL', () => {
  it.each([
    ['an argument', `resource "aws_db_instance" "a" {\n  password = "${password}"\n}`, [`password-value password: ${password}`]],
    ['a default', `variable "db_password" {\n  default = "${password}"\n}`, [`password-value db_password: ${password}`]],
    ['a map of defaults', `variable "db" {\n  default = { user = "a", password = "${password}" }\n}`, [`password-value password: ${password}`]],
    ['locals', `locals {\n  api_key = "${token}"\n}`, [`secret-value api_key: ${token}`]],
    ['variables of a function', `resource "aws_lambda_function" "a" {\n  environment {\n    variables = { API_TOKEN = "${token}" }\n  }\n}`, [`secret-value API_TOKEN: ${token}`]],
    ['a name beside the value', `set {\n  name  = "auth.password"\n  value = "${password}"\n}`, [`password-value auth.password: ${password}`]],
    ['containers', `a = jsonencode([{ environment = [{ name = "DB_PASSWORD", value = "${password}" }] }])`, [`password-value DB_PASSWORD: ${password}`]],
    ['JSON in a heredoc', `a = <<E\n{"environment": [{"name": "DB_PASSWORD", "value": "${password}"}]}\nE\n`, [`password-value DB_PASSWORD: ${password}`]],
    ['a script', `user_data = <<E\n#!/bin/sh\nexport DB_PASSWORD=${password}\nE\n`, [`password-value DB_PASSWORD: ${password}`]],
    ['a branch', `password = var.x ? "${password}" : ""`, [`password-value password: ${password}`]],
    ['token formats', `a = "${github}" # ${fake.githubToken('second')}`, [`github-token a: ${github}`, `github-token : ${fake.githubToken('second')}`]],
    ['a comment', `# password = "${password}"`, [`password-value password: ${password}`]],
  ])('%s', async (_, text, found) => {
    expect(await scanDocument('main.tf', text)).toMatchObject({ found, unread: [] });
  });

  it('values of variables', async () => {
    expect((await scanDocument('prod.tfvars', `db_password = "${password}"\nusers = { a = { token = "${token}" } }\n`)).found).toEqual([`password-value db_password: ${password}`, `secret-value token: ${token}`]);
  });

  it.each([
    'password = var.db_password',
    'password = "${var.prefix}-${random_password.a.result}"',
    'password = data.aws_ssm_parameter.a.value\nmaster_password_wo = ephemeral.aws_ssm_parameter.a.value',
    'variable "db_password" {\n  description = "Password of the database, at least 8 characters"\n  type        = string\n  sensitive   = true\n}',
    'variable "token" {\n  default = ""\n}',
    'backend "s3" {\n  key = "prod/terraform.tfstate"\n}',
    'hash_key  = "LockID"\nkey_name  = "deployer"\nkms_key_id = "alias/aws/ssm"',
    'secrets = [{ name = "DB_PASSWORD", valueFrom = "/prod/shop/db-password" }]',
    'secret_key_ref {\n  name = "shop"\n  key  = "db-password"\n}',
    'secret = "shop-database-credentials"',
    'name = "/prod/shop/db-password"',
    'password = "changeme"',
  ])('keeps quiet on %s', async (text) => {
    expect(await scanDocument('main.tf', text)).toMatchObject({ found: [], unread: [] });
  });

  it('says what it could not read', async () => {
    expect(await scanDocument('main.tf', `a = "b"\n??\npassword = "${password}"\n`)).toMatchObject({ found: [`password-value password: ${password}`], unread: [{ line: 2 }] });
  });
});

describe('grants in HCL', () => {
  const star = 'wildcard-resource ssm:GetParameter: "*"';

  it.each([
    ['jsonencode', 'resource "aws_iam_policy" "a" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ssm:GetParameter", Resource = "*" }] })\n}'],
    ['a heredoc', 'resource "aws_iam_role_policy" "a" {\n  policy = <<E\n{"Statement": [{"Effect": "Allow", "Action": "ssm:GetParameter", "Resource": "*"}]}\nE\n}'],
    ['a document', 'data "aws_iam_policy_document" "a" {\n  statement {\n    actions   = ["ssm:GetParameter"]\n    resources = ["*"]\n  }\n}'],
    ['locals', 'locals {\n  policy = { Effect = "Allow", Action = ["ssm:GetParameter"], Resource = ["*"] }\n}'],
  ])('in %s', async (_, text) => {
    expect((await scanDocument('main.tf', text)).found).toEqual([star]);
  });

  const document = (lines: string, name = 'a'): string => `data "aws_iam_policy_document" "${name}" {\n  statement {\n    actions   = ["ssm:GetParameter"]\n    resources = ["*"]\n${lines}\n  }\n}`;

  it.each([
    document('principals {\n type = "AWS"\n identifiers = ["*"]\n}'),
    document('effect = "Deny"'),
    document('dynamic "condition" {\n for_each = []\n content {}\n}'),
    document('condition {\n test = "StringEquals"\n variable = "aws:ResourceTag/app"\n values = ["shop"]\n}'),
    document('', 'permissions_boundary'),
    'resource "aws_organizations_policy" "a" {\n  content = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })\n}',
    'resource "aws_iam_policy" "a" {\n  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ssm:GetParameter", Resource = var.arn }] })\n}',
  ])('keeps quiet %#', async (text) => {
    expect((await scanDocument('main.tf', text)).found).toEqual([]);
  });
});
