import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findGitFolders } from './git/folders.ts';
import { inflateSized } from './git/inflate.ts';

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
    return packed.length > mostPacked ? undefined : readObject(inflateSized(packed, getSize, mostInflated));
  } catch {
    return undefined;
  }
}

const mostPacked = 1_048_576;
const mostInflated = 33_554_432;

interface Head {
  readonly type: string;
  readonly size: number;
  /** Where the content begins. */
  readonly end: number;
}

/** `TYPE SIZE NUL content`. */
function readHead(object: Buffer): Head | undefined {
  const end = object.indexOf(0);
  const [type = '', size = '', ...more] = end < 5 || end > 32 ? [] : object.toString('latin1', 0, end).split(' ');
  return types.includes(type) && /^\d{1,9}$/u.test(size) && more.length === 0 ? { type, size: Number(size), end: end + 1 } : undefined;
}

const types: readonly string[] = ['blob', 'tree', 'commit', 'tag'];

function getSize(start: Buffer): number | undefined {
  const head = readHead(start);
  return head === undefined ? undefined : head.end + head.size;
}

function readObject(object: Buffer): GitObject | undefined {
  const head = readHead(object);
  const content = object.subarray(head?.end);
  return head?.size === content.length ? { type: head.type, content } : undefined;
}

function findObjects(root: string): string {
  const own = process.env['GIT_OBJECT_DIRECTORY'];
  return own === undefined ? path.join(findGitFolders(root).common, 'objects') : path.resolve(root, own);
}
