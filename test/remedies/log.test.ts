import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import type { Problem } from '../../src/core/problem.ts';
import type { Proposal } from '../../src/core/remedy.ts';
import type { LogSite } from '../../src/core/sites/log.ts';
import { log } from '../../src/remedies/log.ts';
import { parsers } from '../ecmascript/parsers.ts';
import { find } from '../flow/support.ts';

const propose = (text: string, problem: Problem, site: LogSite): Proposal =>
  log.propose({ text, problem, site, parametersBelowPrefix: [], project: { dependencies: new Set(), prefix: '' } });

const isLogSite = (site: Problem['site']): site is LogSite => site?.carrier === 'log';

/** Applies the proposals of every problem at once. */
function mend(text: string): string {
  const edits = find(text).flatMap((problem) => {
    const proposal = isLogSite(problem.site) ? propose(text, problem, problem.site) : undefined;
    return proposal?.edits ?? [];
  });
  return applyEdits(text, edits);
}

describe('prints a mask', () => {
  test.each([
    ['an argument', "console.log('key', apiKey);", "console.log('key', '[redacted]');"],
    ['a member in double quotes', 'console.log("key", cfg.db.password);', 'console.log("key", "[redacted]");'],
    ['a part of a template', 'logger.info(`key ${apiKey} of ${user}`);', 'logger.info(`key [redacted] of ${user}`);'],
    ['a part of a template with spaces', 'logger.info(`key ${ apiKey! }`);', 'logger.info(`key [redacted]`);'],
    ['a choice in a template', "logger.info(`key ${apiKey ?? 'none'}`);", "logger.info(`key ${'[redacted]' ?? 'none'}`);"],
    ['a sum', "process.stdout.write('token=' + accessToken + '\\n');", "process.stdout.write('token=' + '[redacted]' + '\\n');"],
    ['a shorthand property', "const l = log.child({ clientSecret, a: 'b' });", "const l = log.child({ clientSecret: '[redacted]', a: 'b' });"],
    ['a property', "logger.info({ token: session.token }, 'up');", "logger.info({ token: '[redacted]' }, 'up');"],
    ['a deep property', 'logger.error({ config: err.config, headers: err.config.headers });', "logger.error({ config: '[redacted]', headers: '[redacted]' });"],
    ['a spread object', "const base = { a: 'b', password: process.env.DB_PASSWORD }; console.log({ ...base, host });", "const base = { a: 'b', password: process.env.DB_PASSWORD }; console.log({ redacted: '[redacted]', host });"],
    ['spread arguments', 'console.log(...secrets);', "console.log('[redacted]');"],
    ['the environment', 'console.error(JSON.stringify(process.env, null, 2));', "console.error(JSON.stringify('[redacted]', null, 2));"],
    ['a cast', "console.log('a', (token as string));", "console.log('a', ('[redacted]'));"],
    ['an error', 'throw new Error(`bad ${token}`);', 'throw new Error(`bad [redacted]`);'],
    ['two at once', 'console.log(password, `${token}`);', "console.log('[redacted]', `[redacted]`);"],
    ['an awaited getter', "console.log('x', await vault.getSecret('db'));", "console.log('x', '[redacted]');"],
    ['an argument of a helper that only prints it', 'const say = (m, v) => console.log(m, v); say("x", password);', 'const say = (m, v) => console.log(m, v); say("x", "[redacted]");'],
    ['a chalk template', 'console.log(chalk`{red ${token}}`);', 'console.log(chalk`{red [redacted]}`);'],
  ])('%s', (_title, text, expected) => {
    const mended = mend(text);
    expect(mended).toBe(expected);
    expect(() => parsers.oxc(mended)).not.toThrow();
    expect(find(mended)).toEqual([]);
  });
});

describe('says why there is no edit', () => {
  test.each([
    ['console.log(token = await login());', 'the expression changes something besides being printed: move it out of the log call first'],
    ['console.log(store.token ?? store.setToken(secret.next().value));', undefined],
    ['const show = (v) => { console.log(v); connect(v); }; show(password);', 'the called function needs the value for more than the log: mask it where it is printed'],
  ])('%s', (text, reason) => {
    const [problem] = find(text);
    if (problem === undefined || !isLogSite(problem.site)) throw new Error('no problem with a site');
    const proposal = propose(text, problem, problem.site);
    expect('reason' in proposal ? proposal.reason : undefined).toBe(reason && `No edit is safe here: ${reason}.`);
  });
});

describe('Python', () => {
  const site = (text: string, part: string, place: LogSite['place']): LogSite => {
    const start = text.indexOf(part);
    return { carrier: 'log', language: 'python', range: [start, start + part.length], place };
  };
  const problem: Problem = { ruleId: 'no-logged-secrets', kind: 'logged-secret', severity: 'high', range: [0, 0], message: '', secretRanges: [] };

  test.each([
    ['print(f"Password: {my_password}")', '{my_password}', 'template-part', 'print(f"Password: [redacted]")'],
    ['print("v = " + value)', 'value', 'expression', 'print("v = " + "[redacted]")'],
    ["print('value1 = ' + password )", 'password', 'expression', "print('value1 = ' + '[redacted]' )"],
    ['print(value)', 'value', 'expression', 'print("[redacted]")'],
  ] as const)('%s', (text, part, place, expected) => {
    const proposal = propose(text, problem, site(text, part, place));
    expect(applyEdits(text, proposal.edits ?? [])).toBe(expected);
  });
});
