import { mkdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { getErrorCode } from './errors.ts';
import { writeFileAtomically } from './write-file.ts';

/**
 * A file of the user's cache, which can be deleted at any time; undefined where there is none. Not kept in a repository: whoever hands
 * one over could then say what is not to be looked at.
 */
export function readCacheFile(name: string): Buffer | undefined {
  try {
    return readFileSync(path.join(getCacheFolder(), name));
  } catch {
    return undefined;
  }
}

/** Whole or not at all. Gives one line if it cannot be written, which costs time and nothing else. */
export async function writeCacheFile(name: string, bytes: Uint8Array): Promise<string | undefined> {
  const file = path.join(getCacheFolder(), name);
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    await writeFileAtomically(file, bytes, { mode: 0o600 });
    return undefined;
  } catch (error) {
    return `nothing is kept for the next run: ${path.dirname(file)} cannot be written (${getErrorCode(error) ?? 'see its permissions and the room on its disk'})`;
  }
}

/** XDG Base Directory Specification; File System Programming Guide of macOS; Known Folders of Windows. */
function getCacheFolder(): string {
  const { XDG_CACHE_HOME: xdg = '', LOCALAPPDATA: local = '' } = process.env;
  if (path.isAbsolute(xdg)) return path.join(xdg, 'paramguard');
  if (process.platform === 'win32' && path.isAbsolute(local)) return path.join(local, 'paramguard');
  return process.platform === 'darwin' ? path.join(homedir(), 'Library', 'Caches', 'paramguard') : path.join(homedir(), '.cache', 'paramguard');
}
