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
  let folder = 'the cache folder';
  try {
    const top = getCacheFolder();
    const file = path.join(top, name);
    folder = path.dirname(file);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (![top, folder].every(isOwnFolder)) return describeFailure(folder, 'others can write to it, or it is a link');
    replace(file, make, isLasting);
    dropOld(folder);
    return undefined;
  } catch (error) {
    return describeFailure(folder, getErrorCode(error) ?? 'see its permissions and the room on its disk');
  }
}

const describeFailure = (folder: string, reason: string): CacheFailure => ({ line: `nothing is kept for the next run: ${folder} cannot be written (${reason})`, isFull: reason === 'ENOSPC' || reason === 'EDQUOT' });

/** What is written and removed there is none of somebody else's. */
function isOwnFolder(folder: string): boolean {
  const stat = lstatSync(folder);
  return stat.isDirectory() && isOwn(stat);
}

/** As `writeFileAtomically` does it, but at once: at the end of a process nothing can be waited for. A rename is atomic only inside one file system. */
function replace(file: string, make: () => Uint8Array, isLasting: boolean): void {
  const temporary = `${file}.${String(process.pid)}.tmp`;
  try {
    writeAll(temporary, make, isLasting);
    renameSync(temporary, file);
  } catch (error) {
    remove(temporary);
    throw error;
  }
}

function writeAll(file: string, make: () => Uint8Array, isLasting: boolean): void {
  const descriptor = openSync(file, 'wx', 0o600);
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
