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
  // a text is judged by its path, all else by its format
  const answers = new Map<Judge | string, Map<number, boolean>>();
  return {
    isAlways: (path) => isDotenvPath(path) || (!isOrdinaryPath(path) && getFileRows(path).some(isOfSomeFiles)),
    isSuspicious(path, hash) {
      const judge = chooseJudge(path);
      const scope = judge === judgeText ? path : judge;
      const known = answers.get(scope) ?? new Map<number, boolean>();
      answers.set(scope, known);
      const answer = known.get(hash) ?? isSuspicious(path, sightings.getSurroundings(hash), judge, detect);
      known.set(hash, answer);
      return answer;
    },
  };
}

/** What is looked for in files of any name has a keyword. */
const isOfSomeFiles = ({ path }: FileFormat): boolean => !path.test('any');

function isSuspicious(path: string, surroundings: Surroundings | undefined, judge: Judge, detect: Detect): boolean {
  if (surroundings === undefined || surroundings.kind === 'sure') return true;
  const { bytes, offset, kind } = surroundings;
  if (kind === 'command') return judge !== judgeProgram;
  if (kind === 'program') return judge === judgeProgram || judge === judgeNothing;
  if (kind === 'run') return findLayeredSecrets({ path: 'a', text: toText(bytes) }, detect).length > 0;
  return judge({ path, text: toText(bytes), place: toText(bytes.subarray(0, offset)).length }, detect);
}

const toText = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');

/** A part of a file, and where in it a name stands that a secret may be given to. */
interface Part {
  readonly path: string;
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

const judgeText: Judge = ({ path, text }, detect) => findTextSecrets({ path, text }, detect).length > 0 || hasCommand.test(text);

/** What takes a secret as an option, or as its input. */
const hasCommand = /(?:^|[\s"'`$>|;&(])(?:mysql\w*|mariadb|sshpass|curl|docker|podman|redis-cli|openssl|7z\w?|zip|ldap\w+|mongo\w*|sqlcmd|smbclient|lftp|htpasswd|rabbitmqctl|helm|az|oc)\s/iu;

/** A key with its value on the line; a key over more than that, or a name that is a value itself, is followed by no text alone. */
const judgeDocument: Judge = (part, detect) => isOpen(part) || judgeText({ ...part, path: settings }, detect);

/** In files of such a name most is believed. */
const settings = 'a.conf';

function isOpen({ text, place }: Part): boolean {
  let end = place;
  while (end < text.length && /[\w.$-]/u.test(text.charAt(end))) end++;
  if (/^\\?["']?[ \t]{0,8}(?::[ \t]{0,8}(?:[|>&!*[{][^\r\n]{0,80})?(?:#[^\r\n]{0,80})?(?:\r?\n|$)|[,\r\n\]}]|$)/u.test(text.slice(end, end + 100))) return true;
  let start = place;
  while (start > 0 && /[\w.$-]/u.test(text.charAt(start - 1))) start--;
  return /[=:,[-][ \t]{0,8}\\?["']?$/u.test(text.slice(Math.max(0, start - 20), start)) && !/["']?\s{0,4}:/u.test(text.slice(end, end + 6));
}
