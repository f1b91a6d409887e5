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
  const { status, output } = runGit(root, ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', '--', ...paths.map((entry) => `:(literal)${entry}`)]);
  if (status !== 0) return undefined;
  return output.toString('utf8').split('\0').filter((entry) => entry !== '');
}

/** Added and changed files of the index: what a commit made now would bring. Rejects with `UserError` outside a repository. */
export async function listStaged(root: string): Promise<BlobEntry[]> {
  prepareEnvironment();
  const raw = await readGit(root, ['diff', '--cached', ...rawOptions, '--no-renames', '--diff-filter=AMT']);
  if (raw === undefined) throw new UserError('--staged needs a git repository that git can read, and git on the PATH');
  // links and submodules are left out
  return parseRawDiff(raw.toString('utf8')).filter(({ mode }) => mode.startsWith('100'));
}

export const rawOptions = ['--raw', '-z', '--no-abbrev', '--no-ext-diff', '--no-textconv'];

interface RawEntry extends BlobEntry {
  /** Of the new side, in octal: `100644`. */
  readonly mode: string;
  /** One letter. */
  readonly status: string;
}

/** `:oldmode newmode oldid newid status NUL path NUL`, with a second path after that of a rename (git-diff, raw output format). */
export function parseRawDiff(raw: string): RawEntry[] {
  const fields = raw.split('\0');
  const entries: RawEntry[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [, mode = '', , id = '', status = ''] = (fields[index] ?? '').split(' ');
    if (status.startsWith('R')) index++;
    entries.push({ id, mode, status: status.charAt(0), path: fields[index + 1] ?? '' });
  }
  return entries;
}

/** Files that differ from the last commit, staged or not, and untracked ones that are not ignored. */
export async function listChanged(root: string): Promise<string[]> {
  prepareEnvironment();
  const status = await readGit(root, ['status', '--porcelain=v2', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=all']);
  if (status === undefined) throw new UserError('--changed needs a git repository that git can read, and git on the PATH');
  // the path stands behind 8 fields, or 10 where a merge has left it in conflict (git-status, porcelain format version 2)
  return status.toString('utf8').split('\0').flatMap((line) => /^(?:1 (?:\S+ ){7}|u (?:\S+ ){9}|\? )(?<path>.+)$/su.exec(line)?.groups?.['path'] ?? []).sort();
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

export function runGit(root: string, args: readonly string[]): { readonly status: number | null; readonly output: Buffer } {
  prepareEnvironment();
  const { status, signal, stdout } = spawnSync('git', ['--no-pager', ...safety, ...args], { cwd: root, maxBuffer: 4 * 1024 ** 3, stdio: ['ignore', 'pipe', 'ignore'] });
  // Ctrl-C reaches git, too
  if (signal === 'SIGINT' || signal === 'SIGTERM') throw new UserError('stopped while git was listing the files');
  return { status, output: stdout ?? Buffer.alloc(0) };
}

/** What git writes, unless each piece is taken as it comes; undefined where git is missing or fails. */
export function readGit(root: string, args: readonly string[], take?: (chunk: Buffer) => void): Promise<Buffer | undefined> {
  const child = spawn('git', ['--no-pager', ...safety, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', take ?? ((chunk: Buffer) => chunks.push(chunk)));
  return new Promise((resolve) => {
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
  });
}
