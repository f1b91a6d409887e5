import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createUnpacker, type Unpacker } from '../../kernel/unpack.ts';
import { readPackIndex } from './pack-index.ts';
import { readPackObjects } from './pack-objects.ts';
import { walkPack, type PackWalk, type VisitBlob } from './pack-walk.ts';
import { getObjectFolders, type Repository } from './repository.ts';

export type PackVisit<State> = Pick<PackWalk<State>, 'shortestSpan' | 'sizeLimit' | 'visit'>;

/** A walk through each pack of the repository, one after the other. What cannot be read is left out: git is asked for it. */
export function* openPacks<State>(repository: Repository, visit: PackVisit<State>): Generator<Generator<number>> {
  // other object ids would have to be checked in another way
  const unpacker = repository.idLength === 20 ? createUnpacker() : undefined;
  if (unpacker === undefined) return;
  for (const folder of getObjectFolders(repository)) for (const file of listPacks(path.join(folder, 'pack'))) yield walkFile(file, repository, unpacker, visit);
}

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

/** A pack that goes away or is written anew while it is read is met as an error of the system, or by what no longer fits. */
function* walkFile<State>(file: string, { idLength }: Repository, unpacker: Unpacker, visit: PackVisit<State>): Generator<number> {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    const index = readPackIndex(file.replace(/pack$/u, 'idx'), idLength);
    const objects = index === undefined ? undefined : readPackObjects(descriptor, index);
    if (index !== undefined && objects !== undefined) yield* walkPack({ ...visit, visit: checkSamples(visit.visit), index, objects, unpacker, descriptor });
  } catch (error) {
    if (!isSystemError(error) && !(error instanceof WrongIdError)) throw error;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** A pack in which an object is not what its index says. */
class WrongIdError extends Error {}

/**
 * Git checks all ids when it fetches, and none when it reads; what is unpacked has a checksum of its own. So some ids are checked, which
 * costs little: a pack with a wrong one is left to git.
 */
const checkSamples =
  <State>(visit: VisitBlob<State>): VisitBlob<State> =>
  (id, content, kept) => {
    if (((id.at(-1) ?? 0) & 63) === 0 && !createHash('sha1').update(`blob ${String(content.length)}\0`).update(content).digest().equals(id)) throw new WrongIdError();
    return visit(id, content, kept);
  };

const isSystemError = (error: unknown): boolean => error instanceof Error && 'syscall' in error;
