import { describe, expect, test } from 'vitest';
import { type Clean, find, type Leak, runCases } from './support.ts';

const v3 = "import { SSMClient, GetParameterCommand, GetParametersCommand, GetParametersByPathCommand, GetParameterHistoryCommand, paginateGetParametersByPath, SSM } from '@aws-sdk/client-ssm';\nconst client = new SSMClient({});\n";
const get = "client.send(new GetParameterCommand({ Name: '/app/db', WithDecryption: true }))";

const leaks: Leak[] = [
  ['a value of the response', `${v3}const r = await ${get}; console.log('v', r.Parameter.Value);`, 'r.Parameter.Value'],
  ['a value through optional chaining', `${v3}const r = await ${get}; console.log(r.Parameter?.Value ?? 'none');`, 'r.Parameter?.Value'],
  ['a value awaited in place', `${v3}console.log((await ${get}).Parameter.Value);`, `(await ${get}).Parameter.Value`],
  ['the whole response', `${v3}console.dir(await ${get}, { depth: null });`, `await ${get}`],
  ['the parameter of the response', `${v3}const { Parameter } = await ${get}; console.log(Parameter);`, 'Parameter'],
  ['nested destructuring with a rename', `${v3}const { Parameter: { Value: dsn = '' } = {} } = await ${get}; logger.info(\`using \${dsn}\`);`, 'dsn'],
  ['an alias of an alias', `${v3}const a = await ${get}; const b = a; const c = b.Parameter; const d = c.Value; console.log(d);`, 'd'],
  ['a command in a variable', `${v3}const input = { Name: 'x', WithDecryption: true }; const command = new GetParameterCommand(input); const out = await client.send(command); console.info(out.Parameter.Value);`, 'out.Parameter.Value'],
  ['decryption asked for by a variable', `${v3}async function f(secure) { const out = await client.send(new GetParameterCommand({ Name: 'x', WithDecryption: secure })); console.log(out.Parameter.Value); }`, 'out.Parameter.Value'],
  ['a renamed import', "import { GetParameterCommand as Fetch } from '@aws-sdk/client-ssm';\nconst r = await c.send(new Fetch({ Name: 'x', WithDecryption: true })); console.log(r.Parameter.Value);", 'r.Parameter.Value'],
  ['a namespace import', "import * as ssm from '@aws-sdk/client-ssm';\nconst r = await c.send(new ssm.GetParameterCommand({ Name: 'x', WithDecryption: true })); console.log(r.Parameter.Value);", 'r.Parameter.Value'],
  ['for-of over the parameters', `${v3}const { Parameters = [] } = await client.send(new GetParametersCommand({ Names: ['a'], WithDecryption: true })); for (const p of Parameters) console.log(p.Name, p.Value);`, 'p.Value'],
  ['for-of with destructuring', `${v3}const out = await client.send(new GetParametersCommand({ Names: ['a'], WithDecryption: true })); for (const { Name, Value } of out.Parameters) { console.log(Name + '=' + Value); }`, 'Value'],
  ['entries with an index', `${v3}const out = await client.send(new GetParametersCommand({ Names: ['a'], WithDecryption: true })); for (const [i, p] of out.Parameters.entries()) console.log(i, p.Value);`, 'p.Value'],
  ['forEach', `${v3}const out = await client.send(new GetParametersByPathCommand({ Path: '/a', WithDecryption: true })); out.Parameters?.forEach((p) => console.log(\`\${p.Name}: \${p.Value}\`));`, 'p.Value'],
  ['map and join', `${v3}const out = await client.send(new GetParametersByPathCommand({ Path: '/a', WithDecryption: true })); console.log(out.Parameters.map((p) => p.Name + '=' + p.Value).join('\\n'));`, "out.Parameters.map((p) => p.Name + '=' + p.Value).join('\\n')"],
  ['map with a block, into an alias', `${v3}const out = await client.send(new GetParametersByPathCommand({ Path: '/a', WithDecryption: true })); const lines = out.Parameters.map(({ Name, Value }) => { return { Name, Value }; }); console.table(lines);`, 'lines'],
  ['an element by its index', `${v3}const h = await client.send(new GetParameterHistoryCommand({ Name: '/a', WithDecryption: true })); console.log(h.Parameters[0].Value);`, 'h.Parameters[0].Value'],
  ['Object.fromEntries', `${v3}const out = await client.send(new GetParametersByPathCommand({ Path: '/a', WithDecryption: true })); const config = Object.fromEntries(out.Parameters.map((p) => [p.Name, p.Value])); console.log('config', config);`, 'config'],
  ['reduce into an object', `${v3}const out = await client.send(new GetParametersByPathCommand({ Path: '/a', WithDecryption: true })); const all = out.Parameters.reduce((acc, p) => { acc[p.Name] = p.Value; return acc; }, {}); console.log(all);`, 'all'],
  ['reduce with spread', `${v3}const out = await client.send(new GetParametersByPathCommand({ Path: '/a', WithDecryption: true })); const all = out.Parameters.reduce((acc, p) => ({ ...acc, [p.Name]: p.Value }), {}); console.log(JSON.stringify(all));`, 'all'],
  ['collected with push', `${v3}const values = []; const out = await client.send(new GetParametersCommand({ Names: ['a'], WithDecryption: true })); for (const p of out.Parameters) values.push(p.Value); console.log(values);`, 'values'],
  ['collected in a map', `${v3}const found = new Map(); const out = await client.send(new GetParametersCommand({ Names: ['a'], WithDecryption: true })); out.Parameters.forEach((p) => found.set(p.Name, p.Value)); console.log(found.get('/a/b'));`, "found.get('/a/b')"],
  ['collected with +=', `${v3}let text = ''; const out = await client.send(new GetParametersCommand({ Names: ['a'], WithDecryption: true })); for (const p of out.Parameters) text += p.Value; process.stdout.write(text);`, 'text'],
  ['a paginator', `${v3}for await (const page of paginateGetParametersByPath({ client }, { Path: '/a', WithDecryption: true })) { for (const p of page.Parameters ?? []) console.log(p.Value); }`, 'p.Value'],
  ['a paginator in a variable, with a spread', `${v3}const pages = paginateGetParametersByPath({ client }, { Path: '/a', WithDecryption: true }); const all = []; for await (const page of pages) all.push(...page.Parameters); console.log(all);`, 'all'],
  ['then', `${v3}${get}.then((r) => console.log(r.Parameter.Value));`, 'r.Parameter.Value'],
  ['then with destructuring', `${v3}${get}.then(({ Parameter }) => { logger.debug(Parameter.Value); }).catch(console.error);`, 'Parameter.Value'],
  ['then twice', `${v3}${get}.then((r) => r.Parameter.Value).then((value) => console.log(value));`, 'value'],
  ['an awaited then', `${v3}const value = await ${get}.then((r) => r.Parameter.Value); console.log(value);`, 'value'],
  ['Promise.all', `${v3}const [a, b] = await Promise.all([${get}, other()]); console.log(b, a.Parameter.Value);`, 'a.Parameter.Value'],
  ['the aggregated client', `${v3}const ssm = new SSM({}); const r = await ssm.getParameter({ Name: 'x', WithDecryption: true }); console.log(r.Parameter.Value);`, 'r.Parameter.Value'],
  ['v2 with promise()', "const AWS = require('aws-sdk'); const ssm = new AWS.SSM(); ssm.getParameters({ Names: ['a'], WithDecryption: true }).promise().then((data) => { console.log(data.Parameters[0].Value); });", 'data.Parameters[0].Value'],
  ['v2 with a callback', "const AWS = require('aws-sdk'); const ssm = new AWS.SSM(); ssm.getParameter({ Name: 'a', WithDecryption: true }, function (err, data) { if (err) console.error(err); else console.log(data); });", 'data'],
  ['v2 with the input in a variable', "const ssm = new AWS.SSM(); const params = { Name: 'a', WithDecryption: true }; const run = async () => { const result = await ssm.getParameter(params).promise(); console.log('Got', result.Parameter.Value); };", 'result.Parameter.Value'],
  ['a client field of a class', `${v3}class Store { client = new SSMClient({}); async load() { const r = await this.client.send(new GetParameterCommand({ Name: 'x', WithDecryption: true })); this.logger.log(r.Parameter.Value); } }`, 'r.Parameter.Value'],
  ['a response kept in a field', `${v3}class Store { async load() { this.response = ${get}; } show() { console.log(this.response.Parameter.Value); } }`, 'this.response.Parameter.Value'],
  ['a field of a class by a method', `${v3}class Store { async fetch(name) { const r = await ${get}; return r.Parameter.Value; } async show() { const v = await this.fetch('x'); console.log(v); } }`, 'v'],
  ['a helper that gives the value', `${v3}async function load(name) { const { Parameter } = await client.send(new GetParameterCommand({ Name: name, WithDecryption: true })); return Parameter?.Value; }\nexport const handler = async () => { const dsn = await load('/x'); console.log('dsn', dsn); };`, 'dsn'],
  ['an arrow helper that gives the response', `${v3}const load = (Name) => client.send(new GetParameterCommand({ Name, WithDecryption: true })); const r = await load('x'); console.log(r.Parameter.Value);`, 'r.Parameter.Value'],
  ['a retry wrapper', `${v3}const r = await withRetry(() => ${get}); console.log(r.Parameter.Value);`, 'r.Parameter.Value'],
  ['a helper that prints its argument', `${v3}function show(label, value) { console.log(label, value); }\nconst r = await ${get}; show('db', r.Parameter.Value);`, 'r.Parameter.Value'],
  ['a helper that prints a part of its argument', `${v3}const show = ({ Parameter }) => console.log(Parameter.Value);\nshow(await ${get});`, 'Parameter.Value'],
  ['a response of unknown origin', 'export function show(output) { console.log(output.Parameter.Value); }', 'output.Parameter.Value'],
  ['a typed response', "import type { GetParameterCommandOutput } from '@aws-sdk/client-ssm';\nexport function show(out: GetParameterCommandOutput) { console.log(out); }", 'out'],
  ['a typed parameter', "import type { Parameter } from '@aws-sdk/client-ssm';\nexport const show = (p: Parameter) => console.log(p.Name, p.Value);", 'p.Value'],
  ['Secrets Manager', "import { SecretsManagerClient, GetSecretValueCommand } from '@aws-sdk/client-secrets-manager';\nconst c = new SecretsManagerClient(); const s = await c.send(new GetSecretValueCommand({ SecretId: 'x' })); console.log(s.SecretString);", 's.SecretString'],
  ['a parsed secret', "const s = await c.send(new GetSecretValueCommand({ SecretId: 'x' })); const db = JSON.parse(s.SecretString); console.log(db);", 'db'],
  ['a password of a parsed secret', "const s = await c.send(new GetSecretValueCommand({ SecretId: 'x' })); const { username, password: pw } = JSON.parse(s.SecretString); console.log(username, pw);", 'pw'],
  ['a binary secret', "const s = await c.send(new GetSecretValueCommand({ SecretId: 'x' })); const text = Buffer.from(s.SecretBinary, 'base64').toString('ascii'); console.log(text);", 'text'],
  ['a batch of secrets', "const s = await c.send(new BatchGetSecretValueCommand({ SecretIdList: ['x'] })); s.SecretValues.forEach(({ Name, SecretString }) => console.log(Name, SecretString));", 'SecretString'],
  ['v2 of Secrets Manager with a callback', "const client = new AWS.SecretsManager({}); client.getSecretValue({ SecretId: id }, (err, data) => { console.log(data.SecretString); });", 'data.SecretString'],
  ['KMS', "import { KMSClient, DecryptCommand } from '@aws-sdk/client-kms';\nconst { Plaintext } = await kms.send(new DecryptCommand({ CiphertextBlob: blob })); console.log(Buffer.from(Plaintext).toString('utf8'));", "Buffer.from(Plaintext).toString('utf8')"],
  ['KMS through a text decoder', "const r = await kms.decrypt({ CiphertextBlob: blob }); console.log(new TextDecoder().decode(r.Plaintext));", 'new TextDecoder().decode(r.Plaintext)'],
  ['assumed credentials', "const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn: arn })); console.log(Credentials);", 'Credentials'],
  ['Powertools getParameter', "import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\nexport const handler = async () => { const v = await getParameter('/x', { decrypt: true }); console.log(v); };", 'v'],
  ['Powertools getParameters', "import { getParameters } from '@aws-lambda-powertools/parameters/ssm';\nconst all = await getParameters('/x', { decrypt: true }); for (const [key, value] of Object.entries(all ?? {})) { console.log(`${key}: ${value}`); }", 'value'],
  ['Powertools getSecret', "import { getSecret } from '@aws-lambda-powertools/parameters/secrets';\nconst v = await getSecret('x'); logger.info('v', { v });", 'v'],
  ['a Powertools provider', "import { SSMProvider } from '@aws-lambda-powertools/parameters/ssm';\nconst provider = new SSMProvider(); const v = await provider.get('/x', { decrypt: true }); console.log(v);", 'v'],
  ['an assignment in a try block', `${v3}let value; try { const r = await ${get}; value = r.Parameter.Value; } catch {} console.log(value);`, 'value'],
  ['a value in an error', `${v3}const r = await ${get}; if (!valid(r.Parameter.Value)) throw new Error('bad: ' + r.Parameter.Value);`, 'r.Parameter.Value'],
  ['a value cut by a comma', `${v3}const r = await ${get}; const hosts = r.Parameter.Value.split(','); console.log(hosts[0]);`, 'hosts[0]'],
];

const clean: Clean[] = [
  ['what describes the parameter', `${v3}const r = await ${get}; console.log(r.Parameter.Name, r.Parameter.Version, r.Parameter?.ARN, r.Parameter.Type, r.Parameter.LastModifiedDate, r.$metadata.requestId);`],
  ['destructured description', `${v3}const { Parameter: { Name, Version }, $metadata } = await ${get}; console.log(Name, Version, $metadata);`],
  ['names of the parameters', `${v3}const out = await client.send(new GetParametersByPathCommand({ Path: '/a', WithDecryption: true })); console.log(out.Parameters.map((p) => p.Name).join(), out.Parameters.length, out.NextToken);`],
  ['keys of what was loaded', `${v3}const out = await client.send(new GetParametersByPathCommand({ Path: '/a', WithDecryption: true })); const all = Object.fromEntries(out.Parameters.map((p) => [p.Name, p.Value])); console.log(Object.keys(all), Object.keys(all).length);`],
  ['invalid names', `${v3}const out = await client.send(new GetParametersCommand({ Names: ['a'], WithDecryption: true })); console.warn(out.InvalidParameters); for (const { Name } of out.Parameters) console.log(Name);`],
  ['whether there is a value', `${v3}const r = await ${get}; console.log('found', r.Parameter?.Value !== undefined, !!r.Parameter.Value, typeof r.Parameter.Value, r.Parameter.Value.length, r.Parameter?.Value ? 'set' : 'unset');`],
  ['a digest of the value', `${v3}const r = await ${get}; console.log(createHash('sha256').update(r.Parameter.Value).digest('hex'));`],
  ['the end of the value', `${v3}const r = await ${get}; console.log('****' + r.Parameter.Value.slice(-4));`],
  ['a masked value', `${v3}const r = await ${get}; const shown = mask(r.Parameter.Value); console.log(shown, r.Parameter.Value.replace(/./g, '*'));`],
  ['a public parameter', `${v3}const r = await client.send(new GetParameterCommand({ Name: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64' })); console.log(r.Parameter.Value);`],
  ['the host of a parsed secret', "const s = await c.send(new GetSecretValueCommand({ SecretId: 'x' })); const { host, port, username } = JSON.parse(s.SecretString); console.log(host, port, username, s.ARN, s.VersionId, s.CreatedDate);"],
  ['a value that is used, not printed', `${v3}const r = await ${get}; await connect(r.Parameter.Value); console.log('connected');`],
  ['another getParameter', 'const gl = canvas.getContext("webgl"); console.log(gl.getParameter(gl.VERSION)); console.log(url.getParameter("page"));'],
  ['a command that is put', `${v3}const r = await client.send(new PutParameterCommand({ Name: 'x', Value: v })); console.log(r.Version, r);`],
  ['a helper that prints the name only', `${v3}function show(p) { console.log(p.Name); }\nconst r = await ${get}; show(r.Parameter);`],
  ['a helper that gives the name', `${v3}async function name() { const r = await ${get}; return r.Parameter.Name; }\nconsole.log(await name());`],
  ['a construct of CDK', "import * as ssm from 'aws-cdk-lib/aws-ssm'; import * as sm from 'aws-cdk-lib/aws-secretsmanager';\nconst secret = new sm.Secret(this, 'S'); console.log(secret.secretArn, secret.secretName); const p = ssm.StringParameter.valueForStringParameter(this, '/x'); console.log(p); const token = sm.Secret.fromSecretNameV2(this, 'T', 'x'); console.log(token);"],
  ['Powertools metadata', "import { getParametersByName } from '@aws-lambda-powertools/parameters/ssm';\nconst all = await getParametersByName({ a: {} }, { decrypt: true }); console.log(Object.keys(all)); const { _errors: errors, ...values } = all; console.error(errors.join());"],
];

describe('values that AWS decrypted', () => runCases(leaks, clean));

describe('values that AWS did not decrypt', () => {
  test.each([
    ['v3', 'const r = await client.send(new GetParameterCommand({ Name: "x" })); console.log(r.Parameter.Value);'],
    ['v2', 'const r = await ssm.getParameter({ Name: "x" }).promise(); console.log(r.Parameter.Value);'],
    ['Powertools', "import { getParameter } from '@aws-lambda-powertools/parameters/ssm';\nconsole.log(await getParameter('/x'));"],
  ])('may be ciphertext: low (%s)', (_title, text) => {
    expect(find(text).map(({ severity }) => severity)).toEqual(['low']);
  });

  test('unless the name says otherwise', () => {
    const text = 'const r = await client.send(new GetParameterCommand({ Name: "x" })); const password = r.Parameter.Value; console.log(password);';
    expect(find(text).map(({ severity }) => severity)).toEqual(['high']);
  });
});

test('a problem names the thing and the place, and says what can be replaced', () => {
  const text = `${v3}const r = await ${get}; const dsn = r.Parameter.Value; logger.info(\`using \${dsn}\`);`;
  const start = text.indexOf('${dsn}');
  expect(find(text)).toEqual([
    {
      ruleId: 'no-logged-secrets',
      kind: 'logged-parameter',
      severity: 'high',
      range: [start + 2, start + 5],
      message: 'The decrypted value of a parameter reaches logger.info.',
      secretRanges: [],
      subject: { name: 'dsn', path: [] },
      site: { carrier: 'log', language: 'javascript', range: [start, start + 6], place: 'template-part' },
    },
  ]);
});
