import { createCustomDetect } from '../../core/custom-detect.ts';
import type { Config } from '../../core/config.ts';
import type { Detect } from '../../core/detect.ts';
import type { FileFormat } from '../../core/file-format.ts';
import { formats, isOrdinaryPath } from '../../core/formats.ts';
import { findLayeredSecrets } from '../../core/layered-secrets.ts';
import { isDotenvPath } from '../../core/paths.ts';
import { detectors } from '../../detectors/index.ts';
import { mayHoldSecret } from '../../ecmascript/may-hold-secret.ts';
import { findTextSecrets } from '../../scanners/text.ts';
import { getFileRows } from '../../settings/file-rows.ts';
import type { Sightings, Surroundings } from './sightings.ts';

/** What a path says of the places in its versions. */
export interface Suspect {
  /** In files of this name values have no telling names: every version is read whole. */
  isAlways(path: string): boolean;
  /** False where what stands around a place holds no secret in a file of this name. */
  isSuspicious(path: string, hash: number): boolean;
}

export function createSuspect(sightings: Sightings, config: Config): Suspect {
  const detect = createCustomDetect(detectors, config);
  const answers = new Map<Judge, Map<number, boolean>>();
  return {
    isAlways: (path) => isDotenvPath(path) || (!isOrdinaryPath(path) && getFileRows(path).some(isOfSomeFiles)),
    isSuspicious(path, hash) {
      const judge = chooseJudge(path);
      const known = answers.get(judge) ?? new Map<number, boolean>();
      answers.set(judge, known);
      const answer = known.get(hash) ?? isSuspicious(sightings.getSurroundings(hash), judge, detect);
      known.set(hash, answer);
      return answer;
    },
  };
}

/** What is looked for in files of any name has a keyword. */
const isOfSomeFiles = ({ path }: FileFormat): boolean => !path.test('any');

function isSuspicious(surroundings: Surroundings | undefined, judge: Judge, detect: Detect): boolean {
  if (surroundings === undefined || surroundings.kind === 'sure') return true;
  const { bytes, offset, kind } = surroundings;
  if (kind === 'command') return judge !== judgeProgram;
  if (kind === 'program') return judge === judgeProgram || judge === judgeNothing;
  if (kind === 'run') return findLayeredSecrets({ path: 'a', text: toText(bytes) }, detect).length > 0;
  return judge({ text: toText(bytes), place: toText(bytes.subarray(0, offset)).length }, detect);
}

const toText = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');

/** A part of a file, and where in it a name stands that a secret may be given to. */
interface Part {
  readonly text: string;
  readonly place: number;
}

type Judge = (part: Part, detect: Detect) => boolean;

/** Where a reader of the format sees more than the text around a name, all of them are read whole. */
function chooseJudge(path: string): Judge {
  if (formats.javascript(path)) return judgeProgram;
  if (/\.(?:json|ya?ml)$/iu.test(path)) return judgeDocument;
  return /\.(?:md|mdx|css|scss|less|html?|go|java|kt|rb|cs|rs|cc?|cpp|h|hpp|swift|scala|txt|rst)$/iu.test(path) && isOrdinaryPath(path) ? judgeText : judgeNothing;
}

const judgeNothing: Judge = () => true;

const judgeProgram: Judge = ({ text }, detect) => mayHoldSecret(text, detect);

/** Tests, prose and code weigh differently, and none as much as settings do. */
const judgeText: Judge = ({ text }, detect) => textPaths.some((path) => findTextSecrets({ path, text }, detect).length > 0) || hasCommand.test(text);

const textPaths = ['a.md', 'a.go', 'a.conf'];

/** What takes a secret as an option, or as its input. */
const hasCommand = /(?:^|[\s"'`$>|;&(])(?:mysql\w*|mariadb|sshpass|curl|docker|podman|redis-cli|openssl|7z\w?|zip|ldap\w+|mongo\w*|sqlcmd|smbclient|lftp|htpasswd|rabbitmqctl|helm|az|oc)\s/iu;

/** A key with its value on the line; a key over more than that, or a name that is a value itself, is followed by no text alone. */
const judgeDocument: Judge = (part, detect) => isOpen(part) || judgeText(part, detect);

function isOpen({ text, place }: Part): boolean {
  let end = place;
  while (end < text.length && /[\w.$-]/u.test(text.charAt(end))) end++;
  if (/^\\?["']?[ \t]{0,8}(?::[ \t]{0,8}(?:[|>&!*[{][^\r\n]{0,80})?(?:#[^\r\n]{0,80})?(?:\r?\n|$)|[,\r\n\]}]|$)/u.test(text.slice(end, end + 100))) return true;
  let start = place;
  while (start > 0 && /[\w.$-]/u.test(text.charAt(start - 1))) start--;
  return /[=:,[-][ \t]{0,8}\\?["']?$/u.test(text.slice(Math.max(0, start - 20), start)) && !/["']?\s{0,4}:/u.test(text.slice(end, end + 6));
}
