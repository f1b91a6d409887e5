import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/core/config.ts';
import { applyEdits } from '../../src/core/edit.ts';
import { judgeGrants, type PlacedFinding } from '../../src/grants/judge.ts';
import { scanBytes } from '../../src/pipeline.ts';
import { makeFolder } from '../support/command.ts';

type Files = Readonly<Record<string, string>>;

/** The findings of a run over these files, with what is marked. */
async function judge(files: Files, isWhole = true): Promise<(PlacedFinding & { marked: string; after: string | undefined })[]> {
  const root = makeFolder();
  const scanned = await Promise.all(Object.entries(files).map(([path, text]) => scanBytes(root, path, Buffer.from(text), defaultConfig)));
  const findings = judgeGrants({ files: scanned.map(({ source, ...facts }) => ({ ...facts, path: source.path, text: source.text })), isWhole: () => isWhole });
  return findings.map((finding) => {
    const text = files[finding.path] ?? '';
    return { ...finding, marked: text.slice(...finding.problem.range), after: finding.remedy.state === 'offered' ? applyEdits(text, finding.remedy.edits) : undefined };
  });
}

/** `kind marked` of each finding. */
const list = async (files: Files, isWhole = true): Promise<string[]> => (await judge(files, isWhole)).map(({ problem: { kind }, marked }) => `${kind} ${marked}`);

const arn = (name: string): string => `arn:aws:ssm:eu-west-1:123456789012:parameter/${name}`;
const policy = (action: unknown, resource: unknown = arn('prod/shop/db'), more: object = {}): string => JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: action, Resource: resource, ...more }] }, undefined, 2);
const python = (...lines: readonly string[]): string => ['import boto3', 'ssm = boto3.client("ssm")', ...lines, ''].join('\n');
const get = (name: string): string => `ssm.get_parameter(Name="${name}", WithDecryption=True)`;
const getMany = (...names: readonly string[]): string => `ssm.get_parameters(Names=[${names.map((name) => `"${name}"`).join(', ')}], WithDecryption=True)`;
const byPath = (path: string): string => `ssm.get_parameters_by_path(Path="${path}", WithDecryption=True)`;
const app = python(get('/prod/shop/db'));
const wrong = ['wrong-action "ssm:GetParameters"'];

describe('a call with another action than the granted one', () => {
  it('is marked in the policy, with the place of the call', async () => {
    const [finding] = await judge({ 'policy.json': policy('ssm:GetParameters'), 'app/main.py': app });
    expect(finding).toMatchObject({ path: 'policy.json', marked: '"ssm:GetParameters"', problem: { kind: 'wrong-action', severity: 'high' } });
    expect(finding?.problem.message).toBe('ssm:GetParameters is granted on /prod/shop/db; app/main.py:3 reads it with ssm:GetParameter, which nothing grants.');
    expect(finding?.after).toBe(policy('ssm:GetParameter'));
  });

  it.each([
    ['in the folder above', { 'app/policy.json': policy('ssm:GetParameters'), 'app/src/main.py': app }],
    ['beside a folder of infrastructure', { 'shop/infra/iam/policy.json': policy('ssm:GetParameters'), 'shop/app/main.py': app }],
    ['with open parts', { 'policy.json': policy('ssm:GetParameters', arn('sandbox/dev/password')), 'main.py': python('ssm.get_parameter(Name=f"/sandbox/{env}/password", WithDecryption=True)') }],
    ['with a wildcard', { 'policy.json': policy('ssm:GetParameters', arn('prod/shop/*')), 'main.py': app }],
    ['on everything', { 'policy.json': policy('ssm:GetParameters', '*'), 'main.py': app }],
    ['in JavaScript', { 'policy.json': policy('ssm:GetParameters'), 'main.ts': "new GetParameterCommand({ Name: '/prod/shop/db', WithDecryption: true });\n" }],
    ['beside a statement about something else', { 'policy.json': policy('ssm:GetParameters'), 'other.json': policy('ssm:GetParameter', arn('prod/mail/*')), 'main.py': app }],
    ['with a statement for the role of a function', { 'lambda-execution-role.json': policy('ssm:GetParameters'), 'main.py': app }],
    ['in another case', { 'policy.json': policy('ssm:GetParameters', [arn('prod/shop/api'), arn('prod/shop/db')]), 'main.py': app }],
  ] as [string, Files][])('%s', async (_, files) => {
    expect(await list(files, false)).toEqual(wrong);
  });

  it.each([
    ['granted', { 'policy.json': policy(['ssm:GetParameters', 'ssm:GetParameter']), 'main.py': app }],
    ['granted by a pattern', { 'policy.json': policy('ssm:Get*'), 'main.py': app }],
    ['granted in another file', { 'policy.json': policy('ssm:GetParameters'), 'infra/more.json': policy('ssm:GetParameter', arn('prod/*')), 'main.py': app }],
    ['granted on what only the deployment knows', { 'policy.json': policy('ssm:GetParameters'), 'b.yaml': 'Statement:\n  - Effect: Allow\n    Action: ssm:GetParameter\n    Resource: !Ref DbArn\n', 'main.py': app }],
    ['granted under a condition', { 'policy.json': policy('ssm:GetParameters'), 'b.json': policy('ssm:GetParameter', arn('prod/*'), { Condition: { Bool: { 'aws:SecureTransport': 'true' } } }), 'main.py': app }],
    ['granted by a policy of AWS', { 'policy.json': policy('ssm:GetParameters'), 'role.yaml': 'Resource: x\nManagedPolicyArns:\n  - arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess\n', 'main.py': app }],
    ['granted to the agent that starts the program', { 'policy.json': policy('ssm:GetParameters'), 'task.json': JSON.stringify({ executionRoleArn: 'x', containerDefinitions: [{ secrets: [{ name: 'DB', valueFrom: '/prod/shop/db' }] }] }), 'main.py': app }],
    ['granted to an execution role', { 'task-execution-role.json': policy('ssm:GetParameters'), 'main.py': app }],
    ['granted to whoever deploys', { 'deploy-policy.json': policy('ssm:GetParameters'), 'main.py': app }],
    ['denied', { 'policy.json': policy('ssm:GetParameters'), 'deny.json': JSON.stringify({ Statement: { Effect: 'Deny', Action: 'ssm:GetParameter', Resource: arn('prod/*') } }), 'main.py': app }],
    ['judged by a statement with exceptions', { 'policy.json': JSON.stringify({ Statement: { Effect: 'Allow', NotAction: 'ssm:GetParameter', Resource: arn('prod/shop/db') } }), 'main.py': app }],
    ['about another parameter', { 'policy.json': policy('ssm:GetParameters', arn('prod/shop/dbs')), 'main.py': app }],
    ['of another Region', { 'policy.json': policy('ssm:GetParameters'), 'main.ts': "new GetParameterCommand({ Name: 'arn:aws:ssm:us-east-1:123456789012:parameter/prod/shop/db', WithDecryption: true });\n" }],
    ['about what only the deployment knows', { 'a.yaml': 'Statement:\n  - Effect: Allow\n    Action: ssm:GetParameters\n    Resource: !Sub arn:aws:ssm:eu-west-1:1:parameter/${Name}\n', 'main.py': app }],
    ['in the folder of another service', { 'a/policy.json': policy('ssm:GetParameters'), 'b/main.py': app }],
    ['of a script', { 'policy.json': policy('ssm:GetParameters'), 'scripts/x.py': app, 'run.sh': 'x="$(aws ssm get-parameter --name /prod/shop/db --with-decryption)"\n' }],
    ['of a test', { 'policy.json': policy('ssm:GetParameters'), 'tests/test_main.py': app }],
    ['with an unknown name', { 'policy.json': policy('ssm:GetParameters'), 'main.py': python('ssm.get_parameter(Name=name, WithDecryption=True)') }],
    ['with a name that is all open', { 'policy.json': policy('ssm:GetParameters'), 'main.py': python('ssm.get_parameter(Name=f"/{a}/{b}/x", WithDecryption=True)') }],
    ['in a trust policy', { 'x.json': JSON.stringify({ AssumeRolePolicyDocument: { Statement: { Effect: 'Allow', Action: 'ssm:GetParameters', Resource: arn('prod/shop/db') } } }), 'main.py': app }],
    ['about secrets of Secrets Manager', { 'policy.json': policy('secretsmanager:DescribeSecret', '*'), 'main.py': 'import boto3\nboto3.client("secretsmanager").get_secret_value(SecretId="prod/db")\n' }],
    ['about public parameters', { 'policy.json': policy('ssm:GetParameters', '*'), 'main.py': python(get('/aws/service/ami-amazon-linux-latest/x')) }],
  ] as [string, Files][])('is no finding where it is %s', async (_, files) => {
    expect((await list(files, false)).filter((entry) => entry.startsWith('wrong'))).toEqual([]);
  });

  it('is marked in templates, Terraform and the CDK', async () => {
    const yaml = (role: string, property: string): string =>
      `Resources:\n  ${role}:\n    Type: AWS::IAM::Role\n    Properties:\n      Policies:\n        - PolicyDocument:\n            Statement:\n              - Effect: Allow\n                Action:\n                  - ssm:GetParameters\n                Resource: !Sub arn:\${AWS::Partition}:ssm:\${AWS::Region}:\${AWS::AccountId}:parameter/prod/shop/db\n  Task:\n    Type: AWS::ECS::TaskDefinition\n    Properties:\n      ${property}: !GetAtt ${role}.Arn\n`;
    expect(await list({ 'template.yaml': yaml('Role', 'TaskRoleArn'), 'main.py': app })).toEqual(['wrong-action ssm:GetParameters']);
    expect(await list({ 'template.yaml': yaml('Role', 'ExecutionRoleArn'), 'main.py': app })).toEqual([]);
    expect((await judge({ 'template.yaml': yaml('Role', 'TaskRoleArn'), 'main.py': python(get('/prod/shop/db'), getMany('/prod/shop/db')) }))[0]?.after).toContain('                  - ssm:GetParameters\n                  - ssm:GetParameter\n');
    const hcl = (label: string): string => `data "aws_iam_policy_document" "${label}" {\n  statement {\n    actions   = ["ssm:GetParameters"]\n    resources = ["arn:aws:ssm:\${var.region}:\${local.account}:parameter/prod/shop/db"]\n  }\n}\n`;
    expect(await list({ 'terraform/main.tf': hcl('app'), 'src/main.py': app })).toEqual(wrong);
    expect(await list({ 'terraform/main.tf': hcl('ecs_task_execution'), 'src/main.py': app })).toEqual([]);
    const stack = `new PolicyStatement({ actions: ['ssm:GetParameters'], resources: ['${arn('prod/shop/db')}'] })`;
    expect(await list({ 'cdk/stack.ts': `role.addToPolicy(${stack});\n`, 'src/main.py': app })).toEqual(["wrong-action 'ssm:GetParameters'"]);
    expect(await list({ 'cdk/stack.ts': `task.executionRole.addToPrincipalPolicy(${stack});\n`, 'src/main.py': app })).toEqual([]);
    expect((await judge({ 'cdk/stack.ts': `const actions = ['ssm:GetParameters'];\nnew PolicyStatement({ actions, resources: ['${arn('prod/shop/db')}'] });\n`, 'src/main.py': app }))[0]?.remedy.state).toBe('none');
  });

  it('keeps an action that something else calls', async () => {
    const twice = python(get('/prod/shop/db'), getMany('/prod/shop/db'));
    expect((await judge({ 'policy.json': policy('ssm:GetParameters'), 'main.py': twice }))[0]?.after).toBe(policy('ssm:GetParameters').replace('"ssm:GetParameters"', '["ssm:GetParameters", "ssm:GetParameter"]'));
    expect((await judge({ 'policy.json': policy(['ssm:GetParameters']), 'main.py': twice }))[0]?.after).toBe(policy(['ssm:GetParameters', 'ssm:GetParameter']));
    // a name that nobody can read here
    expect((await judge({ 'policy.json': policy(['ssm:GetParameters']), 'main.py': app, 'Main.java': 'ssm.getParameters(request);\n' }))[0]?.after).toBe(policy(['ssm:GetParameters', 'ssm:GetParameter']));
  });

  it('offers a grant by path only where the path itself is granted', async () => {
    const call = python(byPath('/prod/shop'));
    expect((await judge({ 'policy.json': policy('ssm:GetParameters', arn('prod/shop/*')), 'main.py': call }))[0]?.remedy).toMatchObject({ state: 'none', reason: expect.stringContaining('on the path itself') });
    expect((await judge({ 'policy.json': policy('ssm:GetParameters', [arn('prod/shop'), arn('prod/shop/*')]), 'main.py': call }))[0]?.after).toContain('"ssm:GetParametersByPath"');
  });
});

describe('an action that nothing calls', () => {
  const both = ['ssm:GetParameter', 'ssm:GetParameters'];

  it.each([
    ['first', both.toReversed(), ['ssm:GetParameter']],
    ['last', both, ['ssm:GetParameter']],
    ['in the middle', ['ssm:GetParameter', 'ssm:GetParameters', 'kms:Decrypt'], ['ssm:GetParameter', 'kms:Decrypt']],
  ] as [string, string[], string[]][])('is taken out where it stands %s', async (_, actions, after) => {
    const [finding, ...others] = await judge({ 'policy.json': policy(actions), 'main.py': app });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ problem: { kind: 'unused-action', severity: 'low' }, marked: '"ssm:GetParameters"', after: policy(after) });
  });

  it('is taken out of a list of lines', async () => {
    const yaml = (actions: string): string => `Statement:\n  - Effect: Allow\n    Action:\n${actions}    Resource: ${arn('prod/shop/db')}\n`;
    const [finding] = await judge({ 'policy.yaml': yaml('      - ssm:GetParameter\n      - ssm:GetParameters\n'), 'main.py': app });
    expect(finding?.after).toBe(yaml('      - ssm:GetParameter\n'));
  });

  it.each([
    ['something calls it', { 'policy.json': policy(both), 'main.py': python(get('/prod/shop/db'), getMany('/prod/shop/db')) }],
    ['ECS reads with it', { 'policy.json': policy(both), 'main.py': app, 'task.json': JSON.stringify({ executionRoleArn: 'x', containerDefinitions: [{ secrets: [{ name: 'DB', valueFrom: '/prod/shop/db' }] }] }) }],
    ['a call has a name that cannot be read', { 'policy.json': policy(both), 'main.py': app, 'other.py': python('ssm.get_parameters(Names=names)') }],
    ['another language calls it', { 'policy.json': policy(both), 'main.py': app, 'main.go': 'client.GetParameters(ctx, input)\n' }],
    ['a library may call it', { 'policy.json': policy(both), 'main.py': app, 'application.yml': 'spring:\n  config:\n    import: aws-parameterstore:/prod/shop/\n' }],
    ['a resource is read nowhere', { 'policy.json': policy(both, [arn('prod/shop/db'), arn('prod/shop/other')]), 'main.py': app }],
    ['everything is granted', { 'policy.json': policy(both, '*'), 'main.py': app }],
    ['a part of the name is not known', { 'policy.json': policy(both, 'arn:aws:ssm:eu-west-1:123456789012:parameter/${name}'), 'main.py': app }],
    ['only a tool that deploys reads', { 'policy.json': policy(both), 'main.tf': 'data "aws_ssm_parameter" "x" {\n  name = "/prod/shop/db"\n}\n' }],
    ['it is a pattern', { 'policy.json': policy(['ssm:GetParameter', 'ssm:GetParameters*']), 'main.py': app }],
    ['none of them is called', { 'policy.json': policy(both), 'main.py': python(byPath('/prod/shop/db')) }],
    ['there is a condition', { 'policy.json': policy(both, arn('prod/shop/db'), { Condition: { StringEquals: { 'aws:ResourceTag/app': 'shop' } } }), 'main.py': app }],
  ] as [string, Files][])('is no finding where %s', async (_, files) => {
    expect((await list(files)).filter((entry) => entry.startsWith('unused'))).toEqual([]);
  });

  it('is no finding where not all files were seen', async () => {
    expect(await list({ 'policy.json': policy(both), 'main.py': app }, false)).toEqual([]);
  });
});

describe('a parameter that the policy forgets', () => {
  const code = python(get('/prod/shop/db'), get('/prod/mail/token'));

  it('is marked in the code', async () => {
    const [finding] = await judge({ 'policy.json': policy('ssm:GetParameter'), 'main.py': code });
    expect(finding).toMatchObject({ path: 'main.py', marked: '/prod/mail/token', problem: { kind: 'missing-grant', severity: 'medium' }, remedy: { state: 'none', reason: expect.stringContaining('grant ssm:GetParameter on /prod/mail/token') } });
  });

  it.each([
    ['of the same application', { 'policy.json': policy('ssm:GetParameter', arn('prod/shop/database')), 'main.py': app }, ['missing-grant /prod/shop/db']],
    ['with an open stage', { 'policy.json': policy('ssm:GetParameter', arn('prod/shop/db')), 'main.py': python(get('/prod/shop/db'), 'ssm.get_parameter(Name=f"/{stage}/mail/token", WithDecryption=True)') }, ['missing-grant f"/{stage}/mail/token"']],
  ] as [string, Files, string[]][])('%s', async (_, files, expected) => {
    expect(await list(files)).toEqual(expected);
  });

  it.each([
    ['its policy is not here', { 'infra/policy.json': policy('ssm:GetParameter', arn('prod/other/*')), 'main.py': app }],
    ['another policy is about it', { 'policy.json': policy('ssm:GetParameter'), 'infra/mail.json': policy('ssm:GetParameters', arn('prod/mail/*')), 'main.py': python(get('/prod/shop/db'), getMany('/prod/mail/token')) }],
    ['a resource is not known', { 'policy.json': policy('ssm:GetParameter'), 'main.tf': 'data "aws_iam_policy_document" "x" {\n  statement {\n    actions   = ["ssm:GetParameter"]\n    resources = [aws_ssm_parameter.mail.arn]\n  }\n}\n', 'main.py': code }],
    ['a policy of AWS grants it', { 'policy.json': policy('ssm:GetParameter'), 'role.tf': 'resource "aws_iam_role_policy_attachment" "x" {\n  policy_arn = "arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess"\n}\n', 'main.py': code }],
    ['the policy is of the execution role', { 'ecs-execution.json': policy('ssm:GetParameter'), 'main.py': code }],
    ['no policy is about parameters', { 'policy.json': policy('s3:GetObject', 'arn:aws:s3:::x/*'), 'main.py': code }],
  ] as [string, Files][])('is no finding where %s', async (_, files) => {
    expect(await list(files)).toEqual([]);
  });

  it('is no finding where not all files were seen', async () => {
    expect(await list({ 'policy.json': policy('ssm:GetParameter'), 'main.py': code }, false)).toEqual([]);
  });
});

it('takes its time with hostile patterns and no more', async () => {
  const stars = `${'a*'.repeat(400)}b`;
  const files = { 'policy.json': policy('ssm:GetParameters', Array.from({ length: 300 }, (_, index) => arn(`${stars}${String(index)}`))), 'main.py': python(...Array.from({ length: 300 }, (_, index) => `ssm.get_parameter(Name=f"/a{x}/${'a{x}'.repeat(100)}${String(index)}", WithDecryption=True)`)) };
  await judge(files);
});
