import { closeSync, fstatSync, fsyncSync, lstatSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, unlinkSync, writeFileSync, type Stats } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { getErrorCode } from './errors.ts';

/**
 * A file of the user's cache, which can be deleted at any time; undefined where there is none, or where others may have written it. Not kept in
 * a repository: whoever hands one over could then say what is not to be looked at.
 */
export function readCacheFile(name: string): Buffer | undefined {
  try {
    const descriptor = openSync(path.join(getCacheFolder(), name), 'r');
    try {
      return isOwn(fstatSync(descriptor)) ? readFileSync(descriptor) : undefined;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return undefined;
  }
}

/** The folder that the environment names may be one that others write to. Windows has no such numbers. */
const isOwn = ({ uid, mode }: Stats): boolean => process.platform === 'win32' || (uid === process.getuid?.() && (mode & 0o022) === 0);

export interface CacheFailure {
  readonly line: string;
  /** The disk is, which its user wants to know; a folder that cannot be written was meant so. */
  readonly isFull: boolean;
}

/** Whole or not at all. Where it cannot be written, that costs time and nothing else, and nothing is made. What needs not outlast a power cut is not waited for. */
export function writeCacheFile(name: string, make: () => Uint8Array, { isLasting = true } = {}): CacheFailure | undefined {
  const file = path.join(getCacheFolder(), name);
  // a rename is atomic only inside one file system
  const temporary = `${file}.${String(process.pid)}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeAll(temporary, make, isLasting);
    renameSync(temporary, file);
    dropOld(path.dirname(file));
    return undefined;
  } catch (error) {
    remove(temporary);
    const code = getErrorCode(error) ?? 'see its permissions and the room on its disk';
    return { line: `nothing is kept for the next run: ${path.dirname(file)} cannot be written (${code})`, isFull: code === 'ENOSPC' || code === 'EDQUOT' };
  }
}

function writeAll(file: string, make: () => Uint8Array, isLasting: boolean): void {
  const descriptor = openSync(file, 'w', 0o600);
  try {
    writeFileSync(descriptor, make());
    if (isLasting) fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What no run has written for so many days is of no use to the next one: folders come and go. */
const mostDays = 60;

function dropOld(folder: string): void {
  const before = Date.now() - mostDays * 86_400_000;
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if ((lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? before) < before) remove(file);
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // it was never there, or somebody else has removed it
  }
}

/** XDG Base Directory Specification; File System Programming Guide of macOS; Known Folders of Windows. */
function getCacheFolder(): string {
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = process.env;
  if (path.isAbsolute(xdg)) return path.join(xdg, 'paramguard');
  if (process.platform === 'win32' && path.isAbsolute(local)) return path.join(local, 'paramguard');
  return process.platform === 'darwin' ? path.join(homedir(), 'Library', 'Caches', 'paramguard') : path.join(homedir(), '.cache', 'paramguard');
}
