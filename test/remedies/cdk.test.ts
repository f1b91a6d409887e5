import { parseSync } from 'oxc-parser';
import { describe, expect, it } from 'vitest';
import type { TSESTree } from '@typescript-eslint/utils';
import { applyEdits, mergeEdits, type Edit } from '../../src/core/edit.ts';
import { findHardcodedSecrets } from '../../src/ecmascript/hardcoded.ts';
import { getDetect } from '../../src/eslint/detect.ts';
import { cdk } from '../../src/remedies/cdk.ts';
import { fill } from '../support/fill.ts';
import { present } from './present.ts';

const detect = getDetect({ formats: [] });

const name = '/prod/x';

/** All edits that are offered, made at once, with the notes; reasons where there is none. */
function fix(source: string, parameter = name): { text: string; notes: string[]; reasons: string[] } {
  const text = fill(source);
  const path = text.includes('require(') ? 'a.cjs' : 'a.ts';
  const { program } = parseSync(path, text, { range: true, astType: 'ts', lang: 'ts', preserveParens: false });
  const problems = findHardcodedSecrets({ program: program as unknown as TSESTree.Program, text, path, moduleType: 'module' }, detect);
  const groups: (readonly Edit[])[] = [];
  const [notes, reasons]: [string[], string[]] = [[], []];
  for (const problem of problems) {
    if (problem.site?.carrier !== 'cdk') continue;
    if (problem.site.refusal !== undefined) reasons.push(problem.site.refusal);
    else {
      const proposal = cdk.propose({ text, problem, site: problem.site, parameter: present(parameter), parametersBelowPrefix: [], project: { prefix: '' } });
      if (proposal.edits === undefined) reasons.push(proposal.reason);
      else {
        groups.push(proposal.edits);
        notes.push(proposal.note ?? '');
      }
    }
  }
  return { text: applyEdits(text, mergeEdits(groups) ?? []), notes, reasons };
}

const inStack = (body: string, imports = "import * as ecs from 'aws-cdk-lib/aws-ecs';\nimport * as ssm from 'aws-cdk-lib/aws-ssm';\n"): string =>
  `${imports}\nclass S extends Stack {\n  constructor(scope: Construct) {\n    super(scope, 's');\n    ${body}\n  }\n}\n`;

const secret = (id: string, ecs = 'ecs.Secret', ssm = 'ssm.StringParameter'): string => `${ecs}.fromSsmParameter(${ssm}.fromSecureStringParameterAttributes(this, '${id}', { parameterName: '${name}' }))`;

describe('a secret value', () => {
  it.each([
    ["import { SecretValue } from 'aws-cdk-lib';\nconst p = SecretValue.unsafePlainText('%weak%');\n", "SecretValue.ssmSecure('/prod/x')"],
    ["import * as cdk from 'aws-cdk-lib';\nconst p = cdk.SecretValue.unsafePlainText(`%weak%`);\n", 'cdk.SecretValue.ssmSecure(`/prod/x`)'],
    ['import { SecretValue as V } from "aws-cdk-lib";\nconst dbPassword = V.plainText("%weak%");\n', 'V.ssmSecure("/prod/x")'],
    ["const { SecretValue } = require('aws-cdk-lib');\nconst p = SecretValue.unsafePlainText('%weak%').unsafeUnwrap();\n", "SecretValue.ssmSecure('/prod/x').unsafeUnwrap()"],
  ])('%j', (source, expected) => {
    const { text, notes } = fix(source);
    expect(text).toContain(expected);
    expect(notes).toEqual([expect.stringContaining('eleven properties')]);
  });

  it.each([
    ['const dbPassword = SecretValue.unsafePlainText("%weak%");', 'dbPassword', []],
    ['new Db({ credentials: rds.Credentials.fromPassword("app", SecretValue.unsafePlainText("%weak%")) });', 'password', ['credentials']],
    ['new Db({ masterUser: { password: SecretValue.unsafePlainText("%weak%") } });', 'password', ['masterUser']],
    ['const value = SecretValue.unsafePlainText("%weak%");', 'secretValue', ['value']],
    ['use(SecretValue.unsafePlainText("%weak%"));', 'secretValue', []],
  ])('is named by what takes it: %j', (source, name, path) => {
    const text = fill(`import { SecretValue } from 'aws-cdk-lib';\n${source}\n`);
    const { program } = parseSync('a.ts', text, { range: true, astType: 'ts', lang: 'ts', preserveParens: false });
    const [problem] = findHardcodedSecrets({ program: program as unknown as TSESTree.Program, text, path: 'a.ts' }, detect);
    expect(problem?.subject).toEqual({ name, path });
  });

  it('of Secrets Manager is resolved in every property', () => {
    expect(fix("import { SecretValue } from 'aws-cdk-lib';\nconst p = SecretValue.unsafePlainText('%weak%');\n", '/aws/reference/secretsmanager/shop/db').text).toContain("SecretValue.secretsManager('shop/db')");
  });
});

/** Bodies of a constructor and what they become. */
const containers: readonly (readonly [string, string])[] = [
  ["t.addContainer('a', { environment: { DB_PASSWORD: '%weak%' } });", `t.addContainer('a', { secrets: { DB_PASSWORD: ${secret('DbPasswordParameter')} } });`],
  ["t.addContainer('a', { environment: { A: 'b', DB_PASSWORD: '%weak%' } });", `t.addContainer('a', { environment: { A: 'b' }, secrets: { DB_PASSWORD: ${secret('DbPasswordParameter')} } });`],
  ["t.addContainer('a', { environment: { DB_PASSWORD: '%weak%', A: 'b' }, cpu: 1 });", `t.addContainer('a', { environment: { A: 'b' }, secrets: { DB_PASSWORD: ${secret('DbPasswordParameter')} }, cpu: 1 });`],
  ["t.addContainer('a', { environment: { DB_PASSWORD: '%weak%' }, secrets: { B: b } });", `t.addContainer('a', { secrets: { B: b, DB_PASSWORD: ${secret('DbPasswordParameter')} } });`],
  ["t.addContainer('a', { secrets: { B: b }, environment: { DB_PASSWORD: '%weak%' } });", `t.addContainer('a', { secrets: { B: b, DB_PASSWORD: ${secret('DbPasswordParameter')} } });`],
  ["t.addContainer('a', { 'environment': { 'DB_PASSWORD': '%weak%' } });", `t.addContainer('a', { 'secrets': { 'DB_PASSWORD': ${secret('DbPasswordParameter')} } });`],
  ["new ecs.ContainerDefinition(this, 'a', { environment: { ...common, dbPassword: '%weak%' } });", `new ecs.ContainerDefinition(this, 'a', { environment: { ...common }, secrets: { dbPassword: ${secret('DbPasswordParameter')} } });`],
  ["new p.ScheduledFargateTask(this, 'a', { scheduledFargateTaskImageOptions: { environment: { DB_PASSWORD: '%weak%' } } });", `new p.ScheduledFargateTask(this, 'a', { scheduledFargateTaskImageOptions: { secrets: { DB_PASSWORD: ${secret('DbPasswordParameter')} } } });`],
  // every construct has an id of its own
  ["const id = 'DbPasswordParameter'; t.addContainer('a', { environment: { DB_PASSWORD: '%weak%' } }); t.addContainer('b', { environment: { DB_PASSWORD: '%weak%' } });", `const id = 'DbPasswordParameter'; t.addContainer('a', { secrets: { DB_PASSWORD: ${secret('DbPasswordParameter2')} } }); t.addContainer('b', { secrets: { DB_PASSWORD: ${secret('DbPasswordParameter3')} } });`],
  // layout and comments
  ["t.addContainer('a', {\n      environment: {\n        A: 'b',\n        // of the shop\n        DB_PASSWORD: '%weak%', // changes in May\n        C: 'd'\n      }\n    });", `t.addContainer('a', {\n      environment: {\n        A: 'b',\n        // of the shop\n        // changes in May\n        C: 'd'\n      },\n      secrets: {\n        DB_PASSWORD: ${secret('DbPasswordParameter')}\n      }\n    });`],
  ["t.addContainer('a', {\n      environment: {\n        A: 'b',\n        DB_PASSWORD: '%weak%'\n      },\n      secrets: {},\n    });", `t.addContainer('a', {\n      environment: {\n        A: 'b'\n      },\n      secrets: { DB_PASSWORD: ${secret('DbPasswordParameter')} },\n    });`],
  ["t.addContainer('a', {\n      environment: { DB_PASSWORD: '%weak%' /* , */ , A: 'b' },\n    });", `t.addContainer('a', {\n      environment: {  /* , */  A: 'b' },\n      secrets: { DB_PASSWORD: ${secret('DbPasswordParameter')} },\n    });`],
  ["t.addContainer('a', {\n      environment: {\n        A: 'b'\n      , DB_PASSWORD: '%weak%'\n      }\n    , cpu: 1\n    });", `t.addContainer('a', {\n      environment: {\n        A: 'b'\n      },\n      secrets: {\n        DB_PASSWORD: ${secret('DbPasswordParameter')}\n      }\n    , cpu: 1\n    });`],
  ["t.addContainer('a', {\n      environment: {\n        DB_PASSWORD: '%weak%' // x, y\n      , A: 'b'\n      }\n    });", `t.addContainer('a', {\n      environment: {\n         // x, y\n       A: 'b'\n      },\n      secrets: {\n        DB_PASSWORD: ${secret('DbPasswordParameter')}\n      }\n    });`],
];

describe('a variable of a container', () => {
  it.each(containers)('%j', (body, expected) => {
    const { text, reasons } = fix(inStack(body));
    expect({ text, reasons }).toEqual({ text: fill(inStack(expected)), reasons: [] });
    expect(parseSync('a.ts', text).errors).toEqual([]);
    expect(fix(text)).toMatchObject({ notes: [], reasons: [] });
  });

  const body = "t.addContainer('a', { environment: { DB_PASSWORD: '%weak%' } });";
  it.each([
    ["import * as cdk from 'aws-cdk-lib';\n", "import * as cdk from 'aws-cdk-lib';\n", 'cdk.aws_ecs.Secret', 'cdk.aws_ssm.StringParameter'],
    ["import { aws_ecs, aws_ssm as store } from 'aws-cdk-lib';\n", "import { aws_ecs, aws_ssm as store } from 'aws-cdk-lib';\n", 'aws_ecs.Secret', 'store.StringParameter'],
    ["import { Secret } from 'aws-cdk-lib/aws-ecs';\nimport { StringParameter as P } from 'aws-cdk-lib/aws-ssm';\n", "import { Secret } from 'aws-cdk-lib/aws-ecs';\nimport { StringParameter as P } from 'aws-cdk-lib/aws-ssm';\n", 'Secret', 'P'],
    ["import { Cluster } from 'aws-cdk-lib/aws-ecs';\nimport { Secret } from 'aws-cdk-lib/aws-secretsmanager';\n", "import { Cluster, Secret as Secret2 } from 'aws-cdk-lib/aws-ecs';\nimport { Secret } from 'aws-cdk-lib/aws-secretsmanager';\nimport * as ssm from 'aws-cdk-lib/aws-ssm';\n", 'Secret2', 'ssm.StringParameter'],
    ["const { Stack } = require('aws-cdk-lib');\nconst ecs = 1;\n", "const { Stack } = require('aws-cdk-lib');\nconst ecs2 = require('aws-cdk-lib/aws-ecs');\nconst ssm = require('aws-cdk-lib/aws-ssm');\nconst ecs = 1;\n", 'ecs2.Secret', 'ssm.StringParameter'],
    ["import { Construct } from 'constructs';\n", "import { Construct } from 'constructs';\nimport * as ecs from 'aws-cdk-lib/aws-ecs';\nimport * as ssm from 'aws-cdk-lib/aws-ssm';\n", 'ecs.Secret', 'ssm.StringParameter'],
  ])('takes the names of %j', (imports, expected, ecs, ssm) => {
    expect(fix(inStack(body, imports)).text).toBe(inStack(`t.addContainer('a', { secrets: { DB_PASSWORD: ${secret('DbPasswordParameter', ecs, ssm)} } });`, expected));
  });
});

describe('a variable of a function', () => {
  it.each([
    ["new lambda.Function(this, 'f', { environment: { DB_PASSWORD: '%weak%' } });", "{ DB_PASSWORD_PARAM: '/prod/x' }"],
    ["new NodejsFunction(this, 'f', { environment: { \"dbPassword\": \"%weak%\" } });", '{ "dbPasswordParam": "/prod/x" }'],
    ["this.f = new PythonFunction(this, 'f'); this.f.addEnvironment('DB_PASSWORD', '%weak%');", "this.f.addEnvironment('DB_PASSWORD_PARAM', '/prod/x');"],
  ])('%j', (body, expected) => {
    const { text, notes } = fix(inStack(body));
    expect(text).toContain(expected);
    expect(notes).toEqual([expect.stringContaining('grantRead')]);
  });
});

describe('no edit is offered', () => {
  it.each([
    ["new ssm.StringParameter(this, 'p', { parameterName: '/prod/db-password', stringValue: '%password%' });", /paramguard push/u],
    ["const dbPassword = '%password%';", /goes into the template/u],
    ["new Secret(this, 's', { secretStringValue: SecretValue.unsafePlainText('%password%') });", /generateSecretString/u],
    ["new GitHubSourceAction({ oauthToken: SecretValue.unsafePlainText('%token%') });", /SecretValue\.secretsManager/u],
    ["new Project(this, 'p', { environmentVariables: { DB_PASSWORD: { value: '%password%' } } });", /PARAMETER_STORE/u],
    ["container.addEnvironment('DB_PASSWORD', '%password%');", /addSecret/u],
    ["new batch.Job(this, 'j', { environment: { DB_PASSWORD: '%password%' } });", /goes into the template/u],
    ["new cloudfront.experimental.EdgeFunction(this, 'f', { environment: { DB_PASSWORD: '%password%' } });", /goes into the template/u],
    ["t.addContainer('a', { environment: { DATABASE_URL: 'postgres://app:%token%@db/x' } });", /only a part/u],
    ["t.addContainer('a', { environment: { DB_PASSWORD: '%password%' }, secrets });", /put together elsewhere/u],
    ["t.addContainer('a', { ...options, environment: { DB_PASSWORD: '%password%' } });", /put together elsewhere/u],
    ["t.addContainer('a', { environment: { DB_PASSWORD: '%password%' }, secrets: { DB_PASSWORD: s } });", /already/u],
    ["for (const a of b) t.addContainer(a, { environment: { DB_PASSWORD: '%password%' } });", /loop/u],
    ["b.forEach((a) => t.addContainer(a, { environment: { DB_PASSWORD: '%password%' } }));", /loop/u],
    ["new lambda.Function(this, 'f', { environment: { DB_PASSWORD: '%password%', DB_PASSWORD_PARAM: 'x' } });", /DB_PASSWORD_PARAM is there already/u],
  ])('%j', (body, reason) => {
    const { text, reasons } = fix(inStack(body));
    expect(text).toBe(fill(inStack(body)));
    expect(reasons).toEqual([expect.stringMatching(reason)]);
  });

  it('outside of a construct', () => {
    expect(fix("import { App } from 'aws-cdk-lib';\ntask.addContainer('a', { environment: { DB_PASSWORD: '%password%' } });\n").reasons).toEqual([expect.stringMatching(/construct around it/u)]);
  });

  it('in programs that make other things than templates', () => {
    expect(fix("import { Construct } from 'constructs';\nimport { TerraformStack } from 'cdktf';\nconst dbPassword = '%password%';\n").reasons).toEqual([expect.stringMatching(/files that it makes/u)]);
  });

  it('in version 1', () => {
    expect(fix(inStack("t.addContainer('a', { environment: { DB_PASSWORD: '%password%' } });", "import { Stack } from '@aws-cdk/core';\n")).reasons).toEqual([expect.stringMatching(/version 1/u)]);
  });

  it('for a secret of Secrets Manager that a container takes', () => {
    expect(fix(inStack("t.addContainer('a', { environment: { DB_PASSWORD: '%password%' } });"), '/aws/reference/secretsmanager/db').reasons).toEqual([expect.stringMatching(/fromSecretsManager/u)]);
  });
});

it('leaves programs without the CDK alone', () => {
  expect(fix("import { readFile } from 'node:fs';\nnew Function(this, 'f', { environment: { DB_PASSWORD: '%password%' } });\n")).toMatchObject({ notes: [], reasons: [] });
});
