import { describe, expect, it } from 'vitest';
import { mayHoldPolicy } from '../../src/ecmascript/may-hold-policy.ts';
import { findWildcardGrants } from '../../src/ecmascript/policies.ts';
import { parsers, type ParserName } from './parsers.ts';
import { expectSameSight } from '../support/same-sight.ts';

const names = Object.keys(parsers) as ParserName[];

describe.each(names)('findWildcardGrants with %s', (parser) => {
  const find = (text: string): string[] => findWildcardGrants(parsers[parser](text), text).map(({ range }) => text.slice(...range));

  it.each([
    ['a CDK statement', "new PolicyStatement({ effect: Effect.ALLOW, actions: ['ssm:GetParameter'], resources: ['*'] })", ["'*'"]],
    ['a CDK statement of a namespace', "new iam.PolicyStatement({ actions: ['kms:Decrypt'], resources: [\"*\"] })", ['"*"']],
    ['a CDK statement that is added', "role.addToPolicy(new iam.PolicyStatement({ actions: ['ssm:GetParameter'], resources: ['*'] }))", ["'*'"]],
    ['a template', 'fn.addToRolePolicy(new iam.PolicyStatement({ actions: ["ssm:Get*"], resources: [`arn:aws:ssm:${region}:${this.account}:parameter/*`] }))', ['`arn:aws:ssm:${region}:${this.account}:parameter/*`']],
    ['a sum', "new PolicyStatement({ actions: ['ssm:GetParameter'], resources: ['arn:aws:ssm:' + region + ':*:parameter/*'] })", ["'arn:aws:ssm:' + region + ':*:parameter/*'"]],
    ['fromJson', "iam.PolicyStatement.fromJson({ Effect: 'Allow', Action: 'ssm:GetParameter', Resource: '*' })", ["'*'"]],
    ['a document', "PolicyDocument.fromJson({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['kms:Decrypt'], Resource: ['*'] }] })", ["'*'"]],
    ['a level 1 construct', "new CfnPolicy(this, 'P', { policyDocument: { Statement: [{ Effect: 'Allow', Action: 'secretsmanager:GetSecretValue', Resource: '*' }] } })", ["'*'"]],
    ['an SDK call', "client.send(new PutRolePolicyCommand({ PolicyDocument: JSON.stringify({ Statement: { Effect: 'Allow', Action: '*', Resource: '*' } }) }))", ["'*'"]],
    ['a list of permissions', "new sst.Function('F', { permissions: [{ actions: ['ssm:GetParameter'], resources: ['*'] }] })", ["'*'"]],
    ['a constant', "const STAR = '*';\nconst doc = { Effect: 'Allow', Action: 'ssm:GetParameter', Resource: STAR };", ['STAR']],
    ['a property of a constant', "const A = { read: ['ssm:GetParameter'], all: '*' };\nuse({ Effect: 'Allow', Action: A.read, Resource: A.all });", ['A.all']],
    ['a list elsewhere', "const ALL = ['*'];\nnew PolicyStatement({ actions: ['ssm:GetParameter'], resources: ALL });", ["'*'"]],
    ['a spread list', "const READ = ['ssm:GetParameter'];\nnew PolicyStatement({ actions: [...READ, 'logs:PutLogEvents'], resources: ['*'] });", ["'*'"]],
    ['a spread object', "const allow = { Effect: 'Allow', Resource: '*' };\nuse({ ...allow, Action: 'ssm:GetParameter' });", ["'*'"]],
    ['added resources', "const s = new PolicyStatement({ actions: ['ssm:GetParameter'] });\ns.addResources('arn:aws:ssm:*:*:parameter/a', '*');", ["'*'"]],
    ['added actions', "const s = new PolicyStatement();\ns.addActions('kms:Decrypt');\ns.addAllResources();", ['s.addAllResources()']],
    ['what is excepted', "new PolicyStatement({ actions: ['ssm:GetParameter'], notResources: ['arn:aws:ssm:*:*:parameter/a'] })", ["'arn:aws:ssm:*:*:parameter/a'"]],
    ['a void condition', "new PolicyStatement({ actions: ['ssm:GetParameter'], resources: ['*'], conditions: { Bool: { 'aws:SecureTransport': 'true' } } })", ["'*'"]],
  ])('finds %s', async (_, text, marked) => {
    await expectSameSight('infra/stack.ts', text);
    expect(find(text)).toEqual(marked);
  });

  it.each([
    "parameter.grantRead(role); key.grantDecrypt('*');",
    "new PolicyStatement({ effect: Effect.DENY, actions: ['ssm:GetParameter'], resources: ['*'] })",
    "new PolicyStatement({ effect, actions: ['ssm:GetParameter'], resources: ['*'] })",
    "new PolicyStatement({ actions: ['ssm:DescribeParameters', 'logs:*'], resources: ['*'] })",
    "new PolicyStatement({ actions: ['ssm:GetParameter'], resources: [arn] })",
    "new PolicyStatement({ actions: ['ssm:GetParameter'], resources: [`${bucket.arn}/*`, `arn:aws:ssm:*:*:parameter/${app}/*`] })",
    "new PolicyStatement({ actions: ['ssm:GetParameter'], resources: ['*'], principals: [new AccountRootPrincipal()] })",
    "new PolicyStatement({ actions, resources: ['*'] })",
    "new PolicyStatement(props); const resource = '*';",
    "const s = new PolicyStatement({ actions: ['kms:*'], resources: ['*'] });\ns.addAwsAccountPrincipal('123456789012');",
    "const s = new PolicyStatement({ actions: ['ssm:GetParameter'], resources: ['*'] });\ns.addCondition('StringEquals', x);",
    "new PolicyStatement({ actions: ['ssm:GetParameter'], resources: ['*'], conditions: { StringEquals: { 'ssm:resourceTag/a': 'b' } } })",
    "new PolicyStatement({ actions: ['ssm:GetParameter'], resources: ['*'], ...(isProd ? { conditions } : {}) })",
    "key.addToResourcePolicy(new PolicyStatement({ actions: ['kms:Decrypt'], resources: ['*'] }))",
    "const permissionsBoundary = { Effect: 'Allow', Action: 'ssm:GetParameter', Resource: '*' };",
    "new ManagedPolicy(this, 'DeveloperBoundary', { statements: [new PolicyStatement({ actions: ['*'], resources: ['*'] })] })",
    "new AssumeRoleCommand({ RoleArn, Policy: JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'ssm:*', Resource: '*' }] }) })",
    "new CfnKey(this, 'K', { keyPolicy: { Statement: [{ Effect: 'Allow', Action: 'kms:*', Resource: '*' }] } })",
    "const rules = { actions: ['*'], resources: ['*'], allow: true }",
    "const rbac = [{ effect: 'allow', actions: ['get', 'list'], resources: ['*'] }]",
    "let star = '*'; star = arn; use({ Effect: 'Allow', Action: 'ssm:GetParameter', Resource: star });",
    "const list = ['*']; list.push(arn); list.length = 0; use({ Effect: 'Allow', Action: actions, Resource: list });",
    "const a = b, b = a; use({ Effect: 'Allow', Action: a, Resource: '*' });",
  ])('keeps quiet on %s', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('gives the place for an edit', () => {
    const text = "new PolicyStatement({ actions: ['ssm:GetParameter', 'ssm:DescribeParameters', 's3:GetObject'], resources: ['*'] })";
    expect(findWildcardGrants(parsers[parser](text), text)).toMatchObject([
      {
        message: 'Granting ssm:GetParameter on "*" opens every parameter.',
        site: { carrier: 'policy', format: 'javascript', layout: 'flow-item', services: ['ssm'], unscopableActions: ['ssm:DescribeParameters'], otherActions: ['s3:GetObject'] },
      },
    ]);
  });

  it('refuses an edit at a declaration', () => {
    const text = "const ALL = ['*'];\nnew PolicyStatement({ actions: ['ssm:GetParameter'], resources: ALL });";
    expect(findWildcardGrants(parsers[parser](text), text)).toMatchObject([{ site: { refusal: expect.stringContaining('another place') as string } }]);
  });

  it('reports a constant that several statements use once', () => {
    const text = "const p = { actions: ['ssm:GetParameter'], resources: ['*'] };\nnew PolicyStatement(p); new PolicyStatement(p);";
    expect(find(text)).toEqual(["'*'"]);
  });
});

describe('types', () => {
  it.each(['typescript-eslint', 'oxc'] as const)('steps over casts with %s', (parser) => {
    const text = "const s = { Effect: 'Allow' as const, Action: ['ssm:GetParameter'] satisfies string[], Resource: ('*' as string)! } as Statement;";
    expect(findWildcardGrants(parsers[parser](text), text)).toHaveLength(1);
  });
});

describe('mayHoldPolicy', () => {
  it('is a cheap test', () => {
    expect(mayHoldPolicy('const a = 1;')).toBe(false);
    expect(mayHoldPolicy("fetch('/resources')")).toBe(false);
    expect(mayHoldPolicy("new PolicyStatement({ actions: [a], resources: ['*'] })")).toBe(true);
    expect(mayHoldPolicy('const s = new PolicyStatement(); s.addAllResources();')).toBe(true);
  });
});
