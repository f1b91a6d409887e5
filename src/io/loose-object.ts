import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';

/**
 * Reads the blobs that git keeps in files of their own, as it does with what was just added (gitrepository-layout, objects): no
 * process is needed for them. Undefined for what is not there, is large, or is no blob; git itself can then be asked.
 */
export function createLooseReader(root: string): (id: string) => Uint8Array | undefined {
  let folder: string | undefined;
  return (id) => {
    try {
      folder ??= findObjects(root);
      const packed = readFileSync(path.join(folder, id.slice(0, 2), id.slice(2)));
      return packed.length > mostPacked ? undefined : readBlob(inflateSync(packed, { maxOutputLength: mostInflated }));
    } catch {
      return undefined;
    }
  };
}

const mostPacked = 1_048_576;
const mostInflated = 33_554_432;

/** `blob SIZE NUL content`. */
function readBlob(object: Buffer): Uint8Array | undefined {
  const end = object.subarray(0, 32).indexOf(0);
  const size = /^blob (?<size>\d{1,9})$/u.exec(object.toString('latin1', 0, end))?.groups?.['size'];
  const content = object.subarray(end + 1);
  return Number(size) === content.length ? content : undefined;
}

/** Linked work trees and submodules have a file in the place of `.git` that says where it is; the former share their objects. */
function findObjects(root: string): string {
  const own = process.env['GIT_OBJECT_DIRECTORY'];
  if (own !== undefined) return path.resolve(root, own);
  const folder = path.resolve(root, process.env['GIT_DIR'] ?? readLine(path.join(root, '.git'), 'gitdir: ') ?? '.git');
  return path.join(path.resolve(folder, readLine(path.join(folder, 'commondir')) ?? ''), 'objects');
}

function readLine(file: string, start = ''): string | undefined {
  try {
    const line = readFileSync(file, 'utf8').trimEnd();
    return line.startsWith(start) ? line.slice(start.length) : undefined;
  } catch {
    return undefined;
  }
}
