import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { BlobEntry } from '../git-blobs.ts';
import { readLoose, type GitObject } from '../loose-object.ts';
import { findGitFolders, readLine, type GitFolders } from './folders.ts';
import { readIndex, type CachedTree, type StagedIndex } from './index-file.ts';
import { createPackedReader } from './packed-object.ts';

/**
 * Added and changed files of the index, as `git diff --cached` tells them, without starting git: that alone takes as long as reading ten
 * files. Undefined for whatever is unusual; git is asked then.
 */
export function readStaged(root: string): BlobEntry[] | undefined {
  try {
    const folders = findGitFolders(root);
    if (decisive.some((name) => process.env[name] !== undefined) || isUnusual(folders)) return undefined;
    const index = readIndex(path.resolve(root, process.env['GIT_INDEX_FILE'] ?? path.join(folders.own, 'index')));
    const read = createReader(path.join(folders.common, 'objects'));
    const head = index === undefined ? undefined : findHead(folders);
    return index === undefined || head === undefined ? undefined : compare(index, head === '' ? '' : readTreeOf(head, read), read);
  } catch {
    return undefined;
  }
}

/** Set by whoever wants another repository than the one that lies there. */
const decisive = ['GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_ALTERNATE_OBJECT_DIRECTORIES', 'GIT_NAMESPACE', 'GIT_REPLACE_REF_BASE'];

/** Another format of objects or of refs, a work tree elsewhere, settings in other files, or objects that stand for others. */
const isUnusual = ({ common }: GitFolders): boolean =>
  /^[ \t]*\[[ \t]*(?:extensions|include)|^[ \t]*worktree[ \t]*=/mu.test(readFileSync(path.join(common, 'config'), 'latin1').toLowerCase()) || existsSync(path.join(common, 'refs/replace'));

/** The id of the commit that is checked out; empty before the first one, undefined for a ref that is not plain. */
function findHead({ own, common }: GitFolders): string | undefined {
  const head = readLine(path.join(own, 'HEAD')) ?? '';
  const packed = readText(path.join(common, 'packed-refs'));
  if (packed.includes(' refs/replace/')) return undefined;
  if (isId(head)) return head;
  const name = /^ref: (?<name>refs\/heads\/[^\s\\]{1,200})$/u.exec(head)?.groups?.['name'];
  if (name === undefined || name.includes('..')) return undefined;
  const loose = readLine(path.join(common, name));
  const id = loose ?? new RegExp(`^([\\da-f]{40}) ${name.replace(/[.*+?^${}()|[\]]/gu, '\\$&')}$`, 'mu').exec(packed)?.[1] ?? '';
  return id === '' || isId(id) ? id : undefined;
}

const isId = (text: string): boolean => /^[\da-f]{40}$/u.test(text);

function readText(file: string): string {
  try {
    return existsSync(file) ? readFileSync(file, 'latin1') : '';
  } catch {
    return '';
  }
}

type Read = (id: string, type: string) => Buffer;

/** Throws for an object that is neither loose nor in a pack of the repository, and for too many. */
function createReader(folder: string): Read {
  const readPacked = createPackedReader(folder);
  let count = 0;
  return (id, type) => {
    const object: GitObject | undefined = readLoose(folder, id) ?? readPacked(id);
    if (object?.type !== type || ++count > mostRead) throw new RangeError(`no ${type}`);
    return object.content;
  };
}

/** With more folders that have changed git itself is faster. */
const mostRead = 200;

const readTreeOf = (commit: string, read: Read): string => /^tree (?<id>[\da-f]{40})$/mu.exec(read(commit, 'commit').toString('latin1', 0, 46))?.groups?.['id'] ?? '';

/** Folders that git knows to be the same are passed over. */
function compare(index: StagedIndex, head: string, read: Read): BlobEntry[] | undefined {
  const changed: BlobEntry[] = [];
  const visit = (prefix: string, cached: CachedTree | undefined, treeId: string): boolean => {
    const known = treeId === '' ? new Map<string, TreeEntry>() : readTree(read(treeId, 'tree'));
    while (index.hasEntry()) {
      const file = index.getPath();
      if (!file.startsWith(prefix)) break;
      const slash = file.indexOf('/', prefix.length);
      const name = file.slice(prefix.length, slash === -1 ? undefined : slash);
      const before = known.get(name);
      if (slash === -1) {
        if (!isPlain(index, before, (entry) => changed.push(entry), file) || !index.skip(1)) return false;
        continue;
      }
      const folder = cached?.folders.get(name);
      const old = before?.mode === folderMode ? before.id : '';
      if (folder !== undefined && folder.count > 0 && folder.id === old ? !index.skip(folder.count) : !visit(`${prefix}${name}/`, folder, old)) return false;
    }
    return true;
  };
  return visit('', index.tree, head) ? changed : undefined;
}

/** Regular files alone are told; whether the entry can be told at all. */
function isPlain(index: StagedIndex, before: TreeEntry | undefined, tell: (entry: BlobEntry) => void, file: string): boolean {
  const mode = index.getMode();
  const id = index.getId();
  if ((mode & 0o170_000) === 0o100_000 && !(before?.id === id && before.mode === mode)) tell({ path: Buffer.from(file, 'latin1').toString('utf8'), id });
  return (mode & 0o170_000) !== folderMode;
}

const folderMode = 0o40_000;

interface TreeEntry {
  readonly mode: number;
  readonly id: string;
}

/** Mode in octal, space, name, NUL, id. */
function readTree(bytes: Buffer): Map<string, TreeEntry> {
  const entries = new Map<string, TreeEntry>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const end = bytes.indexOf(0, space);
    if (space === -1 || end === -1 || end + 21 > bytes.length) throw new RangeError('no tree');
    entries.set(bytes.toString('latin1', space + 1, end), { mode: Number.parseInt(bytes.toString('latin1', at, space), 8), id: bytes.toString('hex', end + 1, end + 21) });
    at = end + 21;
  }
  return entries;
}
