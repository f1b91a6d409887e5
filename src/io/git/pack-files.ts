import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';
import { readPackIndex, type PackIndex } from './pack-index.ts';
import { readPackObjects, type PackObjects } from './pack-objects.ts';
import { getObjectFolders, type Repository } from './repository.ts';

/** A pack, with what its index and the heads of its entries tell. */
export interface PackFile {
  readonly index: PackIndex;
  readonly objects: PackObjects;
  readonly descriptor: number;
  /** All of it, in memory that threads share, unless it is large. */
  readonly bytes: Uint8Array | undefined;
}

/** The packs of the repository and of those it borrows from. What cannot be read is left out: git is asked for it. To be closed. */
function openPackFiles(repository: Repository): readonly PackFile[] {
  // other object ids would have to be checked in another way
  if (repository.idLength !== 20) return [];
  let room = mostHeld;
  return listAllPacks(repository).flatMap((file) => {
    const pack = openPackFile(file, repository, room);
    room -= pack?.bytes?.length ?? 0;
    return pack ?? [];
  });
}

/** How many bytes they would be; packs that go away meanwhile count nothing. */
export const measurePacks = (repository: Repository): number => (repository.idLength === 20 ? listAllPacks(repository).reduce((sum, file) => sum + (lstatSync(file, { throwIfNoEntry: false })?.size ?? 0), 0) : 0);

/** Packs that are opened when they are first asked for. */
export interface Packs {
  open(): readonly PackFile[];
  /** None where nobody asked. What was held of them is let go: from now on little is read. */
  getOpen(): readonly PackFile[];
  close(): void;
}

export function createPacks(repository: Repository): Packs {
  let packs: readonly PackFile[] | undefined;
  return {
    open: () => (packs ??= openPackFiles(repository)),
    getOpen: () => (packs = packs?.map((pack) => ({ ...pack, bytes: undefined }))) ?? [],
    close() {
      for (const { descriptor } of packs ?? []) closeSync(descriptor);
      packs = undefined;
    },
  };
}

/** A pack that goes away or is written anew while it is read is met as an error of the system, or by what no longer fits. */
export const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** What of the packs is read at once: versions that are packed against each other stand far apart. */
const mostHeld = 128 << 20;

const listAllPacks = (repository: Repository): string[] => getObjectFolders(repository).flatMap((folder) => listPacks(path.join(folder, 'pack')));

function listPacks(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pack'))
      .sort()
      .map((name) => path.join(folder, name));
  } catch {
    return [];
  }
}

function openPackFile(file: string, { idLength }: Repository, room: number): PackFile | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const index = readPackIndex(file.replace(/pack$/u, 'idx'), idLength);
    const bytes = readWhole(descriptor, room);
    const objects = index === undefined ? undefined : readPackObjects(descriptor, index, bytes);
    if (index !== undefined && objects !== undefined) {
      const pack = { index, objects, descriptor, bytes };
      descriptor = undefined;
      return pack;
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
  return undefined;
}

function readWhole(descriptor: number, room: number): Uint8Array | undefined {
  const { size } = fstatSync(descriptor);
  if (size > room) return undefined;
  const bytes = new Uint8Array(new SharedArrayBuffer(size));
  let length = 0;
  for (let count = -1; count !== 0 && length < size; length += count) count = readSync(descriptor, bytes, length, size - length, length);
  return length === size ? bytes : undefined;
}
