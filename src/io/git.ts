import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { UserError } from './errors.ts';

/** A file in the index: what a commit made now would hold. */
export interface StagedFile {
  /** Relative to the top of the work tree, with forward slashes. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

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

/**
 * Added and changed files of the index with their content. Both git processes are started at the call, so that they run
 * while the caller loads what it needs; `git cat-file` waits for the ids. `onListed` is called as soon as the names are known.
 * Rejects with `UserError` outside a repository.
 */
export async function readStagedFiles(root: string, onListed: (paths: readonly string[]) => void): Promise<StagedFile[]> {
  prepareEnvironment();
  const content = startGit(root, ['cat-file', '--batch'], 'pipe');
  const raw = startGit(root, ['diff', '--cached', '--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--diff-filter=AMT'], 'ignore');
  const listed = await raw.output;
  if (listed === undefined) {
    content.stdin?.end();
    throw new UserError('--staged needs a git repository that git can read, and git on the PATH');
  }
  const entries = parseRawDiff(listed.toString('utf8'));
  content.stdin?.end(entries.map(({ id }) => `${id}\n`).join(''));
  onListed(entries.map((entry) => entry.path));
  const blobs = await content.output;
  if (blobs === undefined) throw new UserError('git could not read the staged files');
  return splitBatch(blobs, entries);
}

interface RawEntry {
  readonly id: string;
  readonly path: string;
}

/** `:oldmode newmode oldid newid status NUL path NUL` (git-diff, raw output format); links and submodules are left out. */
function parseRawDiff(raw: string): RawEntry[] {
  const fields = raw.split('\0');
  const entries: RawEntry[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [, mode = '', , id = ''] = (fields[index] ?? '').split(' ');
    if (mode.startsWith('100')) entries.push({ id, path: fields[index + 1] ?? '' });
  }
  return entries;
}

/** `id type size LF content LF` for each object, in the order asked for (git-cat-file, batch output). */
function splitBatch(content: Buffer, entries: readonly RawEntry[]): StagedFile[] {
  let offset = 0;
  return entries.map((entry) => {
    const end = content.indexOf(10, offset);
    const size = Number(content.toString('latin1', offset, end).split(' ')[2]);
    if (end === -1 || Number.isNaN(size)) throw new UserError(`git could not read the staged file ${entry.path}`);
    offset = end + size + 2;
    return { path: entry.path, bytes: content.subarray(end + 1, end + 1 + size) };
  });
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

interface RunningGit {
  readonly stdin: Writable | null;
  /** Undefined where git is missing or failed. */
  readonly output: Promise<Buffer | undefined>;
}

function startGit(root: string, args: readonly string[], stdin: 'pipe' | 'ignore'): RunningGit {
  const child = spawn('git', ['--no-pager', ...safety, ...args], { cwd: root, stdio: [stdin, 'pipe', 'ignore'] });
  const chunks: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
  // git may end before it has read everything
  child.stdin?.on('error', () => undefined);
  const output = new Promise<Buffer | undefined>((resolve) => {
    child.on('error', () => resolve(undefined));
    child.on('close', (code) => resolve(code === 0 ? Buffer.concat(chunks) : undefined));
  });
  return { stdin: child.stdin, output };
}
