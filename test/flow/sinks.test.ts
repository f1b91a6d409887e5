import { describe, expect, test } from 'vitest';
import { findLoggedSecrets, mayLog } from '../../src/flow/logged-secrets.ts';
import { parsers } from '../ecmascript/parsers.ts';
import { type Clean, find, type Leak, runCases } from './support.ts';

const leaks: Leak[] = [
  ...['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table', 'group'].map((method): Leak => [`console.${method}`, `console.${method}(password);`, 'password']),
  ['console.assert', 'console.assert(ok, password);', 'password'],
  ['a method by a string', 'console["log"](password);', 'password'],
  ['globalThis.console', 'globalThis.console.log(password); window.console.log(token);', 'password', 'token'],
  ['a destructured console', 'const { log, error: fail } = console; log(password); fail(token);', 'password', 'token'],
  ['a bound console', 'const print = console.log.bind(console, "x"); print(password);', 'password'],
  ['an alias of a method', 'const say = console.info; say(password);', 'password'],
  ['call and apply', 'console.log.call(console, password); console.log.apply(console, [user, token]);', 'password', 'token'],
  ['standard streams', 'process.stdout.write(`${password}\\n`); process.stderr.write(token);', 'password', 'token'],
  ['an imported stream', 'import { stdout } from "node:process";\nstdout.write(password);', 'password'],
  ['a descriptor', 'fs.writeSync(1, password);', 'password'],
  ['debug', 'import createDebug from "debug";\nconst d = createDebug("app"); d("x %s", password);', 'password'],
  ['required debug', 'const trace = require("debug")("app:x"); trace(password);', 'password'],
  ['util.debuglog', 'const dbg = util.debuglog("app"); dbg("x %s", password);', 'password'],
  ['winston', 'import winston from "winston";\nconst w = winston.createLogger({}); w.info("x", { password }); winston.warn(token);', 'password', 'token'],
  ['winston with an object', 'const { createLogger } = require("winston"); const out = createLogger(); out.log({ level: "info", message: `x ${token}` });', 'token'],
  ['pino', 'import pino from "pino";\nconst p = pino({ level: "info" }); p.info({ token }, "x"); p.child({ apiKey }).warn("y");', 'token', 'apiKey'],
  ['bunyan', 'const bunyan = require("bunyan"); const b = bunyan.createLogger({ name: "x" }); b.fatal(password);', 'password'],
  ['log4js', 'import log4js from "log4js";\nconst l = log4js.getLogger("x"); l.mark ? l.trace(password) : log4js.getLogger().error(token);', 'password', 'token'],
  ['loglevel, npmlog, consola, signale', 'import ll from "loglevel"; import npmlog from "npmlog"; import { consola } from "consola"; import { Signale } from "signale";\nll.warn(password); npmlog.info("x", token); consola.success(apiKey); const s = new Signale(); s.note(clientSecret);', 'password', 'token', 'apiKey', 'clientSecret'],
  ['tslog', 'import { Logger } from "tslog";\nconst t = new Logger(); t.silly(password); t.getSubLogger({ name: "x" }).info(token);', 'password', 'token'],
  ['Powertools Logger', 'import { Logger } from "@aws-lambda-powertools/logger";\nconst pt = new Logger(); pt.appendKeys({ apiKey }); pt.addPersistentLogAttributes({ token });', 'apiKey', 'token'],
  ['conventional names', 'log.info(password); this.logger.info(token); req.log.error(apiKey); ctx.log.warn(clientSecret); auditLogger.info(dbPassword); this._log.debug(accessToken);', 'password', 'token', 'apiKey', 'clientSecret', 'dbPassword', 'accessToken'],
  ['a function that logs', 'import { log, logError } from "./log";\nlog(password); logError("x", token);', 'password', 'token'],
  ['a logger as a parameter', 'export const make = ({ logger, log }) => { logger.info(password); log(token); };', 'password', 'token'],
  ['levels that other libraries do not have', 'export const f = ({ logger }, password) => { logger.http(`x ${password}`); auditLogger.security(token); };', 'password', 'token'],
  ['a child logger', 'logger.child({ password }).info("x"); const c = log.child({ a: 1 }); c.info(token);', 'password', 'token'],
  ['a variable that is made of itself', 'let part = a.child("x"); part = part.child("y"); let own = log.child({}); own = own.child({ a: 1 }); part.render(token); own.info(password);', 'password'],
  ['Azure Functions and oclif', 'context.log(password); this.log(token); context.log.error(apiKey);', 'password', 'token', 'apiKey'],
  ['GitHub actions', 'import * as core from "@actions/core";\ncore.info(`t ${token}`); core.setFailed(password);', 'token', 'password'],
  ['NestJS', 'import { Logger } from "@nestjs/common";\nclass A { private readonly out = new Logger("A"); run() { Logger.log(password); this.logger.verbose(token); } }', 'password', 'token'],
  ['colours', 'import chalk from "chalk";\nconsole.log(chalk.red(password), chalk`{bold ${token}}`, pc.bold(apiKey));', 'password', 'token', 'apiKey'],
  ['format', 'import { format } from "node:util";\nconsole.log(format("%s", password)); log.info(util.format("%j", { token }));', 'password', 'token'],
  ['an error', 'throw new TypeError("bad " + password);', 'password'],
  ['an error of its own', 'class AuthError extends Error {} function f(token) { return new AuthError(`bad ${token}`, { token }); }', 'token', 'token'],
  ['a thrown call and text', 'if (a) throw createError(401, `bad ${token}`); throw `bad ${password}`;', 'token', 'password'],
  ['a rejection', 'new Promise((resolve, reject) => reject(`bad ${token}`)); Promise.reject(`bad ${password}`);', 'token', 'password'],
  ['an error that is logged', 'logger.error(new Error(`bad ${token}`));', 'token'],
  ['a helper method', 'class A { show(v) { console.log(v); } run() { this.show(this.apiKey); } }', 'this.apiKey'],
  ['an arrow helper with an object', 'const say = (message, meta) => console.log(message, JSON.stringify(meta)); say("x", { user, password });', 'password'],
  ['a helper is asked once', 'function log2(password) { console.log(password); } log2(password);', 'password'],
  ['one value twice', 'console.log(password, password);', 'password', 'password'],
  ['a generic logger with a spread', 'console.log(...secrets); logger.info("x", [...tokens.map((t) => t.accessToken)]);', 'secrets', 'tokens.map((t) => t.accessToken)'],
];

const clean: Clean[] = [
  ['console.clear and others', 'console.clear(password); console.time(); console.countReset(token);'],
  ['an assertion', 'console.assert(password, "no password");'],
  ['level tests', 'logger.isLevelEnabled(token); logger.setLevel(secret); log.on("x", token);'],
  ['streams of others', 'child.stdin.write(password); res.write(token); socket.write(secret); stream.write(apiKey);'],
  ['an error class as a value', 'class TokenError extends Error { constructor(token) { super("bad token"); this.token = token; } }'],
  ['resolve', 'new Promise((resolve) => resolve(password));'],
  ['a helper that does not print', 'function use(v) { console.log(v.length); connect(v); } use(password);'],
  ['recursion', 'function f(n) { return n === 0 ? 1 : f(n - 1); } const a = () => b(); const b = () => a(); console.log(f(3), a());'],
  ['a cycle of variables', 'let a = b; let b = a; a = b; console.log(a, b);'],
];

describe('sinks', () => runCases(leaks, clean));

test('further loggers can be named', () => {
  const text = 'audit.record(password); telemetry.track("x", { token }); report(apiKey); other.track(secret);';
  const marked = find(text, { loggers: ['audit', 'telemetry.track', 'report'] }).map(({ range }) => text.slice(...range));
  expect(marked).toEqual(['password', 'token', 'apiKey']);
  expect(find(text)).toEqual([]);
});

test('a text without a sink is not looked at', () => {
  expect(mayLog('export const add = (a, b) => a + b; login(password); catalog();')).toBe(false);
  expect(mayLog('audit.record(x)', ['audit'])).toBe(true);
  const program = parsers.oxc('export const x = 1;');
  expect(findLoggedSecrets(Object.freeze({ ...program, body: [] }), 'export const x = 1;')).toEqual([]);
});

test('an effect is not replaced away', () => {
  const text = 'console.log(token = await login(), rotateSecret(), password);';
  expect(find(text).map(({ site }) => site !== undefined && 'refusal' in site)).toEqual([true, false]);
});
