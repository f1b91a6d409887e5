import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where git keeps what is of one work tree, and what all of a repository share. */
export interface GitFolders {
  readonly own: string;
  readonly common: string;
}

/** Linked work trees and submodules have a file in the place of `.git` that says where it is; the former share their objects. */
export function findGitFolders(root: string): GitFolders {
  const own = path.resolve(root, process.env['GIT_DIR'] ?? readLine(path.join(root, '.git'), 'gitdir: ') ?? '.git');
  return { own, common: path.resolve(own, readLine(path.join(own, 'commondir')) ?? '') };
}

/** What follows `start` in a file of one line; undefined for any other. */
export function readLine(file: string, start = ''): string | undefined {
  try {
    // a folder stands there, or nothing: an error would take ten times as long
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return undefined;
    const line = readFileSync(file, 'utf8').trimEnd();
    return line.startsWith(start) ? line.slice(start.length) : undefined;
  } catch {
    return undefined;
  }
}
