import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, lstat, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { getErrorCode, UserError } from './errors.ts';

/**
 * Writes a file whole or not at all: a reader sees the old file or the new one. `mode` is the permission bits; without
 * it the old file's stay. Throws a UserError for a link, a folder, a device or a read-only file, and where the folder cannot be written.
 */
export async function writeFileAtomically(
  path: string,
  data: string | Uint8Array,
  { mode }: { readonly mode?: number } = {},
): Promise<void> {
  const oldMode = await getMode(path);
  // a rename is atomic only inside one file system
  const temporary = join(dirname(path), `.paramguard-${randomUUID()}.tmp`);
  try {
    await writeAndSync(temporary, data, mode ?? oldMode);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw toWriteError(path, error);
  }
}

/** Why a file could not be replaced, if it could not: for finding it out before anything else is done. */
export async function getWriteObstacle(path: string): Promise<string | undefined> {
  const stats = await lstat(path);
  if (!stats.isFile()) return 'is a link, a folder or a device';
  // root may write it all the same, and was asked not to
  if ((stats.mode & 0o222) === 0) return 'is read-only';
  const isWritable = await Promise.all([access(path, constants.W_OK), access(dirname(path), constants.W_OK)]).then(
    () => true,
    () => false,
  );
  return isWritable ? undefined : 'or its folder cannot be written';
}

/** The system's own message would name the temporary file. */
export function toWriteError(path: string, error: unknown): unknown {
  const code = getErrorCode(error);
  return code?.startsWith('E') === true && !code.startsWith('ERR_') ? new UserError(`${path} cannot be written: ${code}`) : error;
}

/** A rename would put a file in the place of a link or of `/dev/stdout`: better said than done. */
async function getMode(path: string): Promise<number | undefined> {
  const stats = await lstat(path).catch(() => undefined);
  // missing, or in a folder that the write will fail in
  if (stats === undefined) return undefined;
  if (!stats.isFile()) throw new UserError(`${path} is not written: it is a link, a folder or a device`);
  // a rename would get around it
  if ((stats.mode & 0o222) === 0) throw new UserError(`${path} is not written: it is read-only`);
  return stats.mode & 0o7777;
}

async function writeAndSync(path: string, data: string | Uint8Array, mode: number | undefined): Promise<void> {
  const handle = await open(path, 'wx', mode === undefined ? 0o666 : 0o600);
  try {
    await handle.writeFile(data);
    // the mode given to open is cut by the umask
    if (mode !== undefined) await handle.chmod(mode);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
