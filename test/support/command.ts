import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

export const root = path.resolve(import.meta.dirname, '../..');
export const command = path.join(root, 'dist/bin/paramguard.cjs');

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Not in the folder that is scanned, which is also its user's home. */
const cache = mkdtempSync(path.join(tmpdir(), 'paramguard-cache-'));
afterAll(() => rmSync(cache, { recursive: true, force: true }));

/** A temporary folder with files, gone after the test. */
export function makeFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'paramguard-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) put(folder, name, content);
  return folder;
}

export function put(folder: string, name: string, content: string | Uint8Array): void {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), content);
}

/** Runs the built command, without any AWS set-up of the machine. */
export function run(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome {
  const result = spawnSync(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8', env: { ...cleanEnvironment(), HOME: folder, XDG_CACHE_HOME: cache, ...env }, timeout: 60_000 });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** The same while the test goes on, such as to answer the command. */
export function runAsync(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [command, ...args], { cwd: folder, encoding: 'utf8', env: { ...cleanEnvironment(), HOME: folder, XDG_CACHE_HOME: cache, ...env }, timeout: 60_000 }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode, stdout, stderr });
    });
  });
}

export function git(folder: string, ...args: readonly string[]): Outcome {
  const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main', '-c', 'commit.gpgsign=false'];
  const result = spawnSync('git', [...identity, ...args], { cwd: folder, encoding: 'utf8', env: { ...cleanEnvironment(), HOME: folder, GIT_CONFIG_NOSYSTEM: '1' } });
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:AWS_|GIT_|FORCE_COLOR|NO_COLOR)/u.test(name)));
}

/** An inventory as `paramguard sync` writes it. */
export const inventory = (names: readonly string[], takenAt = new Date(Date.now() - 180_000)): string =>
  JSON.stringify({
    paramguard: 1,
    takenAt: takenAt.toISOString(),
    account: '123456789012',
    region: 'eu-west-1',
    parameters: Object.fromEntries(names.map((name) => [name, { type: 'SecureString', version: 7 }])),
  });
