import { expect, it } from 'vitest';
import { defaultConfig } from '../../src/core/config.ts';
import { scanBytes, scanWhole } from '../../src/pipeline.ts';
import { fake } from '../support/fake.ts';

const secret = fake.alphanumeric(18, 'told');

it.each([
  ['a value below its key', 'a.yaml', `db:\n  password:\n    ${secret}\n`],
  ['a value below its key and a comment', 'a.yaml', `db:\n  password: # the old one\n    ${secret}\n`],
  ['a value with a tag below its key', 'a.yaml', `db:\n  password: !!str # a\n    "${secret}"\n`],
  ['a key with a mark of its own', 'a.yaml', `db:\n  ? password\n  : ${secret}\n`],
  ['a quoted key with a mark of its own', 'a.yaml', `db:\n  ? "password" # a\n  : "${secret}"\n`],
  ['the password of an authentication of Python', 'a.py', `auth = requests.auth.HTTPDigestAuth('user', '${secret}')\n`],
  ['a pair of a request of Python', 'a.py', `requests.get(url, auth=('user', '${secret}'))\n`],
  ['a target of a tuple of Python', 'a.py', `(user, password) = ('user', '${secret}')\n`],
  ['a default of an option of Python', 'a.py', `parser.add_argument('--password', '-p', type=str, default='${secret}')\n`],
  ['a call of a bundle', 'a.min.js', `${'x.y(1);'.repeat(400)}new Auth("u");btoa("user:${secret}");\n`],
  ['what a function returns', 'a.ts', `class A {\n  getPassword(): string {\n    return '${secret}';\n  }\n}\n`],
  ['a map of a type with two arguments', 'a.ts', `const tokens: Map<string, string> = new Map([['password', '${secret}']]);\n`],
  ['a key in the argument of a call', 'a.ts', `export const sign = () => jwt\n  .sign({ a: [1, 2] }, '${secret}');\n`],
  ['a field of an address in a comment', 'a.rb', `#   GET http://localhost:8080/token?username=sean&password=${secret}\n`],
  ['what Robot Framework types', 'a.robot', `    Input Password    id:pass    ${secret}\n`],
  ['a text that is compared', 'a.java', `if ("${secret}".equals(user.password)) {}\n`],
  ['an element', 'a.vue', `<password>${secret}</password>\n`],
  ['an option of a program', 'a.go', `// run -Ddb.password=${secret} now\n`],
  ['a property of C#', 'a.cs', `public string Password { get; set; } = "${secret}";\n`],
  ['a type of Go', 'a.go', `var password string = "${secret}"\n`],
  ['a setter', 'a.java', `config.setPassword("${secret}");\n`],
  ['a counted name', 'a.java', `password_1 = "password_2"; password_2 = "${secret}2";\n`],
  ['the last of lines of which the others gave nothing', 'a.java', `${'password_1 = "password_2";\n'.repeat(3)}password_3 = "${secret}";\npassword_4 = "password_2";\n`],
  ['the count of a name in its value', 'a.txt', `token_1 = "${secret}"\ntoken_12 = "x12"\n${'token_7 = "x12"\n'.repeat(2)}`],
  ['a value on the line below its name', 'a.js', `const password =\n  '${secret}'\nconst other = 1\n`],
  ['an alternative on the line below', 'a.js', `const password = isLocal\n  ? other\n  : '${secret}'\n`],
  ['a default behind an operator', 'a.py', `password = given or \\\n    '${secret}'\n`],
  ['a condition of Python', 'a.py', `password = (other\n    if is_local\n    else '${secret}')\n`],
  ['a call that goes on', 'a.js', `const token = getToken()\n  || '${secret}'\n`],
  ['a key that signs, behind types', 'a.ts', `const a = jwt.sign<Payload>({ id }, '${secret}');\n`],
  ['a call behind other marks of it', 'a.ts', `import { Sequelize } from 'sequelize';\nconst store = new Sequelize('shop', 'user', '${secret}');\n`],
  ['keys in a list', 'a.js', `app.use(cookieSession({ keys : ['${secret}'] }));\n`],
  ['credentials that are made', 'a.js', `new AWS.Credentials ('id', '${secret}');\n`],
  ['a default in a line of Python', 'a.py', `password = given or '${secret}'\n`],
  ['another value in a line of Python', 'a.py', `password = given if is_local else '${secret}'\n`],
  ['an option in a block of a document', 'README.md', `\`\`\`sh\nmytool --password=${secret} --verbose\n\`\`\`\n`],
  ['an assignment in a block of a document', 'README.md', `\`\`\`\ndb_password=${secret}\ncurl https://example.org\n\`\`\`\n`],
  ['a pair in an option of a recipe', 'Makefile', `deploy:\n\tkubectl create secret generic a --from-literal=db_password=${secret}\n`],
  ['two names of which the second holds the secret', 'a.js', `secrets.password = '${secret}';\n`],
  ['a key of a bundle', 'a.min.js', `${'x.y(1);'.repeat(400)}a.password="${secret}";\n`],
  ...['contraseña', 'Contraseña', 'hasło', 'пароль', 'ПАРОЛЬ', '密码'].flatMap((name) => [
    [`${name} of JavaScript`, 'a.js', `const ${name} = '${secret}';\n`],
    [`${name} of Python`, 'a.py', `${name} = '${secret}'\n`],
    [`${name} of Ruby`, 'a.rb', `${name} = "${secret}"\n`],
    [`${name} of YAML`, 'a.yaml', `db:\n  ${name}: ${secret}\n`],
    [`${name} of properties`, 'a.properties', `db.${name}=${secret}\n`],
  ]),
])('%s is not ruled out by a look at the bytes', async (_, path, text) => {
  const bytes = Buffer.from(text);
  const whole = await scanWhole('.', path, bytes, defaultConfig);
  expect(whole.problems.length).toBeGreaterThan(0);
  const looked = await scanBytes('.', path, bytes, defaultConfig);
  expect(looked.problems.map(({ range }) => range)).toEqual(whole.problems.map(({ range }) => range));
});

const policy = (action: unknown): string => JSON.stringify({ Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }] });

it.each([
  ['any action', policy('*')],
  ['any action in a list', policy(['ec2:Describe*', '*'])],
  ['a service by a wildcard', policy('s?m:Get*')],
  ['reads of parameters', policy(['ec2:Describe*', 'ssm:GetParameter*'])],
  ['all but some', policy('iam:*').replace('Action', 'NotAction')],
])('a policy in JSON that grants %s is not ruled out', async (_, text) => {
  const whole = await scanWhole('.', 'policy.json', Buffer.from(text), defaultConfig);
  expect(whole.problems.length + whole.grants.length).toBeGreaterThan(0);
  const looked = await scanBytes('.', 'policy.json', Buffer.from(text), defaultConfig);
  expect(looked.problems.length).toBe(whole.problems.length);
  expect(looked.grants.length).toBe(whole.grants.length);
});

const resource = (type: string, properties: unknown): unknown => ({ Resources: { R: { Type: type, Properties: properties } } });
const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-AbCdEf';

it.each([
  ['a dynamic reference', resource('AWS::SQS::Queue', { QueueName: '{{resolve:ssm:/prod/name}}' })],
  ['an image', resource('AWS::EC2::LaunchTemplate', { LaunchTemplateData: { ImageId: 'resolve:ssm:/prod/ami' } })],
  ['the type of a parameter', { Parameters: { Name: { Type: 'AWS::SSM::Parameter::Name', Default: '/prod/name' } } }],
  ['secrets of a task', { executionRoleArn: 'r', containerDefinitions: [{ name: 'a', secrets: [{ name: 'DB', valueFrom: '/prod/getParameter' }] }] }],
  ['secrets of App Runner', resource('AWS::AppRunner::Service', { RuntimeEnvironmentSecrets: [{ Name: 'DB', Value: '/prod/db' }] })],
  ['a variable of a function', resource('AWS::Lambda::Function', { Environment: { Variables: { DB_SECRET_ARN: arn } } })],
  ['a variable of Serverless', { service: 'a', custom: { a: '${ssm:/prod/db}', b: '${ssm.eu-west-1:/prod/db}', c: '${aws1:ssm(raw):/prod/db}' } }],
  ['a parameter of a buildspec', { version: 0.2, env: { 'parameter-store': { DB: '/prod/db' } }, phases: {} }],
  ['a secret of a buildspec', { version: 0.2, env: { 'secrets-manager': { DB: 'prod/db:password' } }, phases: {} }],
  ['a variable of CodeBuild', { EnvironmentVariables: [{ Name: 'DB', Type: 'PARAMETER_STORE', Value: '/prod/db' }] }],
  ['a script of npm', { scripts: { get: 'aws ssm get-parameter --name /prod/x' } }],
  ['a command of a build', { version: 0.2, phases: { build: { commands: ['X=$(/usr/bin/aws --region eu-west-1 ssm get-parameter --name /prod/x)'] } } }],
  ['user data', { UserData: 'aws secretsmanager get-secret-value --secret-id prod/db > x' }],
  ['secrets of an action', { jobs: { a: { steps: [{ uses: 'aws-actions/aws-secretsmanager-get-secrets@v2', with: { 'secret-ids': 'prod/db' } }] } } }],
  ['a variable that a program resolves', { environment: { DB: 'ssm:///prod/db' } }],
])('%s in JSON is not ruled out by a look at the bytes', async (_, document) => {
  for (const text of [JSON.stringify(document), JSON.stringify(document, undefined, 2)]) {
    const whole = await scanWhole('.', 'package.json', Buffer.from(text), defaultConfig);
    expect(whole.references.length).toBeGreaterThan(0);
    const looked = await scanBytes('.', 'package.json', Buffer.from(text), defaultConfig);
    expect(looked.references).toEqual(whole.references);
    expect(looked.problems).toEqual(whole.problems);
  }
});
