import type { Config } from '../../core/config.ts';
import { getErrorCode } from '../../io/errors.ts';
import { describeFailure, openFile, readInto, type Stamp } from '../../io/read-file.ts';
import { getRoom, glance, isClear, isEmpty, scanBytes, type ScannedFile } from '../../pipeline.ts';

/** What one file of the work tree gave. */
export type Examined =
  /** No file, or a link to another one of the tree. */
  | { readonly state: 'skipped' }
  | { readonly state: 'unread'; readonly reason: string }
  /** Something may be in it, and the file is one that somebody else is to read. */
  | { readonly state: 'deferred' }
  | { readonly state: 'clean'; readonly byteCount: number; readonly reading: Reading; readonly stamp?: Stamp | undefined }
  | { readonly state: 'seen'; readonly byteCount: number; readonly reading: Reading; readonly file: ScannedFile };

/** What says all of a file, and nothing of what is in it. */
export type Settled = Extract<Examined, { readonly state: 'skipped' | 'clean' }>;

export const isSettled = (examined: Examined): examined is Settled => examined.state === 'skipped' || examined.state === 'clean';

/** How bytes were made a text. */
export type Reading = (typeof readings)[number];

export const readings = ['usual', 'binary', 'latin1', 'broken'] as const;

/** Files in which something may be are deferred if `isOthers` says so of their size. */
export type Examine = (path: string, isOthers?: (byteCount: number) => boolean) => Promise<Examined>;

/** The same on every thread of a run. */
export function createExamine({ root, config, sizeLimit, patience, jobs, isStamped }: Examining): Examine {
  const room = getRoom(config);
  let last: Stamp | undefined;
  const onStamp = isStamped ? (stamp: Stamp): void => void (last = stamp) : undefined;
  return async (path, isOthers = () => false) => {
    const bytes = readInto(room, root, path, sizeLimit, { mostAtOnce, onStamp });
    const stamp = last;
    if (bytes === 'large') return examineLarge(path, { root, config, sizeLimit, patience, jobs });
    if (bytes === 'skip') return { state: 'skipped' };
    if (!(bytes instanceof Uint8Array)) return { state: 'unread', ...bytes };
    const glancing = glance(path, bytes, config);
    const glanced = glancing instanceof Promise ? await glancing : glancing;
    if (isClear(glanced)) return { state: 'clean', byteCount: bytes.length, reading: getReading(glanced.encoded), stamp };
    if (glanced.sight !== undefined && isOthers(bytes.length)) return { state: 'deferred' };
    return { ...judge(await scanBytes(root, path, bytes, config, glanced), bytes), stamp };
  };
}

/** Larger files are looked at piece by piece. */
const mostAtOnce = 8_388_608;

export interface Examining {
  readonly root: string;
  readonly config: Config;
  readonly sizeLimit: number;
  /** Milliseconds that one file may take. */
  readonly patience: number;
  /** Threads that may look at one large file, this one among them; undefined for as many as pay. */
  readonly jobs: number | undefined;
  /** Whether it is told of clean files when they were written last. */
  readonly isStamped: boolean;
}

/** It stops itself where it takes too long. */
async function examineLarge(path: string, { root, config, patience, jobs }: Omit<Examining, 'isStamped'>): Promise<Examined> {
  try {
    const { scanLarge } = await import('./large-file.ts');
    const file = openFile(root, path);
    try {
      const scanned = await scanLarge(file, { root, path, config, getRoom: getRoom(config), patience, jobs });
      if (scanned === undefined) return { state: 'unread', reason: 'too large for text of UTF-16 or UTF-32; save it as UTF-8, or put it under "ignore" in the config' };
      if ('reason' in scanned) return { state: 'unread', ...scanned };
      const found = { byteCount: file.size, reading: getReading(scanned.decoded) };
      return isClean(scanned) ? { state: 'clean', ...found, stamp: file.stamp } : { state: 'seen', ...found, file: scanned };
    } finally {
      file.close();
    }
  } catch (error) {
    if (getErrorCode(error) === undefined) throw error;
    const failure = describeFailure(error, path);
    return failure === 'skip' ? { state: 'skipped' } : { state: 'unread', ...failure };
  }
}

/** Also for bytes that come from elsewhere. What is kept has its own copy of them. */
export function judge(file: ScannedFile, bytes: Uint8Array): Examined {
  const found = { byteCount: bytes.length, reading: getReading(file.decoded) };
  return isClean(file) ? { state: 'clean', ...found } : { state: 'seen', ...found, file: { ...file, bytes: new Uint8Array(bytes) } };
}

/** Nothing of it is asked for again. */
const isClean = (file: ScannedFile): boolean => isEmpty(file) && file.unread.length === 0 && !file.source.text.includes('paramguard-');

function getReading({ isBinary, encoding }: Pick<ScannedFile['decoded'], 'isBinary' | 'encoding'>): Reading {
  if (isBinary) return 'binary';
  return encoding === 'latin1' ? 'latin1' : encoding === 'broken utf-8' ? 'broken' : 'usual';
}
