import { describe, expect, it } from 'vitest';
import { fill } from '../support/fill.ts';
import { getMarked, scan } from './scan-python.ts';

const find = (source: string, path?: string): Promise<string[]> => getMarked('no-hardcoded-secrets', source, path);

describe('a secret is found', () => {
  it.each([
    // targets
    ['DB_PASSWORD = "%weak%"', '%weak%'],
    ["db_password: str = '%password%'", '%password%'],
    ['password: Final[str] = "%weak%"', '%weak%'],
    ['a = password = b = "%weak%"', '%weak%'],
    ['self.password = "%weak%"', '%weak%'],
    ['settings["DB_PASSWORD"] = "%weak%"', '%weak%'],
    ['config["db"]["password"] = "%weak%"', '%weak%'],
    ['user, password = "bob", "%weak%"', '%weak%'],
    ['if (token := "%long%"): pass', '%long%'],
    ['password = ("%weak%")', '%weak%'],
    ['tokens_by_name = 1\napi_token = "%token%"', '%token%'],
    ['passwords = ["%password%"]', '%password%'],
    // arguments
    ['connect(password="%weak%")', '%weak%'],
    ['connect(dsn, "x", *args, password="%password%", **more)', '%password%'],
    ['psycopg2.connect(host="db", user="app", password="%weak%")', '%weak%'],
    ['dict(user="app", password="%weak%")', '%weak%'],
    ['def f(a, password="%weak%", *, b=1): pass', '%weak%'],
    ['lambda password="%password%": password', '%password%'],
    ['hmac.new(b"%token%", msg, "sha256")', '%token%'],
    ['jwt.encode(payload, "%weak%", algorithm="HS256")', '%weak%'],
    ['jwt.decode(t, "%weak%", algorithms=["HS256"])', '%weak%'],
    ['Fernet(b"%token%")', '%token%'],
    ['requests.get(u, auth=("app", "%weak%"))', '%weak%'],
    ['requests.get(u, auth=HTTPBasicAuth("app", "%weak%"))', '%weak%'],
    ['server.login("me", "%weak%")', '%weak%'],
    ['os.environ.get("DB_PASSWORD", "%weak%")', '%weak%'],
    ['os.getenv("DB_PASSWORD", default="%weak%")', '%weak%'],
    ['os.environ.setdefault("DJANGO_SECRET_KEY", "%password%")', '%password%'],
    ['pw = os.getenv("DB_PASSWORD") or "%weak%"', '%weak%'],
    ['x = settings["DB_PASSWORD"] if ok else "%weak%"', '%weak%'],
    ['SECRET_KEY = config("SECRET_KEY", default="%token%")', '%token%'],
    ['setattr(config, "password", "%weak%")', '%weak%'],
    ['client.set_password("%weak%")', '%weak%'],
    ['boto3.client("s3", aws_access_key_id="%akid%")', '%akid%'],
    ['boto3.client("s3", aws_secret_access_key="%sak%")', '%sak%'],
    // comparisons and dicts
    ['if password == "%weak%": pass', '%weak%'],
    ['if "%weak%" != request.password: pass', '%weak%'],
    ['x = {"host": "h", "password": "%weak%"}', '%weak%'],
    ["DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'PASSWORD': '%weak%'}}", '%weak%'],
    ['headers = {"Authorization": "Bearer %token%"}', '%token%'],
    ['headers = {"X-Api-Key": "%token%"}', '%token%'],
    ['def get_db_password():\n  return "%weak%"', '%weak%'],
    // literals of all kinds
    ['url = f"postgres://app:%password%@{host}/db"', '%password%'],
    ['url = "postgres://app:%token%@%s/db" % host', '%token%'],
    ['create_engine("mysql+pymysql://root:%token%@db/app")', '%token%'],
    ['api_key = b"%token%"', '%token%'],
    ['api_key = rb"%token%"', '%token%'],
    ['api_key = u"%token%"', '%token%'],
    ['api_key = """%token%"""', '%token%'],
    ['x = "ghp_" "%github%"', '%github%'],
    ['SECRET_KEY = "%password%".encode("utf-8")', '%password%'],
    ['key = SecretStr("%github%")', '%github%'],
    ['class S(BaseSettings):\n  api_key: SecretStr = Field(default="%token%")', '%token%'],
    ['@dataclass\nclass C:\n  password: str = "%weak%"', '%weak%'],
    ['# deploy with %github%', '%github%'],
    ['def f():\n  """Uses %github%."""', '%github%'],
    ['x = f"{get(\'%github%\')}"', '%github%'],
    ["x = f'{d[\"%github%\"]}'", '%github%'],
    ['r = requests.post("%slack-hook%")', fill('%slack-hook%').replace('https://hooks.slack.com/services/', '')],
  ])('in %s', async (source, secret) => {
    expect(await find(source)).toEqual([fill(secret)]);
  });

  it('over several literals', async () => {
    expect(await find('api_key = ("%token%"\n  "%hex%")')).toEqual([fill('%token%"\n  "%hex%')]);
    expect(await find('api_key = "%token%" + "%hex%"')).toEqual([fill('%token%" + "%hex%')]);
  });

  it('over several lines', async () => {
    const [marked] = await find('KEY = """%pem%"""');
    expect(fill('%pem%')).toContain(marked?.trim());
  });

  it('with escapes in it', async () => {
    expect(await find(String.raw`password = "%weak%\x21\u0021\N{DASH}\101\"a"`)).toEqual([fill(String.raw`%weak%\x21\u0021\N{DASH}\101\"a`)]);
    expect(await find(String.raw`x = "postgres://app:%token%\x21@db/\n"`)).toEqual([fill(String.raw`%token%\x21`)]);
  });

  it('where something is wrong with the program', async () => {
    expect(await find('x = "abc\npassword = "%weak%"\n')).toEqual([fill('%weak%')]);
    expect(await find('"""abc\npassword = "%weak%"\n')).toEqual([fill('%weak%')]);
    expect(await find('f(a, (b\ndef g():\n  password = "%weak%"\n')).toEqual([fill('%weak%')]);
    expect(await find('\0password = "%weak%"\r\n')).toEqual([fill('%weak%')]);
    expect(await find('\tpassword = "%weak%')).toEqual([fill('%weak%')]);
    expect(await find(`${'('.repeat(100_000)}\npassword = "%weak%"\ngithub = "%github%"`)).toContain(fill('%github%'));
  });
});

describe('no secret is found', () => {
  it.each([
    'password = None',
    'password = ""',
    'password = "changeme"',
    'password = "<your password>"',
    'password = "********"',
    'password = os.environ["DB_PASSWORD"]',
    'password = os.getenv("DB_PASSWORD", "")',
    'password = "{{ vault.password }}"',
    'password = f"{prefix}{suffix}"',
    'password = "%s" % value',
    'password_policy = "at-least-12-characters"',
    'secret_name = "prod/shop/db"',
    'token_url = "https://auth.example.com/oauth/token"',
    'PASSWORD_CHANGED = "password.changed"',
    'PASSWORD_FIELD = "password"',
    'labels = {"password": "Please enter your password"}',
    'form = {"username": "Your name", "password": "Your password", "host": "Server"}',
    'parser.add_argument("--password", help="the password of the user")',
    'password: "str"',
    'def f(password: "SecretStr", token: Literal["access"]): pass',
    'x = {"token": "string"}',
    'key = "Winter2025!"',
    'sha = "%hex2%"',
    'digests = {"AWS::IAM::AccessKey": "%hex%"}',
    'url = "postgres://user:password@localhost/db"',
    'url = f"postgres://{user}:{password}@{host}/db"',
    'url = "postgres://{}:{}@{}/db".format(a, b, c)',
    'url = "postgres://%s:%s@%s/db" % (a, b, c)',
    'headers = {"Authorization": f"Bearer {token}"}',
    'headers = {"Authorization": "Bearer token"}',
    'AWS_ACCESS_KEY_ID = "AKIAIOSFODNN7EXAMPLE"',
    'ssm.get_parameter(Name="/prod/db/password", WithDecryption=True)["Parameter"]["Value"]',
    'api_key = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db"',
    'csrf_token = "csrf-token-name"',
    'if token == "access_token": pass',
    'raise ValueError("password must have 12 characters")',
    'password = getpass.getpass("Password: ")',
    'x = d.get("password", "")',
    'test(password, "a message 123!")',
    'assert password != ""',
    '"""The password is Winter of 2025."""',
    'uuid = "123e4567-e89b-12d3-a456-426614174000"',
    'from secrets import token_hex\ntoken = token_hex(16)',
  ])('in %s', async (source) => {
    expect(await find(source)).toEqual([]);
  });
});

describe('what is said of it', () => {
  it('names what holds it', async () => {
    const { problems } = await scan('class Db:\n  config = {"db": {"password": "%weak%", "host": "h"}}');
    expect(problems).toMatchObject([{ kind: 'password-value', severity: 'high', subject: { name: 'password', path: ['Db', 'config', 'db'] }, message: 'A password is hard-coded in "password".' }]);
  });

  it('names the format where the holder says nothing', async () => {
    const { problems } = await scan('headers = {"Authorization": "Bearer %token%"}');
    expect(problems).toMatchObject([{ kind: 'authorization-header', subject: { name: 'authorization-header', path: ['headers', 'Authorization'] } }]);
  });

  it('is milder in a test', async () => {
    const { problems } = await scan('password = "%password%"', 'tests/test_app.py');
    expect(problems).toMatchObject([{ severity: 'medium' }]);
    expect((await scan('password = "%weak%"', 'app/test_login.py')).problems).toMatchObject([{ severity: 'low' }]);
    expect((await scan('client.login(user="jim", password="letmein")', 'app/test_login.py')).problems).toMatchObject([{ severity: 'low' }]);
    expect((await scan('password = "letmein"', 'app/test_login.py')).problems).toMatchObject([{ severity: 'low' }]);
  });

  it('shows nothing of the value', async () => {
    for (const problem of (await scan('password = "%password%"\nurl = "postgres://a:%token%@b/c"')).problems) {
      expect(problem.message).not.toContain(fill('%password%'));
      expect(problem.message).not.toContain(fill('%token%'));
    }
  });
});
