import { describe, expect, test } from 'vitest';
import { type Clean, find, type Leak, runCases } from './support.ts';

const leaks: Leak[] = [
  // identifiers, members, getters
  ['a parameter', 'function f(user, dbPassword) { console.log(user, dbPassword); }', 'dbPassword'],
  ['a member', 'export const f = (cfg) => console.log("using", cfg.db.password);', 'cfg.db.password'],
  ['a member by a string', 'export const f = (cfg) => console.log(cfg["client-secret"]);', 'cfg["client-secret"]'],
  ['a token of an authorizer that is tried out', "exports.handler = (event) => { const token = event.authorizationToken; console.log(token); switch (token) { case 'allow': return yes; case 'deny': return no; } };", 'token'],
  ['a personal access token', 'import { Octokit } from "x"; const patterns = []; export const f = (pat) => { console.log(pat); };', 'pat'],
  ['an OAuth answer', 'const tokens = await oauth.exchange(code); console.log(tokens.access_token, tokens.refresh_token);', 'tokens.access_token', 'tokens.refresh_token'],
  ['a field', 'class A { constructor(private readonly apiKey: string) {} run() { this.logger.debug(`key ${this.apiKey}`); } }', 'this.apiKey'],
  ['a private field', 'class A { #token; run() { console.log(this.#token); } }', 'this.#token'],
  ['a getter call', 'console.log(getAccessToken());', 'getAccessToken()'],
  ['an awaited getter of a service', 'class A { async run() { console.log(await this.vault.fetchDbPassword("x")); } }', 'await this.vault.fetchDbPassword("x")'],
  ['a settings key', 'console.log(config.get("db.password"), config.get("db.host"));', 'config.get("db.password")'],
  ['the settings of NestJS', 'const v: string = this.configService.getOrThrow<string>("JWT_SECRET"); this.logger.log(`v ${v}`);', 'v'],
  ['a key in a constant', 'const KEY = "API_TOKEN"; console.log(settings.get(KEY));', 'settings.get(KEY)'],
  ['a signed token', 'const token = jwt.sign({ sub }, key); console.log("issued", token);', 'token'],
  ['a connection string', 'console.log("connecting to", process.env.DATABASE_URL);', 'process.env.DATABASE_URL'],
  ['a value of a secret', 'export const f = (secret) => console.log(secret.value);', 'secret.value'],
  ['a wrapper that is opened', 'console.log(settings.apiKey.reveal());', 'settings.apiKey.reveal()'],
  ['a destructured property', 'const { password: pw } = req.body; console.log(pw);', 'pw'],
  ['a destructured parameter', 'app.post("/login", ({ body: { password } }, res) => { console.log("login", password); });', 'password'],
  ['a rest of a list', 'const [first, secretKey] = line.split(":"); console.log(secretKey);', 'secretKey'],
  ['a default that is a variable of the environment', 'function f(value = process.env.API_KEY) { console.log(value); }', 'value'],
  ['a token in a loop', 'for (const accessToken of accessTokens) console.log(accessToken);', 'accessToken'],
  ['a part of a list of passwords', 'console.log(passwords[0]);', 'passwords[0]'],
  ['a changed text', 'console.log(apiKey.trim().toLowerCase());', 'apiKey.trim().toLowerCase()'],
  ['a header without its scheme', 'const raw = req.headers.authorization.replace(/^Bearer /, ""); console.log(raw);', 'raw'],
  ['a header cut by its scheme', 'const raw = req.headers["authorization"]?.split(" ")[1]; console.log(raw);', 'raw'],
  ['a header sliced by its scheme', 'const raw = req.headers.authorization.slice(7); console.log(raw);', 'raw'],
  ['decoded text', 'const shown = Buffer.from(process.env.DB_SECRET, "base64").toString(); console.log(shown);', 'shown'],
  ['encoded text', 'const basic = Buffer.from(`${user}:${password}`).toString("base64"); console.log(`Basic ${basic}`);', 'basic'],
  ['btoa', 'console.log(btoa(user + ":" + password));', 'btoa(user + ":" + password)'],
  ['a URL put together', 'const url = `https://${user}:${password}@example.com`; console.log("cloning", url);', 'url'],
  ['either of two', 'const key = argv.key || process.env.SERVICE_API_KEY; console.log(key);', 'key'],
  ['assigned later', 'let value; if (a) value = process.env.SECRET_KEY; else value = ""; console.log(value);', 'value'],
  ['a literal that may be one, under its name', `const apiKey = "${['q8Zt', 'V3nK', 'x2Lw', 'P7rD'].join('')}"; console.log(apiKey);`, 'apiKey'],
  ['imported', 'import { apiKey, baseUrl } from "./config";\nconsole.log(baseUrl, apiKey);', 'apiKey'],
  ['a child process argument', 'console.error(`failed: ${cmd} --token=${opts.token}`);', 'opts.token'],
  ['a method of the class that gives it', 'class A { get() { return process.env.API_KEY; } run() { console.log(this.get()); } }', 'this.get()'],
  ['a formatter', 'const fmt = (v) => `[${v}]`; console.log(fmt(password));', 'fmt(password)'],
  ['optional call chain', 'console.log(session?.credentials?.secretAccessKey);', 'session?.credentials?.secretAccessKey'],
  ['a non-null assertion in a template', 'console.log(`t=${token!}`);', 'token!'],
  ['a cast', 'console.log((token as string), <string>password);', 'token as string', '<string>password'],
  ['parentheses', 'console.log((password));', 'password'],

  // objects
  ['an object with one', 'const config = { host, password: process.env.DB_PASSWORD }; console.log(config);', 'config'],
  ['a nested object', 'const config = { db: { user: "u", auth: { password: pw() } } }; logger.info("c", JSON.stringify(config));', 'config'],
  ['a property in place', 'logger.info("login", { user, password });', 'password'],
  ['a property by its key', 'logger.info({ token: session.value }, "ok");', 'session.value'],
  ['a property deep in place', 'logger.error("x", { meta: { headers: { Authorization: auth } } });', 'auth'],
  ['a header put together', 'const headers = { Authorization: `Bearer ${accessToken}` }; console.log("request", { url, headers });', 'headers'],
  ['written later', 'const options = {}; options.password = await ask(); console.log(options);', 'options'],
  ['written deep', 'const options = { db: {} }; options.db.password = input; console.log(options);', 'options'],
  ['copied with assign', 'const o = {}; Object.assign(o, { secret: value }); console.log(o);', 'o'],
  ['a spread', 'const base = { password: process.env.DB_PASSWORD }; console.log({ ...base, host });', 'base'],
  ['spread over a clean one', 'const base = { password: process.env.DB_PASSWORD }; console.log({ password: "***", ...base });', 'base'],
  ['Object.values', 'const base = { apiKey: process.env.API_KEY }; console.log(Object.values(base).join());', 'Object.values(base).join()'],
  ['a list of objects', 'const users = [{ name: "a", password: first }]; console.table(users);', 'users'],

  // the environment
  ['the environment in a field', 'console.log({ env: process.env });', 'process.env'],
  ['a copy of the environment', 'const env = { ...process.env, A: "1" }; console.log("spawn", env);', 'env'],
  ['an alias of the environment', 'const env = process.env; console.log(env.GITHUB_TOKEN);', 'env.GITHUB_TOKEN'],
  ['destructured environment', 'const { NODE_ENV, API_KEY: key } = process.env; console.log(NODE_ENV, key);', 'key'],
  ['imported environment', 'import { env } from "node:process";\nconsole.log(env, env.DB_PASSWORD);', 'env', 'env.DB_PASSWORD'],
  ['entries of the environment', 'for (const [k, v] of Object.entries(process.env)) console.log(`${k}=${v}`);', 'v'],
  ['a Vite variable', 'console.log(import.meta.env.VITE_STRIPE_SECRET_KEY);', 'import.meta.env.VITE_STRIPE_SECRET_KEY'],
  ['Deno', 'console.log(Deno.env.get("API_TOKEN"));', 'Deno.env.get("API_TOKEN")'],
  ['what dotenv read', 'import dotenv from "dotenv";\nconst result = dotenv.config(); console.log(result.parsed);', 'result.parsed'],
  ['inspected environment', 'import { inspect } from "node:util";\nconsole.log(inspect(process.env, { depth: 1 }));', 'process.env'],

  // requests
  ['headers of a request', 'app.use((req, res, next) => { console.log(req.method, req.headers); next(); });', 'req.headers'],
  ['destructured headers', 'export const handler = async (event) => { const { headers } = event; console.log(headers.Authorization); };', 'headers.Authorization'],
  ['a header of fetch', 'console.log(request.headers.get("authorization"));', 'request.headers.get("authorization")'],
  ['a header of Express', 'console.log(req.get("Authorization"), req.header("x-api-key"));', 'req.get("Authorization")', 'req.header("x-api-key")'],
  ['cookies', 'console.log(req.cookies, req.cookies.session_id);', 'req.cookies', 'req.cookies.session_id'],
  ['the configuration of an error', 'try { await go(); } catch (error) { console.error("failed", error.config); }', 'error.config'],
  ['the request of an error in catch()', 'go().catch((err) => logger.warn(err.request, err.response.config.headers));', 'err.request', 'err.response.config.headers'],
  ['the response of an axios error', 'import axios from "axios";\ntry { await axios(u); } catch (e) { console.log(e.response); }', 'e.response'],
  ['a Koa context', 'app.use(async (ctx) => { ctx.log.info(ctx.request.headers.cookie); });', 'ctx.request.headers.cookie'],

  // TypeScript, closures, async iterators, decorators
  ['a decorated service', '@Injectable() class A { private readonly logger = new Logger(A.name); constructor(@Inject("X") private readonly cfg: Cfg) {} run() { this.logger.verbose(`secret=${this.cfg.clientSecret}`); } }', 'this.cfg.clientSecret'],
  ['a closure', 'export function make(apiSecret: string) { return () => { setTimeout(() => console.log(apiSecret), 1); }; }', 'apiSecret'],
  ['an async iterator', 'export async function f() { for await (const { token } of sessions()) { console.log(token); } }', 'token'],
  ['a generic arrow', 'const f = <T extends object>(password: string, o: T) => console.log(password, o);', 'password'],
  ['satisfies', 'const c = { key: "k", password: readFileSync(p, "utf8") } satisfies Cfg; console.log(c);', 'c'],
  ['an inner block', 'const password = "***"; { const password = prompt(); console.log(password); } console.log(password);', 'password'],
  ['a var in a block', 'function f() { if (a) { var pw = process.env.DB_PASSWORD; } console.log(pw); }', 'pw'],
  ['a comma', 'console.log((audit(), password));', 'password'],
  ['an assignment in place', 'console.log(token = await login());', 'token = await login()'],
  ['JSX beside it', 'const A = () => { console.log(props.apiKey); return <div>{props.apiKey}</div>; };', 'props.apiKey'],
];

const clean: Clean[] = [
  // words are not values
  ['messages', 'console.log("Password updated"); logger.info("token expired", "secret"); throw new Error("Missing API_KEY");'],
  ['a template with a count', 'console.log(`${tokens.length} tokens, password policy ${passwordPolicy.min}`);'],
  ['metadata names', 'console.log(secretName, secretArn, tokenUrl, passwordField, keyId, credentialsPath, tokenType, secretId, apiKeyHeader, tokenExpiry, secretCount);'],
  ['questions', 'console.log(isPasswordValid, hasToken, requiresSecret, missingApiKey);'],
  ['public keys', 'console.log(publicKey, config.publishableKey, anonKey);'],
  ['tokens of a text', 'const tokens = tokenizer.encode(text); for (const token of tokens) console.log(token); console.log(tokens, tokens[3], tokenCount);'],
  ['a token of a parser', 'function next(token) { throw new SyntaxError(`unexpected ${token} ${token.value}`); } const lexer = new Lexer();'],
  ['a token of an editor', 'async function go(model, token) { const cts = new CancellationTokenSource(token); logger.info(await provide(model, cts.token), token); }'],
  ['a token that is chosen by its words', "const token = parser.getToken(); switch ( token ) { case 'CERTIFY': go(); break; default: console.warn('unknown ' + token + parser.getToken()); }"],
  ['a token that is compared with words', "function relate(token) { if (token === 'lastWeek') return a; if (token === 'nextWeek') return b; throw new Error(`no adjective for ${token}`); }"],
  ['a token by its first letter', "function tell(token, format) { const subject = token[0] === 'Y' ? 'years' : 'days'; console.warn(`Use ${token.toLowerCase()} for ${subject} in ${format}`); }"],
  ['a pattern', "function compile(lexer, pat) { if (!lexer[pat]) throw new Error('no words for ' + pat); return new RegExp(pat); }"],
  ['a pass of a renderer', 'const target = new RenderTarget(); console.log(this._shadowPass, getBlurPass(), target);'],
  ['the version of a rotation', 'export const run = async ({ ClientRequestToken: token }) => { console.log(`version ${token}`); await client.send(new UpdateSecretVersionStageCommand({})); };'],
  ['an account of a list', 'console.warn(`Cannot find account stack ${accountKey}`, masterAccountKey);'],
  ['a token with its own type', 'function f(token: Token) { console.log(token); }'],
  ['tests that pass', 'console.log(`${pass} passed, ${fail} failed`);'],
  ['labels and codes', 'console.log(messages.password, errors.token, labels.apiKey, ErrorCode.INVALID_TOKEN, GrantType.Password, i18n.password, HEADERS.AUTHORIZATION);'],
  ['an enum', 'enum Kind { Password, Token } console.log(Kind.Password);'],
  ['a class', 'import { Credentials, Token } from "./x";\nconsole.log(Credentials, Token);'],
  ['a function', 'function getPassword() {} console.log(getPassword, getPassword.name);'],
  ['credentials mode', 'const options = { credentials: "include", mode: "cors" }; console.log(options);'],
  ['translation', 'console.log(i18n.get("login.password"), t("password"), translate("token"));'],
  ['form controls', 'console.log(form.get("password"), form.get("password").errors);'],

  // the initialiser beats the name
  ['a mask', 'const password = "***"; const token = mask(raw); const apiKey = redactKey(k); console.log(password, token, apiKey);'],
  ['a number, a boolean', 'const token = 3; const secret = items.length > 0; const password = Boolean(x); console.log(token, secret, password, !apiKey, !!apiKey, typeof apiKey);'],
  ['a message', 'const password = "Please enter your password"; const token = "token.invalid"; console.log(password, token);'],
  ['a hash', 'const secret = createHash("sha256").update(raw).digest("hex"); const token = await bcrypt.hash(password, 10); console.log(secret, token);'],
  ['a declared type', 'function f(password: boolean, token: number | undefined, secret?: boolean) { console.log(password, token, secret); }'],
  ['a declared type of a property', 'interface P { token: boolean } function f({ token }: P, p: P) { console.log(token, p.token); } const g = ({ apiKey }: { apiKey: boolean }) => console.log(apiKey);'],
  ['a declared type of a field', 'class A { token: boolean = true; secret?: number; run() { console.log(this.token, this.secret); } }'],
  ['a sealed type', 'function f(password: Redacted<string>) { console.log(password); }'],
  ['a helper that masks', 'function shorten(v) { return v.slice(0, 4) + "…"; } const token = shorten(raw); console.log(token);'],
  ['a helper that answers', 'function getToken() { return "[hidden]"; } console.log(getToken());'],
  ['a label by choice', 'console.log(password ? "set" : "missing", token === expected, apiKey && "yes", token == null);'],
  ['a construct', 'const secret = new k8s.Secret("x"); console.log(secret); const token = new InjectionToken("t"); console.log(token);'],

  // barriers
  ['lengths', 'console.log(password.length, apiKey?.length, Buffer.byteLength(secret), process.env.API_KEY?.length);'],
  ['tests', 'console.log(token.includes("."), token.startsWith("x"), /a/.test(token), "API_KEY" in process.env, token.indexOf("a"));'],
  ['ends', 'console.log(token.slice(-4), token.slice(0, 4), token.substring(0, 4), apiKey.substr(0, 3), `${secret.at(-1)}`, token.charAt(0), secret.slice(0, 4) + "****");'],
  ['replaced', 'console.log(token.replace(/./g, "*"), text.replaceAll(token, "[redacted]"), line.replace(password, "***"), url.replace(/:[^:@]+@/, ":***@"));'],
  ['masks', 'console.log(maskToken(token), redact({ password }), censor(apiKey), sanitize(cfg), omit(user, ["password"]), pick(cfg, ["host"]), hideSecret(s), obfuscate(token));'],
  ['masks of a service', 'this.logger.log(this.masker.mask(password), utils.redact(req.headers), scrub(process.env));'],
  ['safe names', 'console.log(maskedToken, redactedPassword, hashedPassword, encryptedSecret, tokenHash, safeConfig, passwordDigest, sanitizedHeaders);'],
  ['a hash in place', 'console.log(crypto.createHmac("sha256", key).update(token).digest("hex"), sha256(password), md5(apiKey));'],
  ['strength', 'console.log(zxcvbn(password), checkPassword(password), validateToken(token), await verify(token));'],
  ['keys', 'console.log(Object.keys(secrets), Object.keys(process.env), [...headers.keys()]);'],
  ['a replacer', 'console.log(JSON.stringify(config, ["host"]), JSON.stringify({ password, host }, (k, v) => (k === "password" ? undefined : v)));'],
  ['the rest', 'const { password, ...rest } = user; console.log(rest); const cfg = { a: 1, token: x }; const { token, ...others } = cfg; console.log(others);'],
  ['overwritten', 'const cfg = { host, password: process.env.DB_PASSWORD }; console.log({ ...cfg, password: "***" }, { ...cfg, password: undefined });'],
  ['deleted', 'const copy = { host, password: process.env.DB_PASSWORD }; delete copy.password; console.log(copy);'],
  ['overwritten later', 'const copy = { host, password: process.env.DB_PASSWORD }; copy.password = "[redacted]"; console.log(copy);'],
  ['a logger that redacts', 'const log = pino({ redact: { paths: ["password", "user.token"] } }); log.info({ password, token }, "x");'],
  ['filtered environment', 'console.log(Object.entries(process.env).filter(([k]) => !isSecret(k)), Object.fromEntries(Object.entries(process.env).filter(([key]) => SAFE.includes(key) && allowed(key))));'],

  // properties
  ['a safe property', 'const config = { host, password: process.env.DB_PASSWORD }; console.log(config.host, config["port"]);'],
  ['properties of a token', 'console.log(token.id, token.expiresAt, credentials.accountId, secret.name, session.user.id, decoded.sub);'],
  ['the environment without secrets', 'console.log(process.env.NODE_ENV, process.env.AWS_REGION, process.env.npm_package_version, process.env.TOKEN_URL, process.env.KEY_ID);'],
  ['a variable of the environment by a variable', 'for (const name of required) console.log(name, process.env[name] !== undefined);'],
  ['safe headers', 'console.log(req.headers.host, req.headers["user-agent"], req.get("content-type"), res.headers["x-request-id"], headers.get("etag"));'],
  ['a safe part of an error', 'try { go(); } catch (err) { console.error(err.message, err.stack, err.response?.data, err.response.status, err.config.url, err.config.method, err.code); }'],
  ['other configurations', 'console.log(this.config, app.config, options.request, config);'],
  ['a response', 'const response = await fetch(url); console.log(response.status, response);'],
  ['no sink', 'connect(password); save({ token }); fs.writeFileSync(file, secret); res.json({ token });'],
  ['Math.log', 'Math.log(secret); history.log(token); git.log({ token });'],
  ['a list called log', 'const log = []; log.push(password); log.with(0, token);'],
  ['a local function called log', 'function log(x) { queue.add(x); } log(password);'],
  ['a local console', 'function f(console) { console.draw(token); }'],
  ['errors without secrets', 'throw new AuthError("bad token", { userId }); throw new Error(`no ${secretName}`); Promise.reject(new Error("no password"));'],
  ['a shadowed name', 'const secret = process.env.SECRET; function f(secret: number) { console.log(secret); }'],
  ['a name of a secret that a variable holds', 'const secretName = process.env.API_SECRET; throw new Error(`no ${secretName}`);'],
  ['a place in a text', 'console.log(token.offset, token); throw new ParseError({ tokenValue: options?.tokenValue ?? token.value });'],
  ['a walk along a list', 'function f(chunk) { let a = chunk, b = chunk; while (a) { const c = a.next; b = a.previous; a = c; b = b.next.previous; console.log(a.start, b.end, a, b, c); } }'],
  ['a generator of names', 'for (const key in secrets) console.log(key);'],
];

describe('secrets by name', () => runCases(leaks, clean));

test('a name in a test file is low, an AWS value medium', () => {
  expect(find('console.log(password);', { isTestFile: true }).map(({ severity }) => severity)).toEqual(['low']);
  const text = "const r = await c.send(new GetSecretValueCommand({ SecretId: 'x' })); console.log(r.SecretString);";
  expect(find(text, { isTestFile: true }).map(({ severity }) => severity)).toEqual(['medium']);
});

test.each([
  ['console.log(process.env);', 'logged-environment', 'The whole environment reaches console.log.'],
  ['log.warn(process.env.API_KEY);', 'logged-environment', 'The environment variable "API_KEY" reaches log.warn.'],
  ['console.log(user.password);', 'logged-secret', '"password" reaches console.log.'],
  ['console.log(getToken());', 'logged-secret', 'What "getToken" returns reaches console.log.'],
  ['console.log(req.headers.cookie);', 'logged-request', 'The "cookie" header reaches console.log.'],
  ['throw new Error(`bad ${apiKey}`);', 'secret-in-error', '"apiKey" reaches the message of an error.'],
  ['const f = (v) => console.log(v); f(password);', 'logged-secret', '"password" reaches console.log through "f".'],
])('says what reaches what: %s', (text, kind, message) => {
  expect(find(text).map((problem) => [problem.kind, problem.message])).toEqual([[kind, message]]);
});

test('a literal inside is masked wherever it is shown', () => {
  const value = ['q8Zt', 'V3nK', 'x2Lw', 'P7rD'].join('');
  const text = `console.log(apiKey.concat("${value}"));`;
  const start = text.indexOf('"');
  expect(find(text)[0]?.secretRanges).toEqual([[start, start + value.length + 2]]);
});
