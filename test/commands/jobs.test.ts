import { spawn, spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeProgress } from '../../src/commands/sweep/progress-line.ts';
import { fake } from '../support/fake.ts';
import { command, git, makeFolder, put, root, run, type Outcome } from '../support/command.ts';

describe('scan --jobs', () => {
  it('says the same with one thread and with several', () => {
    const folder = makeTree();
    const [alone, ...others] = ['1', '2', '4'].map((jobs) => run(folder, ['scan', '--store', 'none', '--format', 'json', '--jobs', jobs]));
    expect(alone?.code).toBe(2);
    expect(alone?.stdout).toContain('"files": 400');
    expect(alone?.stderr).toContain('8 files, page-107.blob the first of them: binary');
    for (const other of others) expect(other).toEqual(alone);
  });

  it('reads rules of other scanners on every thread', () => {
    const folder = makeTree();
    put(folder, '.gitleaks.toml', `[[rules]]\nid = "shop-key"\nregex = '''shopkey-[a-z]{8}'''\nkeywords = ["shopkey-"]\n`);
    put(folder, 'page-399.md', `shopkey-${'a'.repeat(4)}bcde\n`);
    const [alone, other] = ['1', '3'].map((jobs) => run(folder, ['scan', '--store', 'none', '--jobs', jobs]));
    expect(alone?.stdout).toContain('page-399.md');
    expect(other).toEqual(alone);
  });

  it('goes on without a worker that dies, and says so', () => {
    const folder = makeTree();
    // takes files, and is at one of them
    const outcome = runWith(folder, `
      const { workerData: { number, work } } = require('node:worker_threads');
      Atomics.add(work.counters, 0, 1);
      Atomics.store(work.places, number, 1);
      throw new Error('out of order');`, '--jobs', '2');
    const alone = run(folder, ['scan', '--store', 'none', '--jobs', '1']);
    expect(outcome.stderr).toContain('a worker thread ended before its time');
    expect(outcome.stderr).not.toContain('out of order');
    expect(outcome).toMatchObject({ code: alone.code, stdout: alone.stdout });
  });

  it('refuses what is no number of threads', () => {
    expect(run(makeFolder(), ['scan', '--jobs', 'many'])).toMatchObject({ code: 2, stderr: 'paramguard: --jobs must be a number above 0, not "many"\n' });
  });
});

describe('scan --timeout', () => {
  const slow = (file: string): string => `paramguard: ${file}: took longer than 0.5 s and was stopped; raise --timeout or put it under "ignore" in the config\n`;

  it('stops a worker at a file that takes too long, and goes on', () => {
    const folder = makeTree();
    const outcome = runWith(folder, `
      const { workerData: { number, work } } = require('node:worker_threads');
      if (number > 0) return;
      Atomics.add(work.counters, 0, 1);
      Atomics.store(work.places, number, 201);
      for (;;);`, '--jobs', '2', '--timeout', '0.5');
    expect(outcome.code).toBe(2);
    const [path = ''] = /^paramguard: page-\d+\.\w+: took longer/mu.exec(outcome.stderr) ?? [];
    expect(outcome.stderr).toContain(slow(path.slice('paramguard: '.length, path.indexOf(': took'))));
    expect(outcome.stdout).toContain('in 399 files');
  });

  it('has a large file tried by a thread that can be stopped', () => {
    const folder = makeFolder({ 'large.txt': `password=${fake.password()}\n${'a '.repeat(150_000)}`, 'small.ts': `export const dbPassword = '${fake.password()}';\n` });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    const hang = `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', () => { for (;;); });
      parentPort.postMessage('ready');`;
    for (const args of [[], ['--staged']]) {
      const outcome = runWith(folder, hang, '--timeout', '0.5', ...args);
      expect({ code: outcome.code, stderr: outcome.stderr }).toEqual({ code: 2, stderr: slow('large.txt') });
      expect(outcome.stdout).toContain('1 leak in 1 file');
    }
  });

  it('names a large file that ends the thread, and looks at it without a thread where none can be had', () => {
    const folder = makeFolder({ 'large.ts': `export const dbPassword = '${fake.password()}';\n${'// a\n'.repeat(60_000)}` });
    const dying = runWith(folder, `const { parentPort } = require('node:worker_threads');
      parentPort.on('message', () => { throw new Error('out of order'); });
      parentPort.postMessage('ready');`);
    expect(dying).toMatchObject({ code: 2, stderr: expect.stringMatching(/^paramguard: large\.ts: takes more memory than there is[^\n]*\n$/u) });
    expect(runWith(folder, `throw new Error('out of order');`)).toMatchObject({ code: 1, stdout: expect.stringContaining('1 leak in 1 file') });
    expect(run(folder, ['scan'])).toMatchObject({ code: 1, stdout: expect.stringContaining('1 leak in 1 file') });
  });
});

describe('Ctrl-C', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('%s ends the run with what was found so far', async (signal) => {
    const folder = makeTree();
    // takes files and keeps them, so that the run waits
    const copy = copyWith(`
      const { workerData: { number, work } } = require('node:worker_threads');
      Atomics.add(work.counters, 0, 1);
      Atomics.store(work.places, number, 1);
      for (;;);`);
    const child = spawn(process.execPath, [path.join(copy, 'paramguard.cjs'), 'scan', '--store', 'none', '--jobs', '2'], { cwd: folder, env: { PATH: process.env['PATH'] } });
    const outputs = Promise.all([child.stdout, child.stderr].map(async (stream) => (await stream.toArray()).join('')));
    const ended = new Promise((resolve) => void child.on('exit', resolve));
    setTimeout(() => child.kill(signal), 2500);
    expect(await ended).toBe(2);
    const [stdout, stderr] = await outputs;
    expect(stderr).toMatch(/^paramguard: \.: the run was cut short: \d+ of 400 files were looked at$/mu);
    expect(stdout).toMatch(/could not be looked at/u);
  });
});

describe('describeProgress', () => {
  it('says how far the work is, and how long it will take', () => {
    const megabyte = 1_048_576;
    expect(describeProgress({ fileCount: 59_063, doneCount: 24_310, byteCount: 112 * megabyte, foundCount: 3, elapsed: 8000 })).toBe('[########            ] 41 %  24,310 of 59,063 files, 112 MB, 3 found, 12 s left');
    expect(describeProgress({ fileCount: 500_000, doneCount: 1000, byteCount: 0, foundCount: 0, elapsed: 1000 })).toContain('8 min 19 s left');
    expect(describeProgress({ fileCount: 0, doneCount: 0, byteCount: 0, foundCount: 0, elapsed: 0 })).toBe('[####################] 100 %  0 of 0 files, 0 MB, 0 found');
  });
});

/** Runs a copy of the command whose workers do something else. */
function runWith(folder: string, worker: string, ...args: readonly string[]): Outcome {
  const result = spawnSync(process.execPath, [path.join(copyWith(worker), 'paramguard.cjs'), 'scan', '--store', 'none', ...args], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

function copyWith(worker: string): string {
  const copy = makeFolder();
  cpSync(path.dirname(command), copy, { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  put(copy, 'worker.cjs', worker);
  return copy;
}

/** Several chunks of files: most clean, some with what a worker can meet. */
function makeTree(): string {
  const folder = makeFolder();
  for (let number = 0; number < 400; number++) put(folder, ...makeFile(number));
  return folder;
}

function makeFile(number: number): [name: string, content: string | Uint8Array] {
  if (number % 50 === 7) return [`page-${String(number)}.blob`, Uint8Array.from({ length: 300 }, (_, index) => index % 256)];
  if (number % 50 === 9) return [`page-${String(number)}.ts`, `export const dbPassword = '${fake.password()}';\n`];
  if (number % 50 === 11) return [`page-${String(number)}.py`, `name = ssm.get_parameter(Name='/prod/shop/key-${String(number)}', WithDecryption=True)\n`];
  if (number % 50 === 13) return [`page-${String(number)}.yaml`, `a: [b\n  password: "${fake.password()}`];
  if (number === 20) return ['page-20.txt', Buffer.from([0x63, 0x61, 0x66, 0xe9, 0x0a])];
  return [`page-${String(number)}.md`, `Page ${String(number)}, and nothing else.\n`];
}
