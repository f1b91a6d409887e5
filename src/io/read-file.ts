import { closeSync, constants, fstatSync, lstatSync, openSync, readSync, realpathSync, type Stats } from 'node:fs';
import path from 'node:path';
import type { Unread } from '../core/problem.ts';
import { getErrorCode } from './errors.ts';

/** Gives room for at least so many bytes. What it gave before is then overwritten. */
export type GetRoom = (length: number) => Uint8Array;

/** What tells a file that was written, moved or replaced since: its inode, and when its content and its state changed, in milliseconds. */
export type Stamp = readonly [inode: number, modified: number, changed: number];

const toStamp = ({ ino, mtimeMs, ctimeMs }: Stats): Stamp => [ino, mtimeMs, ctimeMs];

/** Of a regular file, without reading it; undefined where there is none. */
export function readStamp(root: string, file: string): { readonly stamp: Stamp; readonly size: number } | undefined {
  try {
    const stat = lstatSync(toAbsolute(root, file), { throwIfNoEntry: false });
    return stat?.isFile() === true ? { stamp: toStamp(stat), size: stat.size } : undefined;
  } catch {
    return undefined;
  }
}

const toAbsolute = (root: string, file: string): string => (path.isAbsolute(file) ? file : `${root}/${file}`);

/** Most files are read at once. */
const firstRead = 65_536;

/** The bytes of a regular file, or why they cannot be had. Links are never followed. */
export function readBytes(root: string, file: string, sizeLimit: number): Uint8Array | Unread | 'skip' {
  const bytes = readInto((length) => Buffer.allocUnsafe(length), root, file, sizeLimit);
  return bytes === 'large' ? { reason: describeTooLarge(undefined, sizeLimit) } : bytes;
}

interface Reading {
  readonly mostAtOnce?: number;
  /** Called before anything is read. */
  readonly onStamp?: ((stamp: Stamp) => void) | undefined;
}

/** The same without a new buffer for each file; nothing of one of more than `mostAtOnce` bytes. */
export function readInto(getRoom: GetRoom, root: string, file: string, sizeLimit: number, { mostAtOnce = Infinity, onStamp }: Reading = {}): Uint8Array | Unread | 'skip' | 'large' {
  const absolute = toAbsolute(root, file);
  let descriptor: number;
  try {
    descriptor = openPlain(absolute);
  } catch (error) {
    return getErrorCode(error) === 'ELOOP' ? judgeLink(root, absolute) : describeFailure(error, file);
  }
  try {
    onStamp?.(toStamp(fstatSync(descriptor)));
    return readAll(descriptor, getRoom, sizeLimit, mostAtOnce);
  } catch (error) {
    return describeFailure(error, file);
  } finally {
    closeSync(descriptor);
  }
}

/** Throws for a link. Without O_NONBLOCK a named pipe would wait for a writer for ever. */
const openPlain = (absolute: string): number => openSync(absolute, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));

/** A file that is read piece by piece. */
export interface OpenFile {
  readonly size: number;
  readonly stamp: Stamp;
  /** How many bytes came from a place on; fewer than asked for at the end. */
  read(room: Uint8Array, length: number, from: number): number;
  close(): void;
}

/** One that `readInto` has found to be a regular file. */
export function openFile(root: string, file: string): OpenFile {
  const descriptor = openPlain(toAbsolute(root, file));
  const stat = fstatSync(descriptor);
  return {
    size: stat.size,
    stamp: toStamp(stat),
    read: (room, length, from) => readSync(descriptor, room, 0, length, from),
    close: () => closeSync(descriptor),
  };
}

/** Pipes and terminals refuse to be read from a position, so that a small file needs no further question. */
function readAll(descriptor: number, getRoom: GetRoom, sizeLimit: number, mostAtOnce: number): Uint8Array | Unread | 'large' {
  const room = getRoom(firstRead);
  const first = readSync(descriptor, room, 0, firstRead, 0);
  if (first < firstRead && first <= sizeLimit) return room.subarray(0, first);
  const stat = fstatSync(descriptor);
  if (!stat.isFile()) return { reason: notRegular };
  if (stat.size > sizeLimit) return { reason: describeTooLarge(stat.size, sizeLimit) };
  return stat.size > mostAtOnce ? 'large' : readRest(descriptor, getRoom(stat.size), stat.size);
}

function readRest(descriptor: number, room: Uint8Array, size: number): Uint8Array {
  let length = 0;
  while (length < size) {
    const count = readSync(descriptor, room, length, size - length, length);
    if (count === 0) break;
    length += count;
  }
  return room.subarray(0, length);
}

/** A link to a file of the same tree adds nothing; any other is not looked at, and that is said. */
function judgeLink(root: string, absolute: string): Unread | 'skip' {
  try {
    const target = realpathSync(absolute);
    const relative = path.relative(realpathSync(root), target);
    if (!relative.startsWith('..') && !path.isAbsolute(relative)) return 'skip';
    return { reason: 'a link out of the tree, not followed; put it under "ignore" in the config' };
  } catch (error) {
    const what = getErrorCode(error) === 'ELOOP' ? 'a link that leads back to itself' : 'a link that leads nowhere';
    return { reason: `${what}; remove it or put it under "ignore" in the config` };
  }
}

const notRegular = 'no regular file (a pipe, socket or device); remove it or put it under "ignore" in the config';

export function describeFailure(error: unknown, file: string): Unread | 'skip' {
  const code = getErrorCode(error) ?? 'unknown error';
  if (code === 'EISDIR') return 'skip';
  if (code === 'ESPIPE' || code === 'EAGAIN') return { reason: notRegular };
  if (code === 'ENOENT' && file.includes('\uFFFD')) return { reason: 'its name is not valid UTF-8; rename it, or put it under "ignore" in the config' };
  // deleted from the work tree and still in the index
  if (code === 'ENOENT') return 'skip';
  return { reason: `cannot be read (${code}); check its permissions or put it under "ignore" in the config` };
}

export const describeTooLarge = (size: number | undefined, limit: number): string =>
  `too large (${size === undefined ? '' : `${describeSize(size)}, `}limit ${describeSize(limit)}); raise --max-file-size or put it under "ignore" in the config`;

const describeSize = (bytes: number): string => (bytes < 1_048_576 ? `${String(Math.ceil(bytes / 1024))} KB` : `${String(Math.round(bytes / 1_048_576))} MB`);
