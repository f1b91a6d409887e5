import { execFile, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath, platform } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fakeKeys } from '../support/aws-environment.ts';
import { answerFrom, fail, startFaultServer, type Call, type FaultServer, type Reply } from '../support/fault-server.ts';

const secret = ['s3', 'cr', '3t'].join('~');
let home = '';
let withAws = '';
let withoutAws = '';
let server: FaultServer | undefined;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'paramguard-exec-'));
  withAws = await bundle('with-aws.cjs', []);
  // the SDK cannot be found from there, so that loading it fails
  withoutAws = await bundle('without-aws.cjs', ['@aws-sdk/*']);
});
afterAll(() => rm(home, { recursive: true, force: true }));
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function bundle(name: string, external: string[]): Promise<string> {
  const outfile = join(home, name);
  const contents = `
    import { exec } from './src/commands/exec.ts';
    import { readOptions } from './src/commands/options.ts';
    import { UserError } from './src/io/errors.ts';
    import { say } from './src/io/terminal.ts';
    Promise.resolve().then(() => exec(readOptions(process.argv.slice(2)), process.cwd())).then((code) => process.exit(code), (error) => {
      if (!(error instanceof UserError)) throw error;
      say(error.message);
      process.exit(2);
    });`;
  await build({ stdin: { contents, resolveDir: process.cwd(), loader: 'ts' }, bundle: true, platform: 'node', format: 'cjs', outfile, external, logLevel: 'silent' });
  return outfile;
}

async function serve(answer: (call: Call) => Reply | Promise<Reply>): Promise<Record<string, string>> {
  server = await startFaultServer(answer);
  return { ...fakeKeys, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_SSM: server.endpoint };
}

interface Result {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const base = { PATH: process.env['PATH'] ?? '' };

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}, file = withAws): Promise<Result> {
  return new Promise((resolve) => {
    const child = execFile(execPath, [file, 'exec', ...args], { cwd: home, env: { ...base, HOME: home, USERPROFILE: home, ...env } }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : (child.exitCode ?? -1), stdout, stderr });
    });
  });
}

const print = (...names: string[]): string[] => ['--', execPath, '-p', `JSON.stringify(${JSON.stringify(names)}.map((name) => process.env[name] ?? null))`];
const evaluate = (code: string): string[] => ['--', execPath, '-e', code];

describe('exec', () => {
  it('gives the command the values and its other variables', async () => {
    const env = await serve((call) => answerFrom({ '/prod/x': secret, name: `${secret}\n2` }, call));
    const result = await run(print('A', 'B', 'C'), { ...env, A: 'ssm:///prod/x', B: 'ssm://name', C: 'plain' });
    expect(result).toEqual({ code: 0, stderr: '', stdout: `${JSON.stringify([secret, `${secret}\n2`, 'plain'])}\n` });
  });

  it('asks once for a parameter that two variables take', async () => {
    const env = await serve((call) => answerFrom({ '/x': secret }, call));
    expect((await run(print('A', 'B'), { ...env, A: 'ssm:///x', B: 'ssm:///x' })).stdout).toBe(`${JSON.stringify([secret, secret])}\n`);
    expect(server?.calls.map(({ input }) => input.Names)).toEqual([['/x']]);
  });

  it('does not load AWS without a reference', async () => {
    expect(await run(print('A'), { A: 'https://x', AWS_REGION: 'eu-west-1' }, withoutAws)).toMatchObject({ code: 0, stdout: '["https://x"]\n' });
    expect((await run(print('A'), { A: 'ssm:///x', AWS_REGION: 'eu-west-1' }, withoutAws)).code).toBe(2);
  });

  it('does not hand on what it sets for the SDK', async () => {
    const env = await serve((call) => answerFrom({ '/x': secret }, call));
    const result = await run(print('AWS_EC2_METADATA_DISABLED', 'AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'), { ...env, A: 'ssm:///x' });
    expect(result.stdout).toBe('[null,null]\n');
  });

  it('passes arguments on as they are, without a shell', async () => {
    const result = await run(['--', execPath, '-p', 'JSON.stringify(process.argv.slice(1))', '--', '--store', '$HOME', 'a b', '*', ';', '']);
    expect(JSON.parse(result.stdout) as unknown).toEqual(['--store', '$HOME', 'a b', '*', ';', '']);
  });

  it('needs a command', async () => {
    const expected = { code: 2, stdout: '', stderr: 'paramguard: exec needs a command: paramguard exec -- COMMAND\n' };
    expect(await run([])).toEqual(expected);
    expect(await run(['--'])).toEqual(expected);
  });

  it.each([0, 1, 3, 255])('ends with the exit code %i of the command', async (code) => {
    expect((await run(evaluate(`process.exit(${String(code)})`))).code).toBe(code);
  });

  it('says that there is no such command, or that it cannot be run', async () => {
    expect(await run(['--', 'no-such-command-anywhere'])).toEqual({ code: 127, stdout: '', stderr: 'paramguard: cannot run no-such-command-anywhere: no such command\n' });
    expect(await run(['--', home])).toMatchObject({ code: 126, stderr: expect.stringContaining('EACCES') as unknown });
  });

  it.skipIf(platform === 'win32')('ends with 128 and the number of the signal that ended the command', async () => {
    expect((await run(evaluate('process.kill(process.pid, "SIGKILL")'))).code).toBe(137);
    expect((await run(evaluate('process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 9999)'))).code).toBe(143);
  });

  it.skipIf(platform === 'win32').each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('hands %s on and waits for the command', async (signal) => {
    const code = `process.on(${JSON.stringify(signal)}, () => { console.log("got it"); process.exit(7); }); setInterval(() => {}, 999); console.log("ready")`;
    const child = spawn(execPath, [withAws, 'exec', ...evaluate(code)], { env: base, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    for (let wait = 0; !output.includes('ready') && wait < 400; wait++) await sleep(25);
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill(signal);
    expect(await ended).toBe(7);
    expect(output).toBe('ready\ngot it\n');
  });
});

describe('exec where a value cannot be read', () => {
  let mark = '';
  beforeEach(() => {
    mark = join(home, `started-${String(Math.random())}`);
  });
  const touch = (): string[] => evaluate(`require("fs").writeFileSync(${JSON.stringify(mark)}, "")`);

  it('starts nothing and says each name', async () => {
    const env = await serve((call) => (call.input.Names?.includes('/denied') === true ? fail('AccessDeniedException') : answerFrom({ '/x': secret }, call)));
    const result = await run(touch(), { ...env, A: 'ssm:///x', B: 'ssm:///gone', C: 'ssm:///denied', D: 'ssm://a/b', E: 'ssm://' });
    expect(result.code).toBe(2);
    expect(result.stderr.split('\n')).toEqual([
      'paramguard: B: /gone does not exist; create it or correct the reference',
      'paramguard: C: /denied: not allowed: grant ssm:GetParameters on it, and kms:Decrypt on its key',
      expect.stringMatching(/^paramguard: D: a\/b: not a parameter name/u),
      expect.stringMatching(/^paramguard: E: : not a parameter name/u),
      'paramguard: nothing was started',
      '',
    ]);
    await expect(readFile(mark)).rejects.toThrow('ENOENT');
    expect(JSON.stringify(result)).not.toContain(secret);
  });

  it('says once what holds for all names', async () => {
    const result = await run(touch(), { AWS_REGION: 'eu-west-1', A: 'ssm:///x', B: 'ssm:///y' });
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toMatch(/^paramguard: Parameter Store: no AWS credentials[^\n]+\nparamguard: nothing was started\n$/u);
    await expect(readFile(mark)).rejects.toThrow('ENOENT');
  });

  it('gives up after the time it was given', async () => {
    const env = await serve(() => 'hang');
    const result = await run(['--store-timeout', '0.5', ...touch()], { ...env, A: 'ssm:///x' });
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('within 500 ms') as unknown });
  });

  it('refuses a value that no environment can hold', async () => {
    const env = await serve((call) => answerFrom({ '/x': `${secret}\0` }, call));
    const result = await run(touch(), { ...env, A: 'ssm:///x' });
    expect(result).toMatchObject({ code: 2, stderr: expect.stringContaining('NUL') as unknown });
    expect(result.stderr).not.toContain(secret);
  });
});

describe('exec --dotenv', () => {
  const option = '--dotenv';
  const write = async (text: string): Promise<string> => {
    await writeFile(join(home, '.env.test'), text);
    return '.env.test';
  };

  it('fills in what the environment does not set', async () => {
    const env = await serve((call) => answerFrom({ '/file': secret, '/env': `${secret}e` }, call));
    const file = await write('# comment\nexport A="ssm:///file"\nB=ssm:///gone\nC=\'x y\' # z\nD=1\nD=2\nE=ssm:///gone\n');
    const result = await run([option, file, ...print('A', 'B', 'C', 'D', 'E')], { ...env, B: 'ssm:///env', E: '' });
    expect(result).toEqual({ code: 0, stderr: '', stdout: `${JSON.stringify([secret, `${secret}e`, 'x y', '2', ''])}\n` });
  });

  it('fails where a quote is not closed', async () => {
    const file = await write('A="open\nB=1\n');
    expect(await run([option, file, ...print('A')])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('a quote is opened') as unknown });
  });

  it('starts nothing where there is no such file', async () => {
    const result = await run([option, 'missing.env', ...print('A')]);
    expect(result).toMatchObject({ stdout: '', stderr: expect.stringContaining('missing.env') as unknown });
    expect(result.code).not.toBe(0);
  });
});

it('reads past a byte order mark', async () => {
  await writeFile(join(home, '.env.bom'), '\uFEFFA=1\n');
  expect(await run(['--dotenv', '.env.bom', ...print('A')])).toMatchObject({ code: 0, stdout: '["1"]\n' });
});
