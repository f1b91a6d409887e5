import path from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { isRequired, runChecker, type Check } from '../support/checker.ts';
import { makeFolder, put, run } from '../support/command.ts';

const key = '3c9d6f1e-5b7a-4e20-8d14-f0a2b6c8e957';
const secure = (keyId?: string) => ({ type: 'SecureString', version: 1, ...(keyId === undefined ? {} : { keyId }) });

const inventory = (parameters: object, place: object = { account: '123456789012', region: 'eu-west-1' }): string =>
  JSON.stringify({ paramguard: 1, takenAt: new Date().toISOString(), ...place, parameters });

const python = (lines: string): string => `import boto3\nssm = boto3.client("ssm")\nsm = boto3.client("secretsmanager")\n${lines}\n`;

interface Statement {
  Sid: string;
  Action: string[];
  Resource: string[] | '*';
  Condition?: unknown;
}

/** Statements of the JSON as `sid: resource resource`, without what all ARNs share. */
function write(files: Readonly<Record<string, string>>, parameters: object = {}): { code: number | null; statements: string[]; raw: Statement[]; stderr: string } {
  const folder = makeFolder({ ...files, 'inv.json': inventory(parameters) });
  const { code, stdout, stderr } = run(folder, ['policy', '--store', 'file:inv.json']);
  const raw = stdout === '' ? [] : (JSON.parse(stdout) as { Statement: Statement[] }).Statement;
  const statements = raw.map(({ Sid, Resource }) => `${Sid}: ${Resource === '*' ? '*' : Resource.map((arn) => arn.replace(/^arn:aws:(?:ssm|secretsmanager|kms):eu-west-1:123456789012:/u, '')).join(' ')}`);
  return { code, statements, raw, stderr };
}

describe('paramguard policy', () => {
  it('grants what each call needs and nothing else', () => {
    const { code, statements, raw, stderr } = write(
      { 'app/main.py': python('ssm.get_parameter(Name="/a/b", WithDecryption=True)\nssm.get_parameter(Name="/a/b", WithDecryption=True)\nssm.get_parameters(Names=["/a/c:3", "/a/d"], WithDecryption=True)\nssm.get_parameter_history(Name="/a/d", WithDecryption=True)') },
      { '/a/b': secure('alias/aws/ssm'), '/a/c': secure('alias/aws/ssm'), '/a/d': secure('alias/aws/ssm') },
    );
    expect({ code, statements, stderr }).toEqual({
      code: 0,
      stderr: '',
      statements: ['ProgramGetParameter: parameter/a/b', 'ProgramGetParameterHistoryGetParameters: parameter/a/d', 'ProgramGetParameters: parameter/a/c'],
    });
    expect(raw[1]?.Action).toEqual(['ssm:GetParameterHistory', 'ssm:GetParameters']);
  });

  it('keeps the roles apart', () => {
    const { statements, stderr } = write(
      {
        'app.ts': "new GetParameterCommand({ Name: '/a/b', WithDecryption: true });\n",
        'task.json': JSON.stringify({ executionRoleArn: 'x', containerDefinitions: [{ secrets: [{ name: 'B', valueFrom: '/a/b' }] }] }),
        'stack.yaml': "Resources:\n  D:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      MasterUserPassword: '{{resolve:ssm-secure:/a/b}}'\n",
      },
      { '/a/b': secure('alias/aws/ssm') },
    );
    expect(statements).toEqual(['ProgramGetParameter: parameter/a/b', 'ExecutionGetParameters: parameter/a/b', 'DeploymentGetParameters: parameter/a/b']);
    expect(stderr).toBe('paramguard: these statements belong to several roles; their ids begin with Program, Execution, Deployment\n');
  });

  it('grants a path as it may be asked for', () => {
    expect(write({ 'a.py': python('ssm.get_parameters_by_path(Path="/a/b/", WithDecryption=True)') }, { '/a/b/c': secure(key) }).statements).toEqual(['ProgramGetParametersByPath: parameter/a/b parameter/a/b/*', `ProgramDecrypt: key/${key}`]);
  });

  it('keeps open parts and says so', () => {
    const { code, statements, stderr } = write({ 'a.py': python('ssm.get_parameter(Name=f"/{stage}/shop/db", WithDecryption=True)') }, { '/prod/shop/db': secure('alias/aws/ssm') });
    expect({ code, statements }).toEqual({ code: 0, statements: ['ProgramGetParameter: parameter/*/shop/db'] });
    expect(stderr).toBe('paramguard: a.py:4: a part of /*/shop/db is known only when the program runs and stays "*"; narrow it to what this role may read\n');
  });

  it('lets decrypt with keys of the account only, through the service', () => {
    const { raw, stderr } = write(
      { 'a.py': python('ssm.get_parameters(Names=["/k/id", "/k/arn", "/k/alias", "/k/aws", "/k/plain", "/k/unknown"], WithDecryption=True)\nssm.get_parameter(Name="/k/ciphertext", WithDecryption=False)') },
      { '/k/id': secure(key), '/k/arn': secure(`arn:aws:kms:eu-west-1:210987654321:key/${key}`), '/k/alias': secure('alias/shop'), '/k/aws': secure('alias/aws/ssm'), '/k/plain': { type: 'String', version: 1 }, '/k/unknown': secure(), '/k/ciphertext': secure('alias/other') },
    );
    const via = { StringEquals: { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' } };
    expect(raw.filter(({ Action }) => Action[0] === 'kms:Decrypt').map(({ Sid, Resource, Condition }) => [Sid, Resource, Condition])).toEqual([
      ['ProgramDecrypt', [`arn:aws:kms:eu-west-1:123456789012:key/${key}`, `arn:aws:kms:eu-west-1:210987654321:key/${key}`], via],
      ['ProgramDecrypt2', ['arn:aws:kms:eu-west-1:123456789012:key/*'], { ...via, 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/shop' } }],
    ]);
    expect(stderr).toContain('did not tell the KMS key of /k/unknown');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('writes the ARN of a secret with what Secrets Manager adds', () => {
    const { statements } = write({
      'a.py': python('sm.get_secret_value(SecretId="prod/db")\nsm.get_secret_value(SecretId="arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/mail-AbCdEf")\nsm.batch_get_secret_value(SecretIdList=["prod/db"])\nssm.get_parameter(Name="/aws/reference/secretsmanager/prod/sms", WithDecryption=True)'),
    });
    expect(statements).toEqual([
      'ProgramGetSecretValue: secret:prod/db-?????? secret:prod/mail-AbCdEf secret:prod/sms-??????',
      'ProgramGetParameter: parameter/aws/reference/secretsmanager/prod/sms',
      'ProgramBatchGetSecretValue: *',
    ]);
  });

  it('takes Region and account of an ARN, and the Region that a command names', () => {
    const { raw } = write({ 'task.json': JSON.stringify({ executionRoleArn: 'x', containerDefinitions: [{ secrets: [{ name: 'B', valueFrom: 'arn:aws-cn:ssm:cn-north-1:210987654321:parameter/a/b' }] }] }), 'a.sh': 'x="$(aws ssm get-parameter --name /a/b --region us-gov-west-1 --with-decryption)"\n' });
    expect(raw.flatMap(({ Resource }) => Resource)).toEqual(['arn:aws-us-gov:ssm:us-gov-west-1:123456789012:parameter/a/b', 'arn:aws-cn:ssm:cn-north-1:210987654321:parameter/a/b']);
  });

  it('says what is not there, and grants it', () => {
    const { code, statements, stderr } = write({ 'a.py': python('ssm.get_parameter(Name="/a/gone", WithDecryption=True)') });
    expect({ code, statements, stderr }).toEqual({ code: 0, statements: ['ProgramGetParameter: parameter/a/gone'], stderr: 'paramguard: a.py:4: /a/gone is not in eu-west-1; it is granted all the same\n' });
  });

  it('leaves out what no name can be, and does not call that complete', () => {
    const { code, statements, stderr } = write({ 'a.py': python('ssm.get_parameter(Name="/a//b", WithDecryption=True)\nssm.get_parameter(Name="/a/c", WithDecryption=True)') }, { '/a/c': secure('alias/aws/ssm') });
    expect({ code, statements, stderr }).toEqual({ code: 2, statements: ['ProgramGetParameter: parameter/a/c'], stderr: 'paramguard: a.py:4: /a//b is left out: it has an empty part (//)\n' });
  });

  it('writes nothing where nothing is read', () => {
    const folder = makeFolder({ 'a.py': 'x = 1\n', '.env': 'PORT=1\n' });
    expect(run(folder, ['policy'])).toEqual({ code: 0, stdout: '', stderr: 'paramguard: no parameter and no secret is read here: no policy is needed\n' });
  });

  it('guesses no account', () => {
    const folder = makeFolder({ 'a.py': python('ssm.get_parameter(Name="/a/b", WithDecryption=True)') });
    const { code, stdout, stderr } = run(folder, ['policy', '--store', 'none']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('take --format cloudformation, terraform or cdk');
  });

  it('takes a format of its own', () => {
    expect(run(makeFolder(), ['policy', '--format', 'sarif'])).toMatchObject({ code: 2, stderr: 'paramguard: --format must be one of json, cloudformation, terraform, cdk, not "sarif"\n' });
    expect(run(makeFolder(), ['scan', '--format', 'cdk']).code).toBe(2);
  });

  it('writes the same again, whatever the order of the files, and to a file', () => {
    const [a, b] = [python('ssm.get_parameter(Name="/a/b", WithDecryption=True)'), python('ssm.get_parameters(Names=["/a/c", "/a/b"], WithDecryption=True)')];
    const [first, second] = [{ 'a.py': a, 'b.py': b }, { 'a.py': b, 'b.py': a }].map((files) => {
      const folder = makeFolder({ ...files, 'inv.json': inventory({}) });
      expect(run(folder, ['policy', '--store', 'file:inv.json', '--output', 'policy.json']).stdout).toBe('');
      return run(folder, ['policy', '--store', 'file:inv.json']).stdout;
    });
    expect(first).toBe(second);
  });
});

const files = {
  'app/main.py': python('ssm.get_parameter(Name="/a/b", WithDecryption=True)\nssm.get_parameters(Names=["/a/b", "/a/c"], WithDecryption=True)\nssm.get_parameter(Name=f"/{stage}/d", WithDecryption=True)\nsm.get_secret_value(SecretId="prod/db")\nsm.batch_get_secret_value(SecretIdList=["prod/mail"])'),
  'task.json': JSON.stringify({ executionRoleArn: 'x', containerDefinitions: [{ secrets: [{ name: 'B', valueFrom: '/a/b' }] }] }),
};
const parameters = { '/a/b': secure(key), '/a/c': secure('alias/shop') };

/** Each format by its own checker, with and without the account and the Region. */
describe.each([
  ['json', 'policy.json', () => ({ code: 0, output: '' })],
  ['cloudformation', 'stack.yaml', (folder: string) => runChecker('cfn-lint', ['--non-zero-exit-code', 'informational', 'stack.yaml'], folder)],
  ['terraform', 'main.tf', (folder: string) => runChecker('hcl2tojson', ['main.tf'], folder)],
  ['terraform', 'main.tf', (folder: string) => runChecker('terraform', ['fmt', '-check', '-diff', 'main.tf'], folder)],
  ['cdk', 'statements.ts', compile],
] as const)('the format %s in %s', (format, file, check: (folder: string) => Check) => {
  it.each([...(format === 'json' ? [] : [['open', { region: 'eu-west-1' }]] as const), ['known', { account: '123456789012', region: 'eu-west-1' }]] as const)('is accepted, the account %s, and our own rules are quiet on it', ({}, place) => {
    const folder = makeFolder({ ...files, 'inv.json': inventory(parameters, place) });
    expect(run(folder, ['policy', '--store', 'file:inv.json', '--format', format, '--output', file]).code).toBe(0);
    const result = check(folder);
    if (result === 'missing') expect(isRequired && format !== 'terraform', `no checker of ${format}`).toBe(false);
    else expect(result).toMatchObject({ code: 0 });
    expect(run(folder, ['scan', '--store', 'none', file])).toMatchObject({ code: 0, stderr: '' });
  });
});

const stubs = {
  'node_modules/aws-cdk-lib/index.d.ts': 'export declare class Stack { static of(scope: import("constructs").Construct): Stack; readonly account: string; readonly partition: string; readonly region: string; }',
  'node_modules/aws-cdk-lib/aws-iam.d.ts':
    'export interface PolicyStatementProps { readonly sid?: string; readonly actions?: string[]; readonly resources?: string[]; readonly conditions?: { [operator: string]: any }; }\nexport declare class PolicyStatement { constructor(props?: PolicyStatementProps); }',
  'node_modules/constructs/index.d.ts': 'export declare class Construct { readonly node: unknown; }',
};

/** Against the few declarations of aws-cdk-lib that it uses. */
function compile(folder: string): Check {
  for (const [name, text] of Object.entries(stubs)) put(folder, name, text);
  const program = ts.createProgram([path.join(folder, 'statements.ts')], { strict: true, noUnusedLocals: true, noUnusedParameters: true, noEmit: true, target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, types: [] });
  const messages = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  return { code: messages.length, output: messages.join('\n') };
}
