import { describe, expect, it } from 'vitest';
import { findLoggedSecrets } from '../../src/flow/logged-secrets.ts';
import { findLoggedSecrets as findInPython } from '../../src/python/logged.ts';
import { parse } from '../../src/python/statements.ts';
import { parsers } from '../ecmascript/parsers.ts';
import { createNamePrefilter, lookAt } from './support.ts';

const prefilter = createNamePrefilter();

/** Names and values that tell of a secret, each alone in its program: none may be ruled out by what the program does not have. */
describe('a program that prints', () => {
  const names = [
    'databaseUrl', 'DB_URL', 'mongoUri', 'mongodbUrl', 'mongo_uri', 'postgresUrl', 'postgresqlUri', 'pgUrl', 'mysqlUrl', 'MYSQL_URI', 'redisUrl', 'REDIS_URL', 'amqpUrl', 'cloudamqpUrl', 'rabbitmqUri', 'jdbcUrl', 'clickhouseUrl',
    'primaryDatabaseUrl', 'main_database_url', 'connectionString', 'dbConnectionString', 'connection_string', 'connectionUrl', 'connectionUri', 'dbDsn', 'database_dsn', 'pgDsn', 'postgresDsn', 'mysql_dsn', 'authHeader', 'auth_header', 'authorizationHeader', 'bearerHeader', 'bearer_header',
    'password', 'dbPassword', 'pwd', 'apiKey', 'API_KEY', 'secret', 'clientSecret', 'accessToken', 'token', 'jwt', 'credentials', 'creds', 'privateKey', 'passphrase', 'pepper', 'pat', 'contraseña', 'senha',
  ];
  it.each(names)('%s', (name) => {
    const isFound = expectSuspect(`export const show = (${name}) => { console.log(${name}); };\n`);
    const isFoundInPython = expectSuspectInPython(`def show(${name}):\n    print(${name})\n`);
    expect(isFound || isFoundInPython).toBe(true);
    expectSuspect(`export const show = (x) => { console.log(x.${name}, { ${name}: x }, x['${name}']); };\n`);
    expectSuspectInPython(`def show(x):\n    print(x.${name}, x["${name}"])\n    log.info("x", ${name}=x)\n`);
  });

  const keys = ['x-api-key', 'X-Api-Key', 'api-key', 'apikey', 'x-auth', 'x-auth-token', 'X-Auth-Key', 'x-access-key', 'x-signature-key', 'private-token', 'x-amz-security-token', 'x-shop-secret', 'authorization', 'Proxy-Authorization', 'cookie', 'Set-Cookie', 'db-password', 'client-secret'];
  it.each(keys)('what the key %s has', (key) => {
    expect(expectSuspect(`export const show = (x) => { console.log({ '${key}': x }); };\n`)).toBe(true);
    expectSuspect(`export const show = (x) => { console.log(x.headers['${key}']); };\n`);
    expectSuspectInPython(`def show(x):\n    log.info("x", extra={"${key}": x})\n    print(x["${key}"])\n`);
  });

  it.each([
    'export const show = (out) => console.log(out.Parameter.Value);',
    'export const show = (out) => console.log(out.Parameter?.Value);',
    'export const show = (out) => console.log(out["Parameter"]["Value"]);',
    'export const show = ({ Parameter }) => { const { Value } = Parameter; console.log(Value); };',
    'export const show = ({ Parameter: { Value: v } }) => console.log(v);',
    'export const show = (out) => { for (const { Name, Value } of out.Parameters) console.log(Name, Value); };',
    'export const show = (out) => out.Parameters.forEach((p) => console.log(p.Value));',
    'export const show = async () => console.log(await sts.assumeRole({}));',
    'export const show = async () => console.log(await sts.getSessionToken({}));',
    'export const show = async () => console.log(await sts.assumeRoleWithWebIdentity({}));',
    'export const show = async () => console.log(await iam.createAccessKey({}));',
    'export const show = async () => console.log(await ecr.getAuthorizationToken({}));',
    'export const show = async () => console.log(await kms.decrypt({}));',
    'export const show = async () => console.log(await kms.generateDataKey({}));',
    'export const show = async () => console.log(await secretsManager.getRandomPassword({}));',
    'export const show = async () => console.log(await ssm.getParametersByPath({}));',
    'export const show = async () => console.log(await ssm.getParameterHistory({}));',
    'export const show = async () => console.log(await sm.batchGetSecretValue({}));',
    'export const show = async () => console.log(await client.send(new AssumeRoleCommand({})));',
    'export const show = async () => console.log(await client.send(new GenerateDataKeyCommand({})));',
    'try { await go(); } catch (e) { console.log(e.config); }',
    'try { await go(); } catch (e) { console.log(e?.request); }',
    'try { await go(); } catch (requestError) { console.log(requestError.config.headers); }',
    'go().catch((reason) => console.log(reason.request));',
    'try { await go(); } catch (err) { const { config } = err; console.log(config); }',
    'try { await go(); } catch (e) { const { request } = e; console.log(request); }',
    'console.log(process.env);',
    'import { env } from "node:process";\nconsole.log(env);',
    'const { env } = process;\nconsole.log(env);',
    'app.use((req) => console.log(req.headers));',
    'app.use((req) => console.log(req.cookies));',
    'app.use((req) => console.log(req.rawHeaders));',
    'export const handler = async (event) => console.log(event.multiValueHeaders);',
  ])('%s', (text) => {
    expect(expectSuspect(`${text}\n`)).toBe(true);
  });

  it.each([
    'def show(out):\n    print(out["Parameter"]["Value"])',
    'def show(out):\n    print(out.get("Parameter", {}).get("Value"))',
    "def show(out):\n    for p in out['Parameters']:\n        print(p['Value'])",
    'print(sts.assume_role(RoleArn=a))',
    'print(sts.get_session_token())',
    'print(iam.create_access_key())',
    'print(kms.decrypt(CiphertextBlob=b))',
    'print(kms.generate_data_key(KeyId=k))',
    'print(secretsmanager.get_random_password())',
    'print(ssm.get_parameters_by_path(Path="/"))',
    'print(getpass.getpass())',
    'print(keyring.get_password("a", "b"))',
    'import os\nprint(os.environ)',
    'def show(request):\n    print(request.headers)',
    'def show(request):\n    print(request.META)',
  ])('in Python: %s', (text) => {
    expect(expectSuspectInPython(`${text}\n`)).toBe(true);
  });
});

function expectSuspect(text: string): boolean {
  const isFound = findLoggedSecrets(parsers.oxc(text), text).length > 0;
  if (isFound) expect(lookAt(prefilter, 'src/a.js', text)?.suspicions.log, text).toBe(true);
  return isFound;
}

function expectSuspectInPython(text: string): boolean {
  const isFound = findInPython(parse(text), text).length > 0;
  if (isFound) expect(lookAt(prefilter, 'src/a.py', text)?.suspicions.log, text).toBe(true);
  return isFound;
}
