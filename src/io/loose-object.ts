import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { findGitFolders } from './git/folders.ts';

/** An object of git: `blob`, `tree`, `commit` or `tag`. */
export interface GitObject {
  readonly type: string;
  readonly content: Buffer;
}

/**
 * Reads the blobs that git keeps in files of their own, as it does with what was just added (gitrepository-layout, objects): no
 * process is needed for them. Undefined for what is not there, is large, or is no blob; git itself can then be asked.
 */
export function createLooseReader(root: string): (id: string) => Uint8Array | undefined {
  let folder: string | undefined;
  return (id) => {
    folder ??= findObjects(root);
    const object = readLoose(folder, id);
    return object?.type === 'blob' ? object.content : undefined;
  };
}

/** Any object in a file of its own, below a folder of objects. */
export function readLoose(folder: string, id: string): GitObject | undefined {
  try {
    const packed = readFileSync(`${folder}/${id.slice(0, 2)}/${id.slice(2)}`);
    return packed.length > mostPacked ? undefined : readObject(inflateSync(packed, { maxOutputLength: mostInflated }));
  } catch {
    return undefined;
  }
}

const mostPacked = 1_048_576;
const mostInflated = 33_554_432;

/** `TYPE SIZE NUL content`. */
function readObject(object: Buffer): GitObject | undefined {
  const end = object.subarray(0, 32).indexOf(0);
  const { type = '', size } = /^(?<type>[a-z]{3,6}) (?<size>\d{1,9})$/u.exec(object.toString('latin1', 0, end))?.groups ?? {};
  const content = object.subarray(end + 1);
  return Number(size) === content.length ? { type, content } : undefined;
}

function findObjects(root: string): string {
  const own = process.env['GIT_OBJECT_DIRECTORY'];
  return own === undefined ? path.join(findGitFolders(root).common, 'objects') : path.resolve(root, own);
}
