import { spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { command, git, makeFolder, put, root, run, type Outcome } from '../support/command.ts';
import { fake } from '../support/fake.ts';

describe.skipIf(process.platform === 'win32')('Ctrl-C', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends a history while git still lists it', async (signal) => {
    expect(await runCut(makeHistory(3), signal, 'log')).toMatchObject({ code: 2, stderr: 'paramguard: .: the run was cut short before all versions were looked at\n' });
  });

  it('ends it with what was found so far', async () => {
    const folder = makeHistory(150);
    // what is not packed is asked of git: all to look at it, then some at a time
    const { code, stdout, stderr } = await runCut(folder, 'SIGINT', 'cat-file', 2);
    expect(code).toBe(2);
    expect(stderr).toBe('paramguard: .: the run was cut short: 128 of 150 versions that may hold a secret were read\n');
    expect(JSON.parse(stdout)).toMatchObject({ findings: { length: 128 } });
    expect(run(folder, ['scan', '--history', '--format', 'json'])).toMatchObject({ code: 1, stderr: '' });
  });
});

describe('threads of a history', () => {
  it('change nothing in the report, and may die', () => {
    const folder = makeHistory(30);
    const args = ['scan', '--history', '--format', 'json'];
    const alone = run(folder, [...args, '--jobs', '1'], { XDG_CACHE_HOME: makeFolder() });
    expect(JSON.parse(alone.stdout)).toMatchObject({ findings: { length: 30 } });
    expect(run(folder, [...args, '--jobs', '3'], { XDG_CACHE_HOME: makeFolder() })).toEqual(alone);
    const copy = makeFolder();
    cpSync(path.dirname(command), copy, { recursive: true });
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
    put(copy, 'worker.cjs', `throw new Error('out of order');`);
    return expect(start(folder, process.execPath, [path.join(copy, 'paramguard.cjs'), ...args, '--jobs', '3']).ended).resolves.toEqual({ ...alone, stderr: 'paramguard: a worker thread ended before its time; its versions are looked at without it\n' });
  });
});

describe('versions with what was there before', () => {
  it.each(['', ' // paramguard-disable-line -- made up'])('are told by the first one that counts: "%s"', (comment) => {
    const folder = makeFolder();
    git(folder, 'init', '-q');
    for (let round = 0; round < 24; round++) {
      const tokens = [0, round % 3].map((number) => `const token${String(round)} = '${fake.githubToken(String(number))}';${round < 5 ? comment : ''}\n`);
      put(folder, 'a.js', tokens.join(''));
      git(folder, 'add', '-A');
      git(folder, 'commit', '-q', '-m', 'change', '--date', `${String(1_600_000_000 + round)} +0000`);
    }
    const args = ['scan', '--history', '--format', 'json'];
    const alone = run(folder, [...args, '--jobs', '1'], { XDG_CACHE_HOME: makeFolder() });
    expect(JSON.parse(alone.stdout)).toMatchObject({ findings: { length: 3 } });
    expect(run(folder, [...args, '--jobs', '2'], { XDG_CACHE_HOME: makeFolder() })).toEqual(alone);
    expect(run(folder, [...args, '--jobs', '4'], { XDG_CACHE_HOME: makeFolder() })).toEqual(alone);
  });
});

/** A secret in each of many files. */
function makeHistory(count: number): string {
  const folder = makeFolder();
  git(folder, 'init', '-q');
  for (let file = 0; file < count; file++) put(folder, `src/${String(file)}.js`, `const token = '${fake.githubToken(String(file))}';\n`);
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'change');
  return folder;
}

/** With a git of which one command waits, after so many times. */
async function runCut(folder: string, signal: NodeJS.Signals, name: string, after = 0): Promise<Outcome> {
  const tools = makeFolder({ git: `#!/bin/sh\nPATH=$REAL_PATH\ncase " $* " in *" ${name} "*) echo >> "$0.calls"; if [ "$(wc -l < "$0.calls")" -gt ${String(after)} ]; then : > "$0.waits"; exec sleep 60; fi;; esac\nexec git "$@"\n` });
  chmodSync(path.join(tools, 'git'), 0o755);
  const { child, ended } = start(folder, process.execPath, [command, 'scan', '--history', '--format', 'json', '--jobs', '1'], { PATH: `${tools}:${process.env['PATH'] ?? ''}`, REAL_PATH: process.env['PATH'] ?? '' });
  await expect.poll(() => existsSync(path.join(tools, 'git.waits')), { timeout: 30_000 }).toBe(true);
  child.kill(signal);
  return ended;
}

function start(folder: string, program: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): { readonly child: ReturnType<typeof spawn>; readonly ended: Promise<Outcome> } {
  const child = spawn(program, args, { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, XDG_CACHE_HOME: makeFolder(), ...env } });
  const outputs = Promise.all([child.stdout, child.stderr].map(async (stream) => (await stream.toArray()).join('')));
  const code = new Promise<number | null>((resolve) => void child.on('close', resolve));
  return { child, ended: Promise.all([code, outputs]).then(([status, [stdout = '', stderr = '']]) => ({ code: status, stdout, stderr })) };
}
