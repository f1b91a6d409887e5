import { readdirSync, type Dirent } from 'node:fs';
import type { Unread } from '../core/problem.ts';
import { getErrorCode } from './errors.ts';

export interface Walked {
  /** Relative to the root, with forward slashes; folders of packages that were not gone into have one at the end. */
  readonly files: readonly string[];
  readonly unread: readonly (Unread & { readonly path: string })[];
}

/** Everything below a folder but `.git`; links are named and not followed. */
export function walk(root: string, folder: string, isSkipping: boolean): Walked {
  const files: string[] = [];
  const unread: (Unread & { path: string })[] = [];
  // ends with a slash, or is empty for the root
  const open = [folder === '.' ? '' : `${folder}/`];
  while (open.length > 0) {
    const parent = open.pop() ?? '';
    for (const entry of readFolder(`${root}/${parent}`, (reason) => void unread.push({ path: parent === '' ? '.' : parent, reason }))) {
      const file = `${parent}${entry.name}`;
      if (entry.name === '.git') continue;
      if (!entry.isDirectory()) files.push(file);
      else if (isSkipping && entry.name === 'node_modules') files.push(`${file}/`);
      else open.push(`${file}/`);
    }
  }
  return { files, unread };
}

function readFolder(absolute: string, onFailure: (reason: string) => void): readonly Dirent[] {
  try {
    return readdirSync(absolute, { withFileTypes: true });
  } catch (error) {
    const code = getErrorCode(error) ?? 'unknown error';
    // gone since it was listed
    if (code !== 'ENOENT') onFailure(`this folder cannot be read (${code}); check its permissions or put it under "ignore" in the config`);
    return [];
  }
}
