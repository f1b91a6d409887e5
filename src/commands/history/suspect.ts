import type { FileFormat } from '../../core/file-format.ts';
import { isOrdinaryPath } from '../../core/formats.ts';
import { getOrigin } from '../../core/generated.ts';
import { isDotenvPath, isTestPath } from '../../core/paths.ts';
import { getPlaces } from '../../prefilter/given-value.ts';
import { sure, type PlaceSearch } from '../../prefilter/places.ts';
import { getReading } from '../../prefilter/reading.ts';
import { getFileRows } from '../../settings/file-rows.ts';
import type { Sightings, Surroundings } from './sightings.ts';

/** What a path says of the places in its versions. */
export interface Suspect {
  /** In files of this name values have no telling names: every version is read whole. */
  isAlways(path: string): boolean;
  /** Of the places with these hashes those around which a secret may stand in a file of this name. */
  choose(path: string, hashes: readonly number[]): readonly number[];
}

export function createSuspect(sightings: Sightings, search: PlaceSearch): Suspect {
  const byScope = new Map<string, Scope>();
  const byPath = new Map<string, Scope>();
  const open = (path: string): Scope => {
    const name = getScope(path);
    const scope = byScope.get(name) ?? { answers: new Map<number, boolean>(), judge: search.openPath(path) };
    byScope.set(name, scope);
    byPath.set(path, scope);
    return scope;
  };
  return {
    isAlways: (path) => isDotenvPath(path) || (!isOrdinaryPath(path) && getFileRows(path).some(isOfSomeFiles)),
    choose(path, hashes) {
      const { answers, judge } = byPath.get(path) ?? open(path);
      return hashes.filter((hash) => {
        const answer = answers.get(hash) ?? isSuspicious(sightings.getSurroundings(hash), judge);
        answers.set(hash, answer);
        return answer;
      });
    },
  };
}

/** What is looked for in files of any name has a keyword. */
const isOfSomeFiles = ({ path }: FileFormat): boolean => !path.test('any');

/** A place is judged alike in all files of such names. */
function getScope(path: string): string {
  const reading = getReading(path);
  const ending = path.slice(path.lastIndexOf('.') + 1);
  const isOften = ['program', 'text', 'bare-text', 'document'].includes(reading) && !/[.-](?:min|bundle|prod|chunk|[\da-f]{8,20})\./u.test(path) && /^[\w-]{1,12}$/u.test(ending);
  return isOften ? [reading, ending, getOrigin(path, '') ?? '', String(isTestPath(path)), ...getPlaces(path, reading)].join(' ') : `in ${path}`;
}

interface Scope {
  readonly answers: Map<number, boolean>;
  readonly judge: ReturnType<PlaceSearch['openPath']>;
}

function isSuspicious(surroundings: Surroundings | undefined, judge: Scope['judge']): boolean {
  if (surroundings === undefined || surroundings.kind === sure) return true;
  const { bytes, offset, kind } = surroundings;
  return judge(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'), { index: offset, kind });
}
