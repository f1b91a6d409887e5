import { describe, expect, it } from 'vitest';
import { findLoggedSecrets } from '../../src/python/logged.ts';
import { parse } from '../../src/python/statements.ts';
import { getMarked, scan } from './scan-python.ts';

const find = (source: string): Promise<string[]> => getMarked('no-logged-secrets', source);

/** A decrypted value under the name `v`. */
const head = 'ssm = boto3.client("ssm")\nr = ssm.get_parameter(Name="/a", WithDecryption=True)\nv = r["Parameter"]["Value"]\n';

describe('a decrypted value reaches a log', () => {
  it.each([
    ['print(v)', 'v'],
    ['print(r)', 'r'],
    ['print(r["Parameter"])', 'r["Parameter"]'],
    ['print(r.get("Parameter", {}).get("Value"))', 'r.get("Parameter", {}).get("Value")'],
    ['print(f"value {v!r:>{w}}")', 'v'],
    ['print(f"{f\'{v}\'}")', 'v'],
    ['print("a " + v + " b")', 'v'],
    ['print("a %s" % v)', 'v'],
    ['print("a %(x)s" % {"x": v})', 'v'],
    ['print("a {}".format(v))', 'v'],
    ['print("a {x}".format(x=v))', 'v'],
    ['print(", ".join([v]))', 'v'],
    ['print(str(v), sep="")', 'v'],
    ['print(json.dumps({"x": v}))', 'v'],
    ['print({**r})', 'r'],
    ['print([v])', 'v'],
    ['print(v or "none")', 'v'],
    ['print(v if ok else "none")', 'v'],
    ['print(v.strip().upper())', 'v.strip().upper()'],
    ['print(base64.b64encode(v.encode()))', 'base64.b64encode(v.encode())'],
    ['print(v[4:])', 'v[4:]'],
    ['x = y = v\nprint(y)', 'y'],
    ['a, b = v, 1\nprint(a)', 'a'],
    ['a, (b, *c) = 1, (2, v)\nprint(c)', 'c'],
    ['a = "x"\na += v\nprint(a)', 'a'],
    ['if (a := v): print(a)', 'a'],
    ['lines = []\nlines.append(v)\nprint(lines)', 'lines'],
    ['d = {}\nd["x"] = v\nprint(d)', 'd'],
    ['try:\n  a = v\nexcept Exception:\n  a = ""\nprint(a)', 'a'],
    ['a = v\nif x:\n  a = "***"\nprint(a)', 'a'],
    ['def f():\n  return v\nprint(f())', 'f()'],
    ['def f(x):\n  return x\nprint(f(v))', 'f(v)'],
    ['def f(x):\n  print(x)\nf(v)', 'v'],
    ['def f(a, b=1, *, x):\n  log.info("%s", x)\nf(1, x=v)', 'v'],
    ['class A:\n  def __init__(self):\n    self.x = v\n  def f(self):\n    print(self.x)', 'self.x'],
    ['class A:\n  def load(self):\n    return v\n  def f(self):\n    print(self.load())', 'self.load()'],
    ['async def f():\n  async with x:\n    logger.info(await g(), extra={"a": v})', 'v'],
    ['logging.info("a %s", v)', 'v'],
    ['logging.getLogger(__name__).warning(v)', 'v'],
    ['LOG.debug("x", extra={"value": v})', 'v'],
    ['self.logger.error(v, exc_info=True)', 'v'],
    ['current_app.logger.info(v)', 'v'],
    ['audit = structlog.get_logger()\naudit.msg("x", value=v)', 'v'],
    ['l = Logger(service="a")\nl.append_keys(value=v)', 'v'],
    ['from loguru import logger as l\nl.bind(x=v).info("a")', 'v'],
    ['pprint.pprint(r)', 'r'],
    ['from pprint import pprint as p\np(v)', 'v'],
    ['sys.stdout.write(v + "\\n")', 'v'],
    ['print(v, file=sys.stderr)', 'v'],
    ['sys.exit(f"bad {v}")', 'v'],
    ['warnings.warn(v)', 'v'],
    ['click.echo(v)', 'v'],
    ['print "old %s" % v', 'v'],
  ])('by %s', async (source, marked) => {
    expect(await find(`${head}${source}\n`)).toEqual([marked]);
  });
});

describe('a source', () => {
  it.each([
    ['for p in ssm.get_parameters(Names=n, WithDecryption=True)["Parameters"]:\n  print(p["Name"], p["Value"])', ['p["Value"]']],
    ['for p in ssm.get_parameters_by_path(Path="/", WithDecryption=True).get("Parameters"):\n  print(p)', ['p']],
    ['d = {p["Name"]: p["Value"] for p in ssm.get_parameters_by_path(Path="/", WithDecryption=True)["Parameters"]}\nprint(d)\nprint(d["/a/b"])', ['d', 'd["/a/b"]']],
    ['for page in ssm.get_paginator("get_parameters_by_path").paginate(Path="/", WithDecryption=True):\n  for p in page["Parameters"]:\n    print(p["Value"], p["Type"])', ['p["Value"]']],
    ['print(boto3.client("ssm").get_parameter_history(Name="/a", WithDecryption=True)["Parameters"][0]["Value"])', ['boto3.client("ssm").get_parameter_history(Name="/a", WithDecryption=True)["Parameters"][0]["Value"]']],
    ['def f(response):\n  print(response["Parameter"]["Value"])', ['response["Parameter"]["Value"]']],
    ['s = json.loads(boto3.client("secretsmanager").get_secret_value(SecretId="x")["SecretString"])\nprint(s["username"], s["password"])\nprint(s)', ['s["password"]', 's']],
    ['print(boto3.client("kms").decrypt(CiphertextBlob=b)["Plaintext"])', ['boto3.client("kms").decrypt(CiphertextBlob=b)["Plaintext"]']],
    ['from aws_lambda_powertools.utilities import parameters\nprint(parameters.get_parameter("/a", decrypt=True))', ['parameters.get_parameter("/a", decrypt=True)']],
    ['from aws_lambda_powertools.utilities.parameters import SSMProvider, get_secret\nprint(get_secret("a"))\np = SSMProvider()\nprint(p.get("/a", decrypt=True))', ['get_secret("a")', 'p.get("/a", decrypt=True)']],
    ['print(os.environ)', ['os.environ']],
    ['print(dict(os.environ))', ['os.environ']],
    ['from os import environ as e\nprint(e)\nprint(e["API_KEY"], e["HOME"])', ['e', 'e["API_KEY"]']],
    ['for k, x in os.environ.items():\n  print(k, x)', ['x']],
    ['print(os.getenv("DB_PASSWORD"), os.environ.get("PATH"))', ['os.getenv("DB_PASSWORD")']],
    ['NAME = "API_KEY"\nprint(os.environ[NAME])', ['os.environ[NAME]']],
    ['print(getpass.getpass())', ['getpass.getpass()']],
    ['x = getpass("pw: ")\nfrom getpass import getpass\nprint(x)', ['x']],
    ['print(password, user.password, settings.SECRET_KEY, config["api_key"], args.token)', ['password', 'user.password', 'settings.SECRET_KEY', 'config["api_key"]', 'args.token']],
    ['print(get_db_password(), config.get("db.password"), env("API_KEY"))', ['get_db_password()', 'config.get("db.password")', 'env("API_KEY")']],
    ['log.info("login", password=x)', ['x']],
    ['print(request.headers)\nprint(request.headers["Authorization"], request.headers.get("Host"))', ['request.headers', 'request.headers["Authorization"]']],
    ['from os import environ as e\nprint(e)', ['e']],
    ['env = os.environ\nprint(env)', ['env']],
    ['print({**os.environ})', ['os.environ']],
    ['print(resp.headers)', ['resp.headers']],
    ['def f(cfg):\n  print(cfg["pass"], cfg["x"])', ['cfg["pass"]']],
    ['def f(cfg):\n  print(cfg.get("api-key"))', ['cfg.get("api-key")']],
    ['log.info("sent", extra={"X-Api-Key": x})', ['x']],
    ['print(app.contraseña)', ['app.contraseña']],
    ['def authorize(event):\n  token = event["authorizationToken"]\n  print(token)\n  if token == "allow": return 1\n  if token == "deny": return 0', ['token']],
    ['def f(password: str, token: SecretStr):\n  print(password, token, token.get_secret_value())', ['password', 'token.get_secret_value()']],
  ])('in %s', async (source, marked) => {
    expect(await find(`${source}\n`)).toEqual(marked);
  });
});

describe('nothing is found', () => {
  it.each([
    'print(len(v), bool(v), type(v), v == "x", v is None, not v, v in known)',
    'print(v[:4], v[-4:], v[0])',
    'print(r["Parameter"]["Name"], r["Parameter"]["Version"], r["Parameter"]["ARN"], r["ResponseMetadata"])',
    'print(hashlib.sha256(v.encode()).hexdigest(), mask(v), redact_value(v))',
    'masked = v\nprint(masked)',
    'v = mask(v)\nprint(v)',
    'v = "***"\nprint(v)',
    'print("v", "the password is secret", \'token\')',
    'connect(v)',
    'print(connect(v).status)',
    'print(v, file=open("x", "w"))',
    'np.log(v); math.log(v)',
    'print(ssm.get_parameter(Name="/a", WithDecryption=False)["Parameter"]["Value"])',
    'print(ssm.get_parameter(Name="/aws/service/ami/x")["Parameter"]["Value"])',
    'for p in ssm.get_parameters(Names=n, WithDecryption=True)["Parameters"]: print(p["Name"], p["Type"])',
    'for k in os.environ: print(k)',
    'print(os.environ["HOME"], list(os.environ.keys()), len(os.environ))',
    'print(secret_name, password_policy, token_url, has_token, is_password_valid, token_count, key)',
    'def f(token: bool, password: Optional[int]): print(token, password)',
    'token = event["ClientRequestToken"]\nlogger.info("version %s" % token)\nclient.update_secret_version_stage(SecretId=arn)',
    'import tokenize\nfor token in tokens: print(token, tokens)',
    'nlp = spacy.load("x")\nfor token in nlp(text): print(token.text, token)',
    'print(errors["password"], messages.password)',
    'def relate(token):\n  if token == "today": return 1\n  elif token == "yesterday": return 2\n  raise ValueError(f"no adjective for {token}")',
    'token = reader.get_token()\nmatch token:\n  case "begin": go()\nprint("unknown", token, reader.get_token())',
    'pat = re.compile(x)\nprint(pat)',
    'def handler(event, context):\n  return {"statusCode": 200, "token": token}',
    'def get_value():\n  return v',
    'password = "changeme"\nprint(password)',
    'raise ValueError("password is wrong")',
    'print(*names, sep=password)',
    'logger.setLevel(password); logger.handlers',
    'class Password: pass\nprint(Password)',
    'def token(): pass\nprint(token)',
    'x = v\ndel x',
    'print(sorted(r["Parameter"].keys()))',
    'print("*" * len(v))',
    'print(v.replace(v, "***"), v.startswith("x"))',
  ])('in %s', async (source) => {
    expect(await find(`${head}${source}\n`)).toEqual([]);
  });
});

describe('a logger of the config', () => {
  it.each(['audit', 'audit.put', 'app.audit'])('is %s', (logger) => {
    const text = `${head}app.audit.put(v)\n`;
    const problems = findLoggedSecrets(parse(text), text, { loggers: [logger] });
    expect(problems.map(({ range }) => text.slice(...range))).toEqual(['v']);
    expect(findLoggedSecrets(parse(text), text)).toEqual([]);
  });
});

describe('how it is reported', () => {
  it.each([
    ['print(v)', 'logged-parameter', 'high', 'The decrypted value of a parameter reaches print.'],
    ['raise ValueError(f"bad {v}")', 'secret-in-error', 'medium', 'The decrypted value of a parameter reaches the message of an error.'],
    ['assert ok, f"bad {v}"', 'secret-in-error', 'medium', 'The decrypted value of a parameter reaches the message of an error.'],
    ['print(os.environ)', 'logged-environment', 'high', 'The whole environment reaches print.'],
    ['print(api_key)', 'logged-secret', 'high', '"api_key" reaches print.'],
    ['log.info(request.headers)', 'logged-request', 'medium', 'The headers object reaches log.info.'],
    ['def lambda_handler(event, context):\n  return {"body": json.dumps({"v": v})}', 'returned-parameter', 'medium', 'The decrypted value of a parameter is returned to the caller of "lambda_handler".'],
    ['print(ssm.get_parameter(Name="/a")["Parameter"]["Value"])', 'logged-parameter', 'low', 'The value of a parameter, encrypted if it is a SecureString, reaches print.'],
    ['def show(x): print(x)\nshow(v)', 'logged-parameter', 'high', 'The decrypted value of a parameter reaches print through "show".'],
  ])('%s', async (source, kind, severity, message) => {
    const { problems } = await scan(`${head}${source}\n`);
    expect(problems).toMatchObject([{ ruleId: 'no-logged-secrets', kind, severity, message }]);
  });

  it('is milder in a test', async () => {
    const { problems } = await scan(`${head}print(v, api_key)\n`, 'tests/test_a.py');
    expect(problems.map(({ severity }) => severity)).toEqual(['medium', 'low']);
  });

  it('says what an edit replaces, and where none is safe', async () => {
    const { text, problems } = await scan(`${head}print(f"{json.dumps(v)}", v, {**r}, (x := v))\ndef handler(e, c): return v\n`);
    const places = problems.map(({ site }) => (site?.carrier === 'log' ? `${site.place} ${text.slice(...site.range)} ${site.refusal === undefined ? '' : 'refused'}` : ''));
    expect(places).toEqual(['template-part {json.dumps(v)} ', 'expression v ', 'object-spread r refused', 'expression (x := v) refused'.replace('(x := v)', 'x := v'), 'expression v refused']);
  });
});

describe('the programs of the seeds', () => {
  it('is found although it is indented without reason', async () => {
    const source = `import boto3
import os

print("SSM Parameter Store Demo using Python SDK")

    ssm = boto3.client("ssm")
    MY_ENV = os.environ["MY_ENV"]
    
    raw_my_username = ssm.get_parameter(Name=f"/sandbox/{MY_ENV}/username")
    raw_my_password = ssm.get_parameter(Name=f"/sandbox/{MY_ENV}/password", WithDecryption=True)
    
    my_username = raw_my_username['Parameter']['Value']
    my_password = raw_my_password['Parameter']['Value']
    
    print(f"Username: {my_username}")
    print(f"Password: {my_password}")
    
    return f"Successfully fetched credentials on {MY_ENV} environment = {my_username}:{my_password}"
`;
    const { text, problems } = await scan(source);
    expect(problems.map(({ kind, severity, range }) => [kind, severity, text.slice(...range)])).toEqual([
      ['logged-parameter', 'low', 'my_username'],
      ['logged-parameter', 'high', 'my_password'],
      ['returned-parameter', 'low', 'my_username'],
      ['returned-parameter', 'medium', 'my_password'],
    ]);
  });

  const lines = [
    'from __future__ import print_function', 'import json', 'import boto3', "ssm = boto3.client('ssm', 'us-east-2')", 'def get_parameters():',
    "    response = ssm.get_parameters(", "        Names=['LambdaSecureString'],WithDecryption=True", '    )', "    for parameter in response['Parameters']:", "        return parameter['Value']",
    'def lambda_handler(event, context):', '    value = get_parameters()', '    print("value1 = " + value)', '    return value # Echo back the first key value',
  ];
  it.each([
    ['with its lines', '\n'],
    ['without its lines', ' '],
  ])('is found through a function, %s', async (_, separator) => {
    const { problems } = await scan(lines.join(separator));
    expect(problems.map(({ kind }) => kind)).toEqual(['logged-parameter', 'returned-parameter']);
  });

  it('is found in the items of a secret', async () => {
    const source = "import boto3\nimport json\nclient = boto3.client('secretsmanager', region_name='ap-southeast-1')\nresponse = client.get_secret_value(SecretId='lab/testapp/db-creds')\ncreds = json.loads(response['SecretString'])\nprint(f\"User: {creds['username']}\")\nprint(f\"Pass: {creds['password']}\")\n";
    expect(await find(source)).toEqual(["creds['password']"]);
  });
});

describe('programs that nobody wrote', () => {
  it.each([
    ['assignments in a row', `${head}${Array.from({ length: 3000 }, (_, index) => `a${String(index + 1)} = a${String(index)}`).join('\n')}\nprint(a3000)`],
    ['doubling assignments', `${head}${Array.from({ length: 60 }, (_, index) => `a${String(index + 1)} = a${String(index)} + a${String(index)}`).join('\n')}\nprint(a60)`],
    ['functions that call each other', `def a(x): return b(x)\ndef b(x): return a(x)\n${'print(a(password))\n'.repeat(500)}`],
    ['assignments to itself', 'x = x\nx = x + x\nwhile x:\n  x = f(x)\nprint(x)'],
    ['many prints', 'print(a, b["c"], d.e)\n'.repeat(5000)],
    ['many assignments to one name', `${'x = x + y\n'.repeat(3000)}print(x)`],
    ['a deep argument', `print(${'['.repeat(50_000)})`],
  ])('are searched to their end: %s', async (_, source) => {
    await expect(find(source)).resolves.toBeDefined();
  });
});
