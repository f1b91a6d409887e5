import type { FileFormat } from '../../core/file-format.ts';
import { isOrdinaryPath } from '../../core/formats.ts';
import { getOrigin } from '../../core/generated.ts';
import { isDotenvPath, isTestPath } from '../../core/paths.ts';
import { getPlaces } from '../../prefilter/given-value.ts';
import type { PlaceSearch } from '../../prefilter/places.ts';
import { getReading } from '../../prefilter/reading.ts';
import { getFileRows } from '../../settings/file-rows.ts';
import { hashBytes } from './place-hash.ts';
import type { Sightings } from './sightings.ts';

/** What a path says of the places in its versions. */
export interface Suspect {
  /** In files of this name values have no telling names: every version is read whole. */
  isAlways(path: string): boolean;
  /** What may be a secret, in a file of this name, at the places with these hashes: a hash of the lines that tell it. */
  choose(path: string, hashes: readonly number[]): readonly number[];
}

export function createSuspect(sightings: Sightings, search: PlaceSearch): Suspect {
  const byScope = new Map<string, Scope>();
  const byPath = new Map<string, Scope>();
  const open = (path: string): Scope => {
    const name = getScope(path);
    const scope = byScope.get(name) ?? { answers: new Map<number, number>(), judge: search.openPath(path) };
    byScope.set(name, scope);
    byPath.set(path, scope);
    return scope;
  };
  return {
    isAlways: (path) => isDotenvPath(path) || (!isOrdinaryPath(path) && getFileRows(path).some(isOfSomeFiles)),
    choose(path, hashes) {
      const { answers, judge } = byPath.get(path) ?? open(path);
      const chosen: number[] = [];
      for (const hash of hashes) {
        const answer = answers.get(hash) ?? hashSecret(hash, sightings, judge);
        answers.set(hash, answer);
        if (answer !== none) chosen.push(answer);
      }
      return chosen;
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
  readonly answers: Map<number, number>;
  readonly judge: ReturnType<PlaceSearch['openPath']>;
}

/** No place holds it. */
const none = -1;

function hashSecret(hash: number, { getSurroundings, seed }: Sightings, judge: Scope['judge']): number {
  const surroundings = getSurroundings(hash);
  if (surroundings === undefined) return hash;
  const { bytes, offset, kind } = surroundings;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const end = judge(text, { index: offset, kind });
  if (end === -1) return none;
  const lineEnd = text.indexOf('\n', end);
  return hashBytes(bytes, getLineStart(text, offset), lineEnd === -1 ? bytes.length : lineEnd, seed + kind);
}

/** Without what it is indented by. */
function getLineStart(text: string, index: number): number {
  let start = text.lastIndexOf('\n', index - 1) + 1;
  while (start < index && (text.charCodeAt(start) === 32 || text.charCodeAt(start) === 9)) start++;
  return start;
}
