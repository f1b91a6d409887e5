import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
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

/** Added and changed files of the index with their content. Throws `UserError` outside a repository. */
export function readStagedFiles(root: string, sizeLimit: number): { files: StagedFile[]; tooLarge: string[] } {
  const raw = runGit(root, ['diff', '--cached', '--raw', '-z', '--no-renames', '--no-abbrev', '--no-ext-diff', '--no-textconv', '--diff-filter=AMT']);
  if (raw === undefined) throw new UserError('--staged needs a git repository and git on the PATH');
  const entries = parseRawDiff(raw.toString('utf8'));
  if (entries.length === 0) return { files: [], tooLarge: [] };
  const content = runGit(root, ['cat-file', '--batch'], `${entries.map(({ id }) => id).join('\n')}\n`);
  if (content === undefined) throw new UserError('git could not read the staged files');
  return splitBatch(content, entries, sizeLimit);
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
function splitBatch(content: Buffer, entries: readonly RawEntry[], sizeLimit: number): { files: StagedFile[]; tooLarge: string[] } {
  const files: StagedFile[] = [];
  const tooLarge: string[] = [];
  let offset = 0;
  for (const entry of entries) {
    const end = content.indexOf(10, offset);
    const size = Number(content.toString('latin1', offset, end).split(' ')[2]);
    if (end === -1 || Number.isNaN(size)) throw new UserError(`git could not read the staged file ${entry.path}`);
    if (size > sizeLimit) tooLarge.push(entry.path);
    else files.push({ path: entry.path, bytes: content.subarray(end + 1, end + 1 + size) });
    offset = end + size + 2;
  }
  return { files, tooLarge };
}

/**
 * A repository's own configuration can name programs for git to run (fsmonitor, hooks, pagers, remote helpers); none of them is
 * wanted for reading.
 */
const safety = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null', '-c', 'protocol.allow=never', '-c', 'core.quotePath=false'];

function runGit(root: string, args: readonly string[], input?: string): Buffer | undefined {
  const result = spawnSync('git', ['--no-pager', ...safety, ...args], {
    cwd: root,
    env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', GIT_NO_LAZY_FETCH: '1' },
    input: input ?? '',
    maxBuffer: 4 * 1024 ** 3,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return result.status === 0 ? result.stdout : undefined;
}
