import { describe, expect, it } from 'vitest';
import { findReferences } from '../../src/ecmascript/references.ts';
import { parsers } from '../ecmascript/parsers.ts';
import { scanReferences } from './scan-references.ts';

const get = 'ssm:GetParameter';

describe('JavaScript', () => {
  it.each([
    ["new GetParameterCommand({ Name: '/a/b', WithDecryption: true });", [`${get} /a/b program`]],
    ["new GetParameterCommand({ Name: '/a/b' });", [`${get} /a/b program absent`]],
    ["new GetParameterCommand({ Name: '/a/b', WithDecryption: false });", [`${get} /a/b program absent`]],
    ["new GetParameterCommand({ Name: '/a/b', WithDecryption: flag });", [`${get} /a/b program unknown`]],
    ["new GetParameterCommand({ Name: '/a/b', ...options });", [`${get} /a/b program unknown`]],
    ["import { GetParameterCommand as Get } from '@aws-sdk/client-ssm';\nnew Get({ Name: '/a/b', WithDecryption: true });", [`${get} /a/b program`]],
    ["import * as ssm from '@aws-sdk/client-ssm';\nnew ssm.GetParameterCommand({ Name: '/a/b', WithDecryption: true });", [`${get} /a/b program`]],
    ["const { GetParameterCommand } = require('@aws-sdk/client-ssm');\nconst input = { Name: '/a/b', WithDecryption: true };\nnew GetParameterCommand(input);", [`${get} /a/b program`]],
    ["const NAME = '/a/b';\nnew GetParameterCommand({ Name: NAME, WithDecryption: true });", [`${get} /a/b program`]],
    ["const ROOT = '/a';\nnew GetParameterCommand({ Name: `${ROOT}/b`, WithDecryption: true });", [`${get} /a/b program`]],
    ['new GetParameterCommand({ Name: `/${stage}/b`, WithDecryption: true });', [`${get} /*/b program`]],
    ["new GetParameterCommand({ Name: '/' + stage + '/b', WithDecryption: true });", [`${get} /*/b program`]],
    ["new GetParametersCommand({ Names: ['/a', '/b'], WithDecryption: true });", ['ssm:GetParameters /a program', 'ssm:GetParameters /b program']],
    ["new GetParametersByPathCommand({ Path: '/a/', Recursive: true, WithDecryption: true });", ['ssm:GetParametersByPath /a/ program']],
    ["paginateGetParametersByPath({ client }, { Path: '/a', WithDecryption: true });", ['ssm:GetParametersByPath /a program']],
    ["new AWS.SSM().getParameter({ Name: '/a', WithDecryption: true }).promise();", [`${get} /a program`]],
    ["new GetSecretValueCommand({ SecretId: 'prod/db' });", ['secretsmanager:GetSecretValue prod/db program']],
    ["import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\ngetParameter('/a', { decrypt: true });", [`${get} /a program`]],
    ["import { getParameter as read } from '@aws-lambda-powertools/parameters/ssm';\nread('/a');", [`${get} /a program absent`]],
    ["import { getParametersByName } from '@aws-lambda-powertools/parameters/ssm';\ngetParametersByName({ '/a': {}, '/b': {} }, { decrypt: true });", ['ssm:GetParameters /a program', 'ssm:GetParameters /b program']],
    ["import { getSecret } from '@aws-lambda-powertools/parameters/secrets';\ngetSecret('prod/db');", ['secretsmanager:GetSecretValue prod/db program']],
    ["function read(name) { return ssm.send(new GetParameterCommand({ Name: name, WithDecryption: true })); }\nread('/a');\nread(other);", [`${get} /a program`]],
    ["const read = async (name) => ssm.send(new GetParameterCommand({ Name: name }));\nread('/a');", [`${get} /a program absent`]],
    ["import ssm from '@middy/ssm';\nhandler.use(ssm({ fetchData: { password: '/prod/a', key: `/${stage}/b` } }));", ['ssm:GetParameters /prod/a program', 'ssm:GetParameters /*/b program']],
    ["SecretValue.ssmSecure('/a', '3');", ['ssm:GetParameters /a:3 deployment secure']],
    ["StringParameter.fromSecureStringParameterAttributes(this, 'P', { parameterName: '/a', version: 2 });", ['ssm:GetParameters /a:2 deployment secure']],
    ["ssm.StringParameter.valueForStringParameter(this, '/a');", ['ssm:GetParameters /a deployment plain']],
    ["Secret.fromSecretNameV2(this, 'S', 'prod/db');", ['secretsmanager:GetSecretValue prod/db deployment']],
    ["execSync('aws ssm get-parameter --name /a --with-decryption --query Parameter.Value --output text');", [`${get} /a program`]],
  ])('%s', async (text, expected) => {
    expect((await scanReferences('src/a.ts', text)).references).toEqual(expected);
  });

  it.each([
    "router.getParameter('/a');",
    "model.getParameters({ Path: '/a' }, 1);".replace('Path', 'path'),
    "import { getParameter } from './own.js';\ngetParameter('/a');",
    'new GetParameterCommand({ Name: process.env.NAME, WithDecryption: true });',
    "new GetParameterCommand({ Name: name ?? '', WithDecryption: true });",
    'new GetParameterCommand();',
    'new GetParameterCommand(...args);',
    "new PutParameterCommand({ Name: '/a', Value: v });",
  ])('nothing in %s', async (text) => {
    expect((await scanReferences('src/a.ts', text)).references).toEqual([]);
  });

  it('is the same through each parser', () => {
    const text = "const NAME = '/a/b';\nfunction read(name) { return new GetParameterCommand({ Name: name }); }\nread(NAME); read(`/${x}/c`); (read)('/d');";
    const [first, ...others] = Object.values(parsers).map((parse) => findReferences(parse(text), text).references);
    expect(first?.map(({ name, range }) => [name, text.slice(...range)])).toEqual([['/a/b', 'NAME'], ['/*/c', '`/${x}/c`'], ['/d', '/d']]);
    for (const other of others) expect(other).toEqual(first);
  });

  it.each([
    ["try { await ssm.send(new GetParameterCommand({ Name: '/a/b' })); } catch (error) { if (error.name !== 'ParameterNotFound') throw error; }", true],
    ["try { await ssm.send(new GetParameterCommand({ Name: '/a/b' })); } catch (error) { if (error instanceof ParameterNotFound) value = undefined; }", true],
    ["try { await ssm.send(new GetParameterCommand({ Name: '/a/b' })); } catch (error) { if (error instanceof ParameterNotFound) throw new Error('set up /a/b'); }", false],
    ["import { GetParameterCommand, ParameterNotFound } from '@aws-sdk/client-ssm';\nnew GetParameterCommand({ Name: '/a/b' });", false],
  ])('may do without the parameter where the program says so: %s', (text, expected) => {
    expect(findReferences(parsers.oxc(text), text).references.map(({ isOptional }) => isOptional === true)).toEqual([expected]);
  });

  it('marks the name without its quotes', async () => {
    expect((await scanReferences('src/a.ts', "new GetParameterCommand({ Name: '/a/b', WithDecryption: true });")).marked).toEqual(['/a/b']);
  });

  it('finds what the construct writes into the repository', async () => {
    expect((await scanReferences('src/a.ts', "StringParameter.valueFromLookup(this, '/prod/db-password');")).kinds).toEqual(['looked-up-value']);
    expect((await scanReferences('src/a.ts', "StringParameter.valueFromLookup(this, '/prod/vpc-id');")).kinds).toEqual([]);
  });

  it('is quiet in tests', async () => {
    expect((await scanReferences('src/a.test.ts', "new GetParameterCommand({ Name: '/a' });")).references).toEqual([]);
  });
});

describe('Python', () => {
  const client = 'import boto3\nssm = boto3.client("ssm")\n';
  it.each([
    [`${client}ssm.get_parameter(Name="/a/b", WithDecryption=True)`, [`${get} /a/b program`]],
    [`${client}ssm.get_parameter(Name="/a/b")`, [`${get} /a/b program absent`]],
    [`${client}ssm.get_parameter(Name="/a/b", WithDecryption=flag)`, [`${get} /a/b program unknown`]],
    [`${client}ssm.get_parameter(Name="/a/b", **options)`, [`${get} /a/b program unknown`]],
    [`${client}ssm.get_parameter(Name=f"/sandbox/{MY_ENV}/password", WithDecryption=True)`, [`${get} /sandbox/*/password program`]],
    [`${client}ssm.get_parameter(Name="/{}/b".format(stage), WithDecryption=True)`, [`${get} /*/b program`]],
    [`${client}ssm.get_parameter(Name="/" + stage + "/b", WithDecryption=True)`, [`${get} /*/b program`]],
    [`${client}NAME = "/a/b"\nssm.get_parameter(Name=NAME, WithDecryption=True)`, [`${get} /a/b program`]],
    [`${client}ssm.get_parameters(Names=["/a", "/b"], WithDecryption=True)`, ['ssm:GetParameters /a program', 'ssm:GetParameters /b program']],
    [`${client}NAMES = ["/a"]\nssm.get_parameters(Names=NAMES, WithDecryption=True)`, ['ssm:GetParameters /a program']],
    [`${client}ssm.get_parameters_by_path(Path="/a", WithDecryption=True)`, ['ssm:GetParametersByPath /a program']],
    [`${client}ssm.get_paginator("get_parameters_by_path").paginate(Path="/a", WithDecryption=True)`, ['ssm:GetParametersByPath /a program']],
    ['import boto3\nboto3.client("secretsmanager").get_secret_value(SecretId="prod/db")', ['secretsmanager:GetSecretValue prod/db program']],
    ['from aws_lambda_powertools.utilities import parameters\nparameters.get_parameter("/a", decrypt=True)', [`${get} /a program`]],
    ['from aws_lambda_powertools.utilities.parameters import get_parameter, get_secret\nget_parameter("/a")\nget_secret("s")', [`${get} /a program absent`, 'secretsmanager:GetSecretValue s program']],
    [`${client}def read(name):\n    return ssm.get_parameter(Name=name, WithDecryption=True)["Parameter"]["Value"]\n\nread("/a")\nread(name="/b")`, [`${get} /a program`, `${get} /b program`]],
    ['import subprocess\nsubprocess.run("aws ssm get-parameter --name /a --with-decryption", shell=True)', [`${get} /a program`]],
  ])('%s', async (text, expected) => {
    expect((await scanReferences('app/a.py', `${text}\n`)).references).toEqual(expected);
  });

  it.each([`${client}ssm.get_parameter(Name=os.environ["NAME"])`, 'model.get_parameter("/a")', `${client}ssm.get_parameter()`, `${client}ssm.put_parameter(Name="/a", Value=v)`])('nothing in %s', async (text) => {
    expect((await scanReferences('app/a.py', `${text}\n`)).references).toEqual([]);
  });
});
