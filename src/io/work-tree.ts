import { lstatSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../core/config.ts';
import type { Unread } from '../core/problem.ts';
import { createFolderTest, findSkippedFolders } from '../core/skipped-folders.ts';
import { getErrorCode } from './errors.ts';
import { findWorkTree, listGitFiles } from './git.ts';
import { createMatcher } from './globs.ts';
import { readBytes } from './read-file.ts';
import { walk, type Walked } from './walk.ts';

export interface Listing {
  /** Relative to the root, with forward slashes. */
  readonly paths: readonly string[];
  readonly unread: readonly (Unread & { readonly path: string })[];
  /** Folders that were not gone into, with a slash at the end. */
  readonly skipped: readonly string[];
  /** Repositories within this one that are none of its own, with a slash at the end. */
  readonly nested: readonly string[];
}

/** The files below `paths` (relative to `root`): what git lists where there is a repository, else everything but `.git`; without what others wrote or a build made. */
export async function listFiles(root: string, paths: readonly string[], { ignore, skipFolders }: Pick<Config, 'ignore' | 'skipFolders'>): Promise<Listing> {
  // very many in a large tree: nothing is kept for each but its path
  let files: readonly string[] = [];
  const unread: (Unread & { path: string })[] = [];
  for (const entry of paths) {
    const found = await listEntry(root, entry, skipFolders === 'on');
    files = files.length === 0 ? found.files : [...files, ...found.files];
    unread.push(...found.unread);
  }
  const isIgnored = await createIgnore(ignore);
  const entries = files.filter((file) => !isIgnored(file)).sort();
  const skipped = skipFolders === 'on' ? findSkippedFolders({ entries, isIgnored: readGitIgnores(root, entries) }).filter((folder) => !isAskedFor(root, paths, folder)) : [];
  const isSkipped = createFolderTest(skipped);
  const kept = entries.filter((file, index) => file !== entries[index - 1] && !isSkipped(file));
  return { paths: kept.filter((file) => !file.endsWith('/')), unread, skipped, nested: findWorkTree(root) === undefined ? [] : kept.filter((file) => file.endsWith('/')) };
}

/** What one argument stands for: a file, a folder, or a pattern. */
async function listEntry(root: string, entry: string, isSkipping: boolean): Promise<Walked> {
  const kind = getKind(path.resolve(root, entry));
  const relative = toRelative(root, root, entry) || '.';
  if (kind === 'folder') return listFolder(root, relative, isSkipping);
  const files = kind === 'file' ? [relative] : kind === 'missing' && /[*?[{]/u.test(entry) ? await expand(root, entry) : [];
  const reason = kind === 'missing' ? 'no such file or folder; check the path' : `cannot be read (${kind}); check its permissions`;
  return { files, unread: files.length > 0 ? [] : [{ path: entry, reason }] };
}

/** The user named it, or something in it. */
const isAskedFor = (root: string, paths: readonly string[], folder: string): boolean => paths.some((entry) => `${toRelative(root, root, entry)}/`.startsWith(folder));

/** Folders that a `.gitignore` of the tree names: git lists no file of theirs but what is tracked, a walk does. */
function readGitIgnores(root: string, entries: readonly string[]): (folder: string) => boolean {
  if (findWorkTree(root) !== undefined) return () => false;
  const lines = new Map<string, ReadonlySet<string>>();
  for (const entry of entries) {
    if (!/(?:^|\/)\.gitignore$/u.test(entry)) continue;
    const bytes = readBytes(root, entry, 100_000);
    if (bytes instanceof Uint8Array) lines.set(entry.slice(0, -'.gitignore'.length), new Set(Buffer.from(bytes).toString('utf8').split(/\r?\n/u).map((line) => line.trim().replace(/^(?:\*\*)?\/|\/?\*{0,2}$/gu, ''))));
  }
  return (folder) => [...lines].some(([parent, names]) => folder.startsWith(parent) && (names.has(folder.slice(parent.length, -1)) || names.has(/(?<![^/])[^/]+(?=\/$)/u.exec(folder)?.[0] ?? '')));
}

function listFolder(root: string, folder: string, isSkipping: boolean): Walked {
  const files = listGitFiles(root, [folder]);
  return files !== undefined && (files.length > 0 || folder === '.') ? { files, unread: [] } : walk(root, folder, isSkipping);
}

/** What a pattern such as `src/**\/*.env` stands for; git leaves out what is ignored. */
async function expand(root: string, pattern: string): Promise<readonly string[]> {
  const relative = toPosix(pattern).replace(/^(?:\.\/)+/u, '');
  const listed = listGitFiles(root, ['.']);
  if (listed !== undefined) {
    const fits = (await import('picomatch')).default(relative, { dot: true });
    return listed.filter((file) => fits(file));
  }
  const { default: glob } = await import('fast-glob');
  return glob(relative, { cwd: root, dot: true, followSymbolicLinks: false, suppressErrors: true, ignore: ['**/.git/**', '**/.git'] });
}

function getKind(absolute: string): string {
  try {
    const stat = lstatSync(absolute);
    if (stat.isSymbolicLink()) return statSync(absolute).isDirectory() ? 'folder' : 'file';
    return stat.isDirectory() ? 'folder' : 'file';
  } catch (error) {
    const code = getErrorCode(error) ?? 'unknown error';
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'missing' : code === 'ELOOP' ? 'file' : code;
  }
}

/** And no link to one. */
export const isFolder = (root: string, file: string): boolean => lstatSync(path.join(root, file), { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Patterns as .gitignore has them: without a slash they name a file or folder at any depth. */
export async function createIgnore(patterns: readonly string[]): Promise<(file: string) => boolean> {
  if (patterns.length === 0) return () => false;
  const { default: picomatch } = await import('picomatch');
  return createMatcher(picomatch)(patterns);
}

/** Where a path that is relative to `folder` is below `root`; empty for `root` itself. */
export const toRelative = (root: string, folder: string, file: string): string => toPosix(path.relative(root, path.resolve(folder, file)));

const toPosix = (file: string): string => file.split(path.sep).join('/');
