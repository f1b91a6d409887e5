import { describe, expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { detectors } from '../../src/detectors/index.ts';
import { findHardcodedSecrets } from '../../src/ecmascript/hardcoded.ts';
import { mayHoldSecret } from '../../src/ecmascript/may-hold-secret.ts';
import { toMarked } from '../support/marked.ts';
import { expectSameSight } from '../support/same-sight.ts';
import { parsers } from './parsers.ts';

const detect = createDetect(detectors);

function find(text: string, path = 'src/app.ts', parser: keyof typeof parsers = 'oxc') {
  return findHardcodedSecrets({ program: parsers[parser](text), text, path }, detect);
}

const leaks = [
  // declarations
  "const password = '{{@weak}}';",
  "let dbPassword = '{{@password}}';",
  "var API_KEY = '{{@alnum32}}';",
  "const apiKey: string = '{{@hex32}}';",
  "const token = `{{@alnum32}}`;",
  "const secret = '{{@base64}}' as const;",
  "const secret = ('{{@base64url}}') satisfies string;",
  "const apiKey = '{{@uuid}}' as string; connect({ apiKey: '{{@uuid}}' });".replace("connect({ apiKey: '{{@uuid}}' });", ''),
  "export const accessToken = '{{@dashed}}';",
  "export const botToken = '{{@dotted}}';",
  "export const webhookSecret = '{{@underscored}}';",
  "export default { clientSecret: '{{@alnum32}}' };",
  "const { password = '{{@weak}}' } = options;",
  "const { token: authToken = '{{@alnum32}}' } = options;",
  "const [apiKey = '{{@alnum32}}'] = process.argv;",
  "function login(user: string, password = '{{@weak}}') {}",
  "const login = ({ password = '{{@weak}}' }) => password;",
  // objects
  "const config = { db: { password: '{{@password}}' } };",
  "const config = { 'api-key': '{{@alnum32}}' };",
  "const config = { ['apiKey']: '{{@alnum32}}' };",
  "const config = { [`apiKey`]: '{{@alnum32}}' };",
  "const config = { host: 'db', user: 'app', password: '{{@letm|ein}}' };",
  "const config = { username: 'app', password: '{{@drag|onfly}}' };",
  "const config = { password: { value: '{{@password}}' } };",
  "const config = { jwtSecret: { default: '{{@alnum32}}', env: 'JWT_SECRET' } };",
  "export const environment = { production: true, apiKey: '{{@alnum32}}' };",
  "module.exports.secret = '{{@hex64}}';",
  "config.db.password = '{{@weak}}';",
  "config['password'] = '{{@weak}}';",
  "this.apiKey = '{{@alnum32}}';",
  "process.env.DB_PASSWORD = '{{@weak}}';",
  "process.env['API_KEY'] = '{{@alnum20}}';",
  "window.API_KEY = '{{@alnum32}}';",
  "options.password ||= '{{@weak}}';",
  "options.apiKey ??= '{{@alnum32}}';",
  // classes
  "class A { password = '{{@weak}}'; }",
  "class A { static readonly apiKey = '{{@hex32}}'; }",
  "class A { #secret = '{{@alnum32}}'; }",
  "class A { constructor(private readonly token = '{{@alnum32}}') {} }",
  "class A { get password() { return '{{@weak}}'; } }",
  "class A { getApiKey() { return '{{@alnum32}}'; } }",
  "class A { private getDbPassword(): string { return '{{@weak}}'; } }",
  "function getToken() { return '{{@alnum32}}'; }",
  "const getPassword = () => '{{@weak}}';",
  "const loadSecret = async () => { return '{{@alnum32}}'; };",
  "const api = { getSecret: () => '{{@alnum32}}' };",
  // fallbacks and joins
  "const p = process.env.DB_PASSWORD || '{{@weak}}';",
  "const p = process.env.DB_PASSWORD ?? '{{@weak}}';",
  "const secret = process.env.SECRET ? process.env.SECRET : '{{@alnum32}}';",
  "const secret = isProd ? '{{@alnum32}}' : '{{@hex32}}';",
  "const apiKey = config.get('key') || '{{@alnum32}}';",
  "jwt.sign(payload, process.env.JWT_SECRET || '{{@my-super-|jwt-99}}');",
  "const dbPassword = env('DB_PASSWORD', '{{@weak}}');",
  "const key = process.env.API_KEY! || '{{@alnum20}}';",
  "const password = '{{@weak}}'.trim();",
  "const apiKeys = ['{{@alnum32}}', '{{@hex32}}'];",
  "const password = Buffer.from('{{@alnum20}}');",
  "const encryptionKey = Buffer.from('{{@hex64}}', 'hex');",
  "const secret = new TextEncoder().encode('{{@alnum32}}');",
  // comparisons
  "if (password === '{{@admin|123}}') {}",
  "if ('{{@S3cr|3t!}}' == req.body.password) {}",
  "if (req.headers['x-api-key'] !== '{{@alnum20}}') {}",
  "if (token != '{{@alnum32}}') {}",
  "switch (password) { case '{{@S3cr|3t!}}': break; }",
  // calls
  "setPassword('{{@weak}}');",
  "client.setApiKey('{{@alnum32}}');",
  "builder.withPassword('{{@weak}}');",
  "sgMail.setApiKey('{{@dotted}}');",
  "headers.set('X-Api-Key', '{{@alnum32}}');",
  "headers.append('Authorization', 'Bearer {{@alnum32}}');",
  "map.set('API_KEY', '{{@alnum32}}');",
  "localStorage.setItem('accessToken', '{{@alnum32}}');",
  "sessionStorage.setItem('Secure.AuthenticationToken', '{{@alnum32}}');",
  "new Map([['API_KEY', '{{@alnum32}}']]);",
  "req.setHeader('authorization', 'Basic {{@base64}}');",
  "fetch(url, { headers: { Authorization: 'Bearer {{@alnum32}}' } });",
  "fetch(url, { headers: { Authorization: `Token {{@hex40}}` } });",
  "fetch(url, { headers: { 'x-api-key': '{{@alnum32}}' } });",
  "axios.defaults.headers.common['Authorization'] = 'Bearer {{@dotted}}';",
  "axios.get(url, { auth: { username: 'svc', password: '{{@rab|bit77}}' } });",
  "url.searchParams.set('api_key', '{{@hex32}}');",
  "params.append('client_secret', '{{@alnum32}}');",
  "cy.get('#password').type(x); login('svc', { password: '{{@weak}}' });",
  // SDKs
  "new AWS.S3({ accessKeyId: '{{@akid}}', secretAccessKey: '{{@sak}}' });",
  "AWS.config.update({ accessKeyId: '{{@akid}}', secretAccessKey: '{{@sak}}' });",
  "new S3Client({ credentials: { accessKeyId: '{{@akid}}', secretAccessKey: '{{@sak}}', sessionToken: '{{@base64}}' } });",
  "new SSMClient({ credentials: fromStatic({ accessKeyId: id, secretAccessKey: '{{@sak}}' }) });",
  "new AWS.Credentials('{{@akid}}', '{{@sak}}');",
  "new pg.Pool({ host: 'db', user: 'app', password: '{{@rab|bit77}}' });",
  "new Client({ connectionString: 'postgres://app:{{@alnum16}}@db:5432/x' });",
  "mysql.createConnection({ host: 'db', user: 'root', password: '{{@toor|1234}}' });",
  "mysql.createPool({ host, user, password: '{{@sunshine|7}}' });",
  "new Sequelize('db', 'user', '{{@Sum|mer2024}}', { dialect: 'postgres' });",
  "mongoose.connect('mongodb+srv://app:{{@alnum16}}@c0.x.mongodb.net/db');",
  "mongoose.connect(`mongodb+srv://app:{{@alnum16}}@${host}/db`);",
  "createClient({ url: 'redis://:{{@alnum16}}@cache:6379' });",
  "new Redis({ host: 'cache', password: '{{@foxy|99}}' });",
  "nodemailer.createTransport({ host: 'smtp', auth: { user: 'a@b.io', pass: '{{@sunshine|7}}' } });",
  "jwt.sign({ id }, '{{@shh-|its-hidden}}');",
  "jwt.verify(token, '{{@super|secret}}', cb);",
  "jsonwebtoken.sign(payload, '{{@alnum32}}');",
  "app.use(session({ secret: '{{@keyboard| cat}}', resave: false }));",
  "app.use(session({ secret: ['{{@alnum20}}'] }));",
  "app.use(cookieParser('{{@s3cret|cookie}}'));",
  "app.use(cookieSession({ keys: ['{{@alnum20}}'] }));",
  "crypto.createHmac('sha256', '{{@my|hmac77}}');",
  "createCipheriv('aes-256-cbc', '{{@alnum32}}', iv);",
  "crypto.scryptSync('{{@Sum|mer2024!}}', salt, 32);",
  "crypto.pbkdf2Sync('{{@Sum|mer2024!}}', salt, 1, 32, 'sha256');",
  "CryptoJS.AES.encrypt(text, '{{@pass|phr4se}}');",
  "new Stripe('{{@stripe}}');",
  "new Stripe('sk_' + 'live_' + rest, {}); const stripeKey = '{{@stripe}}';",
  "stripe.webhooks.constructEvent(body, sig, '{{@whsec}}');",
  "new Octokit({ auth: '{{@github}}' });",
  "new Octokit({ auth: '{{@hex40}}' });",
  "twilio('{{~alnum32}}', '{{@hex32}}');",
  "new OpenAI({ apiKey: '{{@alnum64}}' });",
  "passport.use(new GoogleStrategy({ clientID: 'x.apps.googleusercontent.com', clientSecret: '{{@alnum20}}' }, cb));",
  "new JwtStrategy({ secretOrKey: '{{@jwt-s3|cret}}' }, cb);",
  "JwtModule.register({ secret: '{{@jwt-s3|cret}}' });",
  "NextAuth({ secret: '{{@alnum32}}' });",
  "new Pool({ connectionString: 'Server=db;User Id=sa;Password={{@Str0ng|Pa55!}};' });",
  "cloudinary.config({ cloud_name: 'x', api_key: '{{~plainless}}', api_secret: '{{@alnum20}}' });".replace('{{~plainless}}', '123456789012345'),
  "knex({ client: 'pg', connection: { host: 'db', user: 'app', password: '{{@monkey|77}}' } });",
  "new ssm.StringParameter(this, 'P', { parameterName: '/prod/db/password', stringValue: '{{@password}}' });",
  "SecretValue.unsafePlainText('{{@password}}');",
  "new PutParameterCommand({ Name: '/prod/db/password', Value: '{{@weak}}', Type: 'SecureString' });",
  // JSX
  "const a = <Client apiKey=\"{{@alnum32}}\" />;",
  "const a = <Client apiKey={'{{@alnum32}}'} />;",
  "const a = <Client apiKey={`{{@alnum32}}`} />;",
  // formats anywhere
  "// {{@github}}\nconst a = 1;",
  "/* key {{@akid}} */",
  "const a = ['x', '{{@github}}'];",
  "const a = '{\"token\":\"{{@github}}\"}';",
  "const a = 'x\\n{{@github}}';",
  "const a = `curl -H 'Authorization: token {{@github}}' ${url}`;",
  "const key = '{{pem}}';".replace('{{pem}}', '{{pem-begin}}'),
].filter((text) => !text.includes('{{pem-begin}}'));

const clean = [
  "const password = '';",
  "const password = 'password';",
  "const password = '********';",
  "const password = process.env.DB_PASSWORD;",
  "const password = process.env.DB_PASSWORD ?? '';",
  "const password = process.env.DB_PASSWORD || 'changeme';",
  "const password = `${process.env.PW}`;",
  "const password = await getParameter('/prod/db/password', { decrypt: true });",
  "const passwordParameter = '/prod/db/password';",
  "const secretName = 'prod/db/password';",
  "const secret = '/prod/db/password';",
  "const token = getToken('access_token');",
  "const TOKEN_KEY = 'auth-token';",
  "const ACCESS_TOKEN = 'access_token';",
  "const REFRESH_TOKEN = 'refreshToken';",
  "const API_KEY = 'X-API-Key';",
  "const token = 'user_token';",
  "const authToken = 'my-app-auth';",
  "export const JWT = 'JWT';",
  "export const JWT_SECRET = 'JWT_SECRET';",
  "export const CONFIG_KEYS = { JWT_SECRET: 'jwt.secret', DB_PASSWORD: 'db.password' };",
  "enum Field { Password = 'password', Token = 'x-auth-token', Secret = 'client_secret_basic' }",
  "const Events = { PASSWORD_CHANGED: 'password.changed', TOKEN_REVOKED: 'token.revoked' };",
  "const actions = { resetPassword: 'user/resetPassword', password: 'auth/password' };",
  "const errors = { password: 'Password is required', token: 'The token has expired' };",
  "const errors = { WRONG_PASSWORD: 'wrong_password', INVALID_TOKEN: 'E4011' };",
  "const labels = { password: 'Passwort', token: 'Zugangsschlüssel', secret: 'Geheimnis' };",
  "const fr = { password: 'Mot de passe', forgot_password: 'Mot de passe oublié ?', token: 'Jeton' };",
  "const es = { password: 'Contraseña', newPassword: 'Nueva contraseña' };",
  "const ja = { password: 'パスワード', newPassword: '新しいパスワード', token: 'トークン' };",
  "const ru = { password: 'Пароль' }; const zh = { password: '密码' };",
  "const de = { password: 'Kennwort', username: 'Benutzername', login: 'Anmelden' };",
  "const t = { password: 'Password', username: 'Username', host: 'Host' };",
  "const fields = { user: 'username', password: 'userPassword', host: 'hostname' };",
  "const selectors = { username: '#username', password: '#password', token: '.token-field' };",
  "const selectors = { password: 'input[name=\"password\"]', username: 'input[name=user]' };",
  "const types = { username: 'string', password: 'string', token: 'text', host: 'string' };",
  "const schema = { username: 'varchar(255)', password: 'varchar(255)', port: 'int' };",
  "const schema = z.object({ password: z.string().min(8, 'Password must be at least 8 characters'), token: z.string() });",
  "const schema = yup.object({ password: yup.string().required('Bitte Passwort eingeben') });",
  "const schema = Joi.object({ password: Joi.string().pattern(new RegExp('^[a-zA-Z0-9]{3,30}$')) });",
  "const form = { password: ['', Validators.required], token: [''] };",
  "const columns = { password: 'password_digest', token: 'token_hash' };",
  "type A = { password: 'hunter99x'; token: 'abcdef99' };",
  "interface A { password: string; token?: 'x9Kq2LmP' }",
  "const inputType = { password: showPassword ? 'text' : 'password' };",
  "<input type=\"password\" name=\"password\" autoComplete=\"current-password\" placeholder=\"Enter password\" />;",
  "<Input.Password token=\"x\" className=\"password-field\" />;",
  "<Trans i18nKey=\"auth.password\" token=\"auth.token.title\" />;",
  "<Field password=\"password1\" apiKey=\"apiKey\" />;",
  "const keyId = '{{~alnum32}}';",
  "const accessKeyId = process.env.ID;",
  "const publicKey = '{{~base64}}';",
  "const publishableKey = 'pk_live_{{~alnum20}}';",
  "const integrity = 'sha384-{{~base64}}';",
  "const passwordHash = '$2b$10${{~alnum32}}';",
  "const password = '$2b$10${{~alnum32}}';",
  "const csrfToken = '{{~alnum32}}';",
  "const nextToken = '{{~base64}}';",
  "const sha = '{{~hex40}}';",
  "const passwordRegex = '^(?=.*[a-z])(?=.*\\\\d).{8,}$';",
  "const password = /^[a-z]+$/;",
  "const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'; const tokenAlphabet = alphabet;",
  "const token = 'Bearer';",
  "const tokenType = 'Bearer';",
  "const auth = `Bearer ${token}`;",
  "const auth = 'Bearer ' + token;",
  "const auth = 'Bearer <token>';",
  "const auth = 'Basic ' + btoa(user + ':' + password);",
  "const auth = 'Bearer your-access-token';",
  "headers.set('Authorization', `Bearer ${await getToken()}`);",
  "headers.set('X-Api-Key', process.env.API_KEY);",
  "map.set('password', input.value);",
  "setPassword('');",
  "setPasswordVisibility('hidden');",
  "setToken('token');",
  "i18n.t('auth.password.label', { password: 'x' });",
  "const query = `SELECT password FROM users WHERE token = '${token}'`;",
  "const query = 'UPDATE users SET password = $1 WHERE reset_token = $2';",
  "const mutation = gql`mutation { login(password: $password) { token } }`;",
  "const html = '<input type=\"password\" name=\"password\">';",
  "const usage = 'Usage: cli --password <password> --token <token>';",
  "console.log('password: ' + mask);",
  "throw new Error('Invalid password: must contain a digit 0-9');",
  "const password = crypto.randomBytes(16).toString('hex');",
  "const hmac = createHmac('sha256', secret);",
  "const hmac = createHmac('sha256', process.env.SECRET);",
  "jwt.sign(payload, privateKey, { algorithm: 'RS256' });",
  "jwt.sign({ sub: 'someone' }, secret);",
  "jwt.verify(token, getKey, { issuer: 'https://issuer.example.com' });",
  "const a = new Stripe(process.env.STRIPE_KEY);",
  "stripe('create', 'charge');",
  "session({ secret: process.env.SESSION_SECRET });",
  "new SecretsManager({ region: 'eu-west-1' }).getSecretValue({ SecretId: 'prod/db' });",
  "const p = ssm.StringParameter.valueForStringParameter(this, '/prod/db/password');",
  "const password = SecretValue.ssmSecure('/prod/db/password', '1');",
  "const dbPassword = '{{resolve:ssm-secure:/prod/db/password:1}}';",
  "const password = cdk.Fn.importValue('DbPassword');",
  "const dbPassword = 'ssm:/prod/db/password';",
  "const token = '${ssm:/prod/token}';",
  "const arn = { secret: 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf' };",
  "if (key === 'password') {}",
  "if (type === 'password' || name === 'token') {}",
  "if (password === 'undefined') {}",
  "if (password === confirmPassword) {}",
  "if (token.type === 'Punctuator' && token.value === 'function') {}",
  "if (this.token === 'identifier') {}",
  "switch (token) { case 'keyword': case 'string': break; }",
  "token = 'identifier'; lastToken = 'comment';",
  "const eosToken = '<|endoftext|>'; const token = '[CLS]';",
  "const tokens = ['foo', 'bar1234'];",
  "const secrets = ['DB_PASSWORD', 'API_TOKEN'];",
  "const requiredSecrets = ['prod/db', 'prod/api'];",
  "import x from './password/hunter99x';",
  "export * from './tokens/x9kq2lmp';",
  "const apiKey = 'api_key';",
  "const apiKey = 'YOUR_API_KEY';",
  "const apiKey = '<API_KEY>';",
  "const apiKey = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxx';",
  "const apiKey = 'test';",
  "const password = '%s';",
  "const password = 'hashed';",
  "const password = 'https://example.com/reset';",
  "const token = 'https://auth.example.com/oauth/token';",
  "const credentials = 'same-origin';",
  "fetch(url, { credentials: 'include' });",
  "fetch(url, { credentials: 'same-origin', mode: 'cors' });",
  "const grant = { grant_type: 'password', client_id: 'web', token: 'id_token token' };",
  "const o = { secret: 'true', password: 'no', token: '12' };",
  "const o = { password: 'User1_Password_Label' };",
  "const cookie = { token: 'next-auth.session-token', session: 'connect.sid' };",
  "const cookieNames = { accessToken: '__Host-access', csrf: '__csrf' };",
  "const header = { apiKey: 'x-api-key', secret: 'x-webhook-secret' };",
  "const routes = { password: '/account/password', resetToken: '/reset/:token' };",
  "const icons = { password: 'mdi-lock-outline', token: 'fa-key' };",
  "const testIds = { password: 'login-password-input', submit: 'login-submit' };",
  "const permission = { SECRET: 'secret:read', TOKEN: 'token:write' };",
  "const flag = { token: 'enable-new-token-flow' };",
  "const css = { token: 'var(--color-token)', secret: '#ff00aa' };",
  "const size = { token: '12px', password: '100%' };",
  "const version = { token: 'v1.2.3', secret: '2024-01-01' };",
  "const email = { password: 'no-reply@example.com' };",
  "const algorithm = { jwt: 'HS256', token: 'RS256', secret: 'aes-256-gcm' };",
  "const msg = { password: 'Must be 8+ chars, 1 number & 1 symbol!' };",
  "const msg = { password: 'Das Passwort muss mindestens 8 Zeichen lang sein.' };",
  "const q = { password: 'Password1 field label' };",
];

describe('leaks', () => {
  it.each(leaks)('%s', async (template) => {
    const { text, leaks: expected } = toMarked(template);
    expect(mayHoldSecret(text, detect)).toBe(true);
    await expectSameSight('src/app.ts', text);
    expect(find(text).map(({ range }) => text.slice(...range))).toEqual(expected.map((range) => text.slice(...range)));
    expect(find(text).map(({ range }) => range)).toEqual(expected);
  });
});

describe('clean', () => {
  it.each(clean)('%s', (template) => {
    const { text } = toMarked(template);
    expect(find(text).map((problem) => `${problem.kind} ${text.slice(...problem.range)}`)).toEqual([]);
  });
});

describe('paths', () => {
  it.each([
    ["const password = 'ncc-1701';", 'test/login.test.ts'],
    ["export default { password: 'Contraseña1', token: 'Clave2024' };", 'src/locales/es.ts'],
  ])('is quiet on what people choose: %s in %s', (template, path) => expect(find(toMarked(template).text, path)).toEqual([]));

  it.each([
    ["const password = '{{@weak}}';", 'test/login.test.ts'],
    ["login({ user: 'jim', password: '{{@weak}}' });", 'src/login.spec.ts'],
    ["const config = { host: 'db', password: '{{@rab|bit}}' };", 'e2e/config.ts'],
    ["const password = '{{@let|mein}}';", 'test/login.test.ts'],
    ["jwt.sign(payload, '{{@shhhh|hhh}}');", 'src/__tests__/auth.ts'],
    ["Parse.User.logIn('myUser', '{{@pass|word}}');", 'spec/user.spec.js'],
  ])('says what people choose, and fails no run: %s in %s', async (template, path) => {
    const { text, leaks: expected } = toMarked(template);
    await expectSameSight(path, text);
    expect(find(text, path)).toMatchObject(expected.map((range) => ({ range, severity: 'low' })));
  });

  it.each([
    ["const token = '{{@github}}';", 'test/login.test.ts'],
    ["const apiKey = '{{@alnum32}}';", 'test/login.test.ts'],
    ["const secret = '{{@hex64}}';", 'src/login.spec.ts'],
  ])('finds what machines made: %s in %s', (template, path) => {
    const { text, leaks: expected } = toMarked(template);
    expect(find(text, path).map(({ range }) => range)).toEqual(expected);
  });
});

describe('parsers', () => {
  it.each(leaks.filter((text) => !/[<#]|: string|private|readonly|satisfies| as |!/u.test(text)))('agree on %s', (template) => {
    const { text } = toMarked(template);
    const ranges = find(text).map(({ range }) => range);
    expect(find(text, 'src/app.js', 'espree').map(({ range }) => range)).toEqual(ranges);
    expect(find(text, 'src/app.ts', 'typescript-eslint').map(({ range }) => range)).toEqual(ranges);
  });
});

it('ends on programs of one line', () => {
  find(`const a = [${"'password', 'x', ".repeat(100_000)}];`);
  find(`const password = ${"'a' + ".repeat(2000)}'b';`);
  find(`const a = {${Array.from({ length: 50_000 }, (_, index) => `k${String(index)}: 'secret token password'`).join(',')}};`);
  find(`const password = {${Array.from({ length: 50_000 }, () => `password: 'some thing'`).join(',')}};`);
});
