import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Repository } from './repository.ts';

/**
 * A hash of all that refs are made of: while it is the same, they lead to the same commits (gitrepository-layout). Undefined where they may be
 * kept elsewhere, too: in work trees, in a reftable.
 */
export function hashRefs({ gitFolder, isLinked }: Repository): string | undefined {
  if (isLinked || ['worktrees', 'reftable'].some((name) => existsSync(path.join(gitFolder, name)))) return undefined;
  try {
    const hash = createHash('sha256');
    addFile(hash, path.join(gitFolder, 'HEAD'), mustLead);
    if (existsSync(path.join(gitFolder, 'packed-refs'))) addFile(hash, path.join(gitFolder, 'packed-refs'), () => true);
    return addFolder(hash, path.join(gitFolder, 'refs'), 0) > mostFiles ? undefined : hash.digest('hex');
  } catch {
    return undefined;
  }
}

const mostFiles = 5000;
const deepest = 50;

/** Gives how many files there are. Throws for what is no file and no folder. */
function addFolder(hash: Hash, folder: string, depth: number): number {
  let count = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(folder, entry.name);
    if (depth > deepest || count > mostFiles || (!entry.isFile() && !entry.isDirectory())) throw new RangeError('unusual');
    hash.update(`${entry.name}\0`);
    if (entry.isDirectory()) count += addFolder(hash, file, depth + 1);
    else {
      addFile(hash, file, mustLead);
      count++;
    }
    hash.update('\0');
  }
  return count;
}

function addFile(hash: Hash, file: string, isUsual: (text: string) => boolean): void {
  const bytes = readFileSync(file);
  if (!isUsual(bytes.toString('latin1', 0, Math.min(bytes.length, 20)))) throw new RangeError('unusual');
  hash.update(`${String(bytes.length)}\0`).update(bytes);
}

/** To a commit, or to another ref that is looked at here. */
const mustLead = (text: string): boolean => /^(?:[\da-f]{20}|ref: refs\/)/u.test(text);
