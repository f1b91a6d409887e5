import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { prepareEnvironment, safety } from '../git.ts';

/** A repository whose history is read; bare ones, linked work trees and submodules too. */
export interface Repository {
  /** Where git is started. */
  readonly folder: string;
  /** What all work trees of the repository share; holds `objects`. */
  readonly gitFolder: string;
  /** It is a linked work tree, with refs of its own. */
  readonly isLinked: boolean;
  /** Bytes of an object id: 20 of SHA-1, 32 of SHA-256. */
  readonly idLength: number;
  /** The history was cut when it was fetched. */
  readonly isShallow: boolean;
}

/** Throws `UserError` where there is no repository that git can read. */
export function openRepository(folder: string): Repository {
  prepareHistoryEnvironment();
  const result = spawnSync('git', ['--no-pager', ...safety, 'rev-parse', '--git-common-dir', '--git-dir', '--is-shallow-repository', '--show-object-format'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [common, own = '', shallow, format] = result.status === 0 ? result.stdout.split('\n') : [];
  if (common === undefined || common === '') throw new UserError('--history needs a git repository that git can read, and git on the PATH');
  return { folder, gitFolder: path.resolve(folder, common), isLinked: path.resolve(folder, own) !== path.resolve(folder, common), idLength: format === 'sha256' ? 32 : 20, isShallow: shallow === 'true' };
}

/** Replacements and grafts tell of another history than the one that was published. */
function prepareHistoryEnvironment(): void {
  prepareEnvironment();
  Object.assign(process.env, { GIT_NO_REPLACE_OBJECTS: '1', GIT_GRAFT_FILE: '/dev/null' });
}

/** Folders of objects: the repository's own, and those it borrows from (gitrepository-layout, objects/info/alternates). */
export function getObjectFolders({ gitFolder }: Repository): string[] {
  const folders = [path.join(gitFolder, 'objects')];
  for (const folder of folders) {
    for (const line of readLines(path.join(folder, 'info', 'alternates'))) {
      const other = path.resolve(folder, line);
      if (line !== '' && !line.startsWith('#') && !folders.includes(other) && folders.length < mostFolders) folders.push(other);
    }
  }
  return folders;
}

const mostFolders = 50;

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
