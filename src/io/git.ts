import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from './errors.ts';
import type { BlobEntry } from './git-blobs.ts';

/** The folder that holds `.git`, at or above `folder`. */
export function findWorkTree(folder: string): string | undefined {
  for (let current = path.resolve(folder); ; current = path.dirname(current)) {
    if (existsSync(path.join(current, '.git'))) return current;
    if (path.dirname(current) === current) return undefined;
  }
}

/** Tracked and untracked files that are not ignored, below `paths`, relative to `root`; undefined where git cannot tell. */
export function listGitFiles(root: string, paths: readonly string[]): string[] | undefined {
  if (findWorkTree(root) === undefined) return undefined;
  const result = runGit(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', ...paths.map((entry) => `:(literal)${entry}`)]);
  if (result === undefined) return undefined;
  return result.toString('utf8').split('\0').filter((entry) => entry !== '');
}

/** Added and changed files of the index: what a commit made now would bring. Rejects with `UserError` outside a repository. */
export async function listStaged(root: string): Promise<BlobEntry[]> {
  prepareEnvironment();
  const raw = await startGit(root, ['diff', '--cached', ...rawOptions, '--no-renames', '--diff-filter=AMT']);
  if (raw === undefined) throw new UserError('--staged needs a git repository that git can read, and git on the PATH');
  return parseRawDiff(raw.toString('utf8'));
}

const rawOptions = ['--raw', '-z', '--no-abbrev', '--no-ext-diff', '--no-textconv'];

/** `:oldmode newmode oldid newid status NUL path NUL` (git-diff, raw output format); links and submodules are left out. */
function parseRawDiff(raw: string): BlobEntry[] {
  const fields = raw.split('\0');
  const entries: BlobEntry[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [, mode = '', , id = ''] = (fields[index] ?? '').split(' ');
    if (mode.startsWith('100')) entries.push({ id, path: fields[index + 1] ?? '' });
  }
  return entries;
}

/**
 * A repository's own configuration can name programs for git to run (fsmonitor, hooks, pagers, remote helpers); none of them is
 * wanted for reading.
 */
export const safety = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'protocol.allow=never', '-c', 'core.quotePath=false'];

/** Set in our own environment, which the children take over: copying it for each of them costs a millisecond. */
export function prepareEnvironment(): void {
  Object.assign(process.env, { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' });
}

function runGit(root: string, args: readonly string[]): Buffer | undefined {
  prepareEnvironment();
  const result = spawnSync('git', ['--no-pager', ...safety, ...args], { cwd: root, maxBuffer: 4 * 1024 ** 3, stdio: ['ignore', 'pipe', 'ignore'] });
  return result.status === 0 ? result.stdout : undefined;
}

/** What git writes; undefined where it is missing or fails. */
function startGit(root: string, args: readonly string[]): Promise<Buffer | undefined> {
  const child = spawn('git', ['--no-pager', ...safety, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve) => {
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
  });
}
