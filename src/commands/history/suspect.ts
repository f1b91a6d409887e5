import type { FileFormat } from '../../core/file-format.ts';
import { isOrdinaryPath } from '../../core/formats.ts';
import { getOrigin } from '../../core/generated.ts';
import { isDotenvPath, isTestPath } from '../../core/paths.ts';
import { getPlaces, getTextPlaces } from '../../prefilter/given-value.ts';
import type { Around, PlaceSearch } from '../../prefilter/places.ts';
import { getReading } from '../../prefilter/reading.ts';
import { getFileRows } from '../../settings/file-rows.ts';
import { mayHaveRows } from '../../settings/may-have-rows.ts';
import { hashBytes } from './place-hash.ts';
import type { Numbers, Sightings } from './sightings.ts';

/** What a path says of the places in its versions. */
export interface Suspect {
  /** In files of this name values have no telling names: every version is read whole. */
  isAlways(path: string): boolean;
  /**
   * What may be a secret, in a file of this name, in surroundings with these numbers: hashes of the lines that tell it, the same in all files
   * that are read alike.
   */
  choose(path: string, numbers: Numbers): readonly number[];
}

/** `hasExceptions`: what is let pass may depend on the path. */
export function createSuspect(sightings: Sightings, search: PlaceSearch, hasExceptions: boolean): Suspect {
  const byScope = new Map<string, Scope>();
  const byPath = new Map<string, Scope>();
  const open = (path: string): Scope => {
    const name = hasExceptions ? `in ${path}` : getScope(path);
    const scope = byScope.get(name) ?? { answers: new Map<number, number>(), judge: search.openPath(path), seed: sightings.seed + byScope.size * scopeStep };
    byScope.set(name, scope);
    byPath.set(path, scope);
    return scope;
  };
  return {
    isAlways: (path) => isDotenvPath(path) || (!isOrdinaryPath(path) && mayHaveRows(path) && getFileRows(path).some(isOfSomeFiles)),
    choose(path, numbers) {
      const scope = byPath.get(path) ?? open(path);
      const chosen: number[] = [];
      for (let index = 0; index < numbers.length; index++) {
        const number = numbers[index] ?? 0;
        let answer = scope.answers.get(number);
        if (answer === undefined) scope.answers.set(number, (answer = hashSecret(number, sightings, scope)));
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
  return isOften ? [reading, ending, getOrigin(path, '') ?? '', String(isTestPath(path)), ...getPlaces(path, reading), ...(reading === 'bare-text' ? Object.values(getTextPlaces(path, false)).map(String) : [])].join(' ') : `in ${path}`;
}

interface Scope {
  /** By the number of the surroundings. */
  readonly answers: Map<number, number>;
  readonly judge: ReturnType<PlaceSearch['openPath']>;
  /** Hashes of the lines are of this scope alone. */
  readonly seed: number;
}

/** More than there are kinds of places. */
const scopeStep = 4096;

/** No place holds it. */
const none = -1;

function hashSecret(number: number, sightings: Sightings, { judge, seed }: Scope): number {
  const surroundings = sightings.surroundings.get(number);
  // they are of this number alone
  if (surroundings === undefined) return -number - 2;
  const { bytes, offset, kind } = surroundings;
  const around = toAround(bytes);
  const part = judge(around, { index: offset, kind });
  if (part === undefined) return none;
  const { text } = around;
  return hashBytes(bytes, getStart(text, part[0]), getEnd(text, part[1]), seed + kind);
}

function toAround(bytes: Uint8Array): Around {
  let text: string | undefined;
  return {
    bytes,
    get text() {
      return (text ??= Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'));
    },
  };
}

/** Of some lines before, which may say what the value is for; or of all that is around it, where a comment may let it pass. */
function getStart(text: string, index: number): number {
  if (index === 0 || comment.test(text)) return 0;
  let start = index;
  for (let line = 0; line < linesBefore && start > 0; line++) start = text.lastIndexOf('\n', start - 1);
  return start + 1;
}

const linesBefore = 4;

function getEnd(text: string, index: number): number {
  const end = text.indexOf('\n', text.indexOf('\n', index) + 1);
  return end < index ? text.length : end;
}

const comment = /paramguard-|allowlist|gitleaks|trufflehog|kingfisher|secretlint/iu;
