import { describe, expect, it } from 'vitest';
import { scanReferences } from './scan-references.ts';

const stack = (type: string, properties: string): string => `Resources:\n  R:\n    Type: ${type}\n    Properties:\n      ${properties}\n`;
const secretArn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf';

describe('names', () => {
  it.each([
    ['stack.yaml', stack('AWS::RDS::DBInstance', "MasterUserPassword: '{{resolve:ssm-secure:/prod/db:3}}'"), ['ssm:GetParameters /prod/db:3 deployment secure']],
    ['stack.yaml', stack('AWS::RDS::DBInstance', "MasterUserPassword: !Sub '{{resolve:ssm-secure:/${Stage}/db}}'"), ['ssm:GetParameters /*/db deployment secure']],
    ['stack.yaml', stack('AWS::SQS::Queue', "QueueName: '{{resolve:ssm:/prod/name}}-{{resolve:ssm:/prod/other:1}}'"), ['ssm:GetParameters /prod/name deployment plain', 'ssm:GetParameters /prod/other:1 deployment plain']],
    ['stack.yaml', stack('AWS::SQS::Queue', "QueueName: '{{resolve:secretsmanager:prod/db:SecretString:password}}'"), ['secretsmanager:GetSecretValue prod/db deployment']],
    ['stack.yaml', stack('AWS::SQS::Queue', `QueueName: '{{resolve:secretsmanager:${secretArn}:SecretString:password}}'`), [`secretsmanager:GetSecretValue ${secretArn} deployment`]],
    ['stack.json', JSON.stringify({ Parameters: { Name: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/prod/name' } } }), ['ssm:GetParameters /prod/name deployment plain']],
    ['stack.json', JSON.stringify({ Parameters: { Name: { Type: 'AWS::SSM::Parameter::Name', Default: '/prod/name' } } }), ['ssm:GetParameters /prod/name deployment']],
    ['task.json', JSON.stringify({ executionRoleArn: 'r', containerDefinitions: [{ name: 'a', secrets: [{ name: 'DB', valueFrom: '/prod/db' }, { name: 'S', valueFrom: `${secretArn}:password::` }] }] }), ['ssm:GetParameters /prod/db execution', `secretsmanager:GetSecretValue ${secretArn} execution`]],
    ['stack.yaml', stack('AWS::AppRunner::Service', 'SourceConfiguration: {ImageRepository: {ImageConfiguration: {RuntimeEnvironmentSecrets: [{Name: DB, Value: /prod/db}]}}}'), ['ssm:GetParameters /prod/db execution']],
    ['apprunner.yaml', 'version: 1.0\nrun:\n  secrets:\n    - name: DB\n      value-from: /prod/db\n', ['ssm:GetParameters /prod/db execution']],
    ['serverless.yml', 'service: a\ncustom:\n  a: ${ssm:/prod/db}\n  b: ${ssm(us-east-1, noDecrypt):/prod/db}\n  c: "x-${ssm:/${sls:stage}/db, \'none\'}"\n  d: ${aws1:ssm:/prod/db}\n  e: ${ssm:/aws/reference/secretsmanager/prod/db}\n  f: ${ssm:/prod/db~false}\n', ['ssm:GetParameter /prod/db deployment', 'ssm:GetParameter /prod/db deployment absent us-east-1', 'ssm:GetParameter /*/db deployment', 'ssm:GetParameter /prod/db deployment', 'secretsmanager:GetSecretValue prod/db deployment', 'ssm:GetParameter /prod/db deployment absent']],
    ['buildspec.yml', 'version: 0.2\nenv:\n  parameter-store:\n    DB: /prod/db\n  secrets-manager:\n    S: prod/db:password\nphases:\n  build:\n    commands:\n      - X=$(aws ssm get-parameter --name /prod/x --with-decryption)\n', ['ssm:GetParameters /prod/db deployment', 'secretsmanager:GetSecretValue prod/db deployment', 'ssm:GetParameter /prod/x program']],
    ['stack.yaml', stack('AWS::CodeBuild::Project', 'Environment: {EnvironmentVariables: [{Name: DB, Type: PARAMETER_STORE, Value: /prod/db}]}'), ['ssm:GetParameters /prod/db deployment']],
    ['copilot/api/manifest.yml', 'name: api\nsecrets:\n  DB: /copilot/shop/prod/secrets/db\n  S:\n    secretsmanager: prod/db\n', ['ssm:GetParameters /copilot/shop/prod/secrets/db execution', 'secretsmanager:GetSecretValue prod/db execution']],
    ['.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n      - run: |\n          X=$(aws ssm get-parameter --name /prod/x --with-decryption)\n', ['ssm:GetParameter /prod/x program']],
    ['.github/workflows/b.yml', 'jobs:\n  a:\n    steps:\n      - uses: aws-actions/aws-secretsmanager-get-secrets@v2\n        with:\n          secret-ids: |\n            prod/db\n            ALIAS, prod/key\n', ['secretsmanager:GetSecretValue prod/db program', 'secretsmanager:GetSecretValue prod/key program']],
    ['package.json', '{"name": "a", "scripts": {"get": "aws ssm get-parameter --name /prod/x --with-decryption > x"}}', ['ssm:GetParameter /prod/x program']],
    ['stack.yaml', 'Resources:\n  I:\n    Type: AWS::EC2::Instance\n    Properties:\n      UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          X=$(aws ssm get-parameter --name /prod/x --region ${AWS::Region} --with-decryption)\n', ['ssm:GetParameter /prod/x program']],
    ['Makefile', 'TOKEN := $(shell aws ssm get-parameter --name /prod/x --with-decryption)\nrun:\n\t@aws ssm get-parameter --name /prod/y --with-decryption | cat\n', ['ssm:GetParameter /prod/x program', 'ssm:GetParameter /prod/y program']],
    ['Dockerfile', 'FROM alpine\nRUN X=$(aws ssm get-parameter --name /prod/x --with-decryption) && ./build\n', ['ssm:GetParameter /prod/x program']],
    ['k8s.yaml', 'apiVersion: secrets-store.csi.x-k8s.io/v1\nkind: SecretProviderClass\nspec:\n  provider: aws\n  parameters:\n    objects: |\n      - objectName: "/prod/db"\n        objectType: "ssmparameter"\n      - objectName: prod/db\n        objectType: secretsmanager\n', ['ssm:GetParameters /prod/db program', 'secretsmanager:GetSecretValue prod/db program']],
    ['k8s.yaml', 'apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: {name: s}\nspec:\n  provider:\n    aws:\n      service: ParameterStore\n---\napiVersion: external-secrets.io/v1\nkind: ExternalSecret\nspec:\n  secretStoreRef: {name: s}\n  data:\n    - secretKey: a\n      remoteRef:\n        key: /prod/db\n', ['ssm:GetParameter /prod/db execution']],
    ['k8s.yaml', 'kind: ExternalSecret\nspec:\n  secretStoreRef: {name: vault}\n  data:\n    - remoteRef: {key: /prod/ssm/db}\n', []],
    ['application.yml', 'spring:\n  config:\n    import: optional:aws-parameterstore:/config/shop/\n', ['ssm:GetParametersByPath /config/shop/ program']],
    ['.env', 'A=ssm:///prod/db\nB="ssm://db"\nC=awsParam("/prod/c")\nD=/ssm/x\n', ['ssm:GetParameters /prod/db program', 'ssm:GetParameters db program', 'ssm:GetParameters /prod/c program']],
    ['stack.yaml', stack('AWS::Lambda::Function', `Environment: {Variables: {DB_SECRET_ARN: "${secretArn}"}}`), [`secretsmanager:GetSecretValue ${secretArn} program`]],
    ['stack.yaml', stack('AWS::SQS::Queue', "QueueName: !Sub '{{resolve:ssm:${env}-name}}-{{resolve:secretsmanager:${Secret}:SecretString:a}}'"), ['ssm:GetParameters *-name deployment plain']],
    ['stack.yaml', stack('AWS::AppRunner::Service', 'SourceConfiguration: {ImageRepository: {ImageConfiguration: {RuntimeEnvironmentSecrets: [{Name: A, Value: !Ref Secret}, {Name: B, Value: !GetAtt Secret.Arn}, {Name: C, Value: !ImportValue Shared}, {Name: D, Value: !Sub "/${Stage}/db"}]}}}'), ['ssm:GetParameters /*/db execution']],
    ['task.yaml', 'ContainerDefinitions:\n  - Secrets:\n      - {Name: A, ValueFrom: !Ref Secret}\n      - Name: B\n        ValueFrom: !GetAtt Secret.Arn\n', []],
    ['stack.yaml', stack('AWS::CodeBuild::Project', 'Environment: {EnvironmentVariables: [{Name: DB, Type: PARAMETER_STORE, Value: !Ref Name}]}'), []],
    ['stack.yaml', stack('AWS::EC2::LaunchTemplate', 'LaunchTemplateData: {ImageId: resolve:ssm:/prod/ami}'), ['ssm:GetParameters /prod/ami deployment plain']],
    ['stack.yaml', stack('AWS::EC2::Instance', 'UserData:\n        Fn::Base64: !Sub |\n          #!/bin/bash\n          X=$(aws ssm get-parameter --name /${Stage}/db --with-decryption)'), ['ssm:GetParameter /*/db program']],
    ['serverless.yml', 'service: a\ncustom:\n  a: ${ssm:/${sls:stage}/db, ssm:/default/db}\n  b: ${ssm:/shop/<stage>/db}\n', ['ssm:GetParameter /*/db deployment', 'ssm:GetParameter /default/db deployment', 'ssm:GetParameter /shop/*/db deployment']],
    ['task.yml', 'run:\n  path: sh\n  args:\n    - -ec\n    - |\n      X=$(aws ssm get-parameter --name "${STAGE}-db" --with-decryption)\n', ['ssm:GetParameter *-db program']],
    ['bin/deploy', '#!/usr/bin/env bash\nX=$(aws ssm get-parameter --name /prod/db --with-decryption)\n', ['ssm:GetParameter /prod/db program']],
    ['deploy.ps1', '$x = aws ssm get-parameter `\r\n  --name "/prod/db" `\r\n  --with-decryption\r\n', ['ssm:GetParameter /prod/db program']],
    ['notes', 'Call aws ssm get-parameter --name /prod/db\n', []],
    ['docs.yml', 'description: call aws ssm get-parameter --name /prod/db\n', []],
    ['application.properties', 'spring.config.import=optional:aws-parameterstore:/config/shop/;/config/${ENV}/?prefix=a.\nother=aws-parameterstore:/x/\n', ['ssm:GetParametersByPath /config/shop/ program', 'ssm:GetParametersByPath /config/*/ program']],
    ['main.tf', 'data "aws_ssm_parameter" "db" {\n  name = "/prod/db"\n}\n', ['ssm:GetParameter /prod/db deployment']],
    ['main.tf', 'data "aws_ssm_parameter" "db" {\n  name            = "/${var.stage}/db"\n  with_decryption = false\n}\n', ['ssm:GetParameter /*/db deployment absent']],
    ['main.tf', 'ephemeral "aws_ssm_parameter" "db" {\n  arn = "arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db"\n}\n', ['ssm:GetParameter arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db deployment']],
    ['main.tf', 'data "aws_secretsmanager_secret_version" "db" {\n  secret_id = "prod/db"\n}\n', ['secretsmanager:GetSecretValue prod/db deployment']],
    ['main.tf', 'resource "aws_ecs_task_definition" "a" {\n  execution_role_arn = var.role\n  container_definitions = jsonencode([{ name = "a", secrets = [{ name = "DB", valueFrom = "/prod/ssm/db" }] }])\n}\n', ['ssm:GetParameters /prod/ssm/db execution']],
    ['main.tf', 'resource "aws_codebuild_project" "a" {\n  environment {\n    environment_variable {\n      name  = "DB"\n      type  = "PARAMETER_STORE"\n      value = "/prod/db"\n    }\n  }\n}\n', ['ssm:GetParameters /prod/db deployment']],
  ])('%s', async (path, text, expected) => {
    expect((await scanReferences(path, text)).references).toEqual(expected);
  });
});

describe('places where nothing resolves them', () => {
  it.each([
    ['arn-in-function', 'stack.yaml', stack('AWS::Lambda::Function', `Environment: {Variables: {DB_PASSWORD: "${secretArn}"}}`)],
    ['arn-in-function', 'template.yaml', `Globals:\n  Function:\n    Environment:\n      Variables:\n        DB_PASSWORD: ${secretArn}\n`],
    ['arn-in-function', 'serverless.yml', `service: a\nprovider:\n  name: aws\nfunctions:\n  f:\n    environment:\n      DB_PASSWORD: ${secretArn}\n`],
    ['value-from-in-function', 'stack.yaml', stack('AWS::Lambda::Function', 'Environment: {Variables: {DB_PASSWORD: {ValueFrom: /prod/db}}}')],
    ['value-from-in-function', 'function.json', JSON.stringify({ FunctionName: 'f', Environment: { Variables: { DB_PASSWORD: { valueFrom: secretArn } } } })],
    ['value-from-in-function', 'stack.yaml', stack('AWS::Serverless::Function', `Secrets: [{Name: DB_PASSWORD, ValueFrom: ${secretArn}}]`)],
    ['secure-reference-unsupported', 'stack.yaml', stack('AWS::Lambda::Function', "Environment: {Variables: {A: '{{resolve:ssm-secure:/prod/db}}'}}")],
    ['secure-reference-unsupported', 'stack.yaml', stack('AWS::ECS::TaskDefinition', "ContainerDefinitions: [{Name: a, Environment: [{Name: A, Value: '{{resolve:ssm-secure:/prod/db}}'}]}]")],
    ['label-in-template', 'stack.yaml', stack('AWS::SQS::Queue', "QueueName: '{{resolve:ssm:/prod/name:current}}'")],
    ['missing-execution-role', 'task.json', JSON.stringify({ containerDefinitions: [{ name: 'a', secrets: [{ name: 'DB', valueFrom: '/prod/db' }, { name: 'B', valueFrom: '/prod/b' }] }] })],
    ['arn-for-name', 'buildspec.yml', 'version: 0.2\nenv:\n  parameter-store:\n    DB: arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db\nphases: {}\n'],
    ['arn-for-name', 'k8s.yaml', 'kind: SecretProviderClass\nspec:\n  provider: aws\n  parameters:\n    objects: |\n      - objectName: "arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db"\n        objectType: "ssmparameter"\n'],
    ['no-resolver', 'compose.yaml', 'services:\n  web:\n    image: x\n    environment:\n      A: ssm:///prod/db\n'],
    ['created-as-string', 'stack.yaml', stack('AWS::SSM::Parameter', '{Name: /prod/db-password, Type: String, Value: !Ref Password}')],
    ['bad-account', 'policy.json', JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: 'arn:aws:secretsmanager:ap-southeast-1:123456789:secret:prod/myapp/*' }] })],
    ['double-slash', 'policy.json', JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'ssm:GetParameter', Resource: ['arn:aws:ssm:eu-west-1:123456789012:parameter//prod/*'] }] })],
    ['missing-execution-role', 'main.tf', 'resource "aws_ecs_task_definition" "a" {\n  container_definitions = jsonencode([{ name = "a", secrets = [{ name = "DB", valueFrom = "/prod/ssm/db" }] }])\n}\n'],
    ['arn-in-function', 'main.tf', `resource "aws_lambda_function" "a" {\n  environment {\n    variables = {\n      DB_PASSWORD = "${secretArn}"\n    }\n  }\n}\n`],
    ['stored-as-string', 'main.tf', 'resource "aws_ssm_parameter" "a" {\n  name  = "/prod/db-password"\n  type  = "String"\n  value = var.password\n}\n'],
    ['bad-account', 'main.tf', 'data "aws_iam_policy_document" "a" {\n  statement {\n    actions   = ["ssm:GetParameter"]\n    resources = ["arn:aws:ssm:eu-west-1:123456789:parameter/prod/*"]\n  }\n}\n'],
  ])('%s', async (kind, path, text) => {
    expect((await scanReferences(path, text)).kinds).toEqual([kind]);
  });

  it.each([
    ['main.tf', 'resource "aws_ssm_parameter" "a" {\n  name  = "/prod/db-password"\n  type  = "SecureString"\n  value = var.password\n}\n'],
    ['main.tf', `resource "aws_lambda_function" "a" {\n  environment {\n    variables = {\n      DB_SECRET_ARN = "${secretArn}"\n    }\n  }\n}\n`],
    ['stack.yaml', stack('AWS::RDS::DBInstance', "MasterUserPassword: '{{resolve:ssm-secure:/prod/db}}'")],
    ['stack.yaml', stack('Custom::Thing', "Password: '{{resolve:ssm-secure:/prod/db}}'")],
    ['stack.yaml', stack('AWS::SSM::Parameter', '{Name: /prod/table-name, Type: String, Value: orders}')],
    // where the secret is, not what it is
    ['stack.yaml', `${stack('AWS::SSM::Parameter', '{Name: /prod/db-secret, Type: String, Value: !Ref Secret}')}  Secret: {Type: AWS::SecretsManager::Secret}\n`],
    ['stack.yaml', `${stack('AWS::SSM::Parameter', "{Name: /prod/db-secret, Type: String, Value: !GetAtt 'Secret.Id'}")}  Secret: {Type: AWS::SecretsManager::Secret}\n`],
    ['main.tf', 'resource "aws_ssm_parameter" "a" {\n  name  = "/prod/db-secret"\n  type  = "String"\n  value = aws_secretsmanager_secret.db.arn\n}\n'],
    ['compose.yaml', 'services:\n  web:\n    image: x\n    entrypoint: ["paramguard", "exec", "--"]\n    environment:\n      A: ssm:///prod/db\n'],
    ['task.json', JSON.stringify({ executionRoleArn: 'r', containerDefinitions: [{ name: 'a', secrets: [{ name: 'DB', valueFrom: '/prod/db' }] }] })],
    ['pod.yaml', 'kind: Pod\nspec:\n  containers:\n    - env:\n        - name: A\n          valueFrom:\n            secretKeyRef: {name: s, key: k}\n'],
  ])('nothing in %s %#', async (path, text) => {
    expect((await scanReferences(path, text)).kinds).toEqual([]);
  });
});
