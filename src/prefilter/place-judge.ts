import type { Detect, Place } from '../core/detect.ts';
import { getOrigin } from '../core/generated.ts';
import { findLayeredSecrets } from '../core/layered-secrets.ts';
import { isTestPath } from '../core/paths.ts';
import type { Range } from '../core/range.ts';
import { hasJointOrEscape, mayBeGivenInBytes } from '../ecmascript/given-in-bytes.ts';
import { findNamedSecret, getBelieving, mayTakeSecretAt } from '../ecmascript/may-hold-secret.ts';
import { createKnown, getAnyKind, getPlaces, type Known } from './given-value.ts';
import { Look } from './file-look.ts';
import { getNameEnd, getNameStart } from './look-tests.ts';
import { getReading } from './reading.ts';
import type { Owner } from './table.ts';

/** The part of a text which tells that a place holds something in files of a name; undefined where it holds nothing. The mark there is of these owners. */
export type JudgePlace = (around: Around, index: number, mark: readonly Owner[] | 'run') => Range | undefined;

/** What is around a place. */
export interface Around {
  readonly bytes: Uint8Array;
  /** A character for each byte; for most places nobody asks. */
  readonly text: string;
}

export function createJudge(detect: Detect): (path: string) => JudgePlace {
  const known = createKnown();
  const ofTests = createKnown();
  return (path) => {
    // the head of the file, by which it could be told better, is elsewhere
    const origin = getOrigin(path, '');
    const reading = getReading(path);
    const isProgram = reading === 'program' && (origin === undefined || origin === 'code' || origin === 'bundle');
    const program = { path, detect, known: isTestPath(path) ? ofTests : known, places: getBelieving(path) };
    const places = getPlaces(path, reading);
    return isProgram
      ? (around, index, mark) => (isRuledOut(around.bytes, index, mark) ? undefined : judgeInProgram({ ...program, text: around.text }, index, mark))
      : ({ text }, index, mark) => {
          const look = new Look({ path, reading, places, length: text.length, isBinary: false, isSecretOnly: true, detect, loggers: [], known, getText: () => text, origin: { is: origin === 'bundle' ? undefined : origin } });
          if (mark === 'run') look.runs.push(index);
          else for (const owner of mark) look.meet(owner, index);
          if (escape.test(text)) look.meet({ kind: 'escape', length: 0 }, 0);
          const { secret, layer } = look.judge();
          // in settings and documents all that is around a value says what it is
          return secret || layer ? [0, text.length] : undefined;
        };
  };
}

const isRuledOut = (bytes: Uint8Array, index: number, mark: readonly Owner[] | 'run'): boolean =>
  mark !== 'run' && mark.every(({ kind }) => kind === 'stem') && !mayBeGivenInBytes(bytes, index) && !hasJointOrEscape(bytes);

/** Of `marks`, those for which a text is read again where a name of a secret is in it. */
const escape = /%[234][\dA-Fa-f]|\\(?:u00|u\{|x[2-7])|&(?:#x?[3-6]|quot;|apos;|amp;|lt;|gt;)/u;

interface Part {
  readonly path: string;
  readonly text: string;
  readonly detect: Detect;
  readonly known: Known;
  readonly places: readonly Place[];
}

function judgeInProgram({ path, text, detect, known, places }: Part, index: number, mark: readonly Owner[] | 'run'): Range | undefined {
  const judgeLayers = (): Range | undefined => (findLayeredSecrets({ path, text }, detect).length > 0 ? [0, text.length] : undefined);
  if (mark === 'run') return judgeLayers();
  const judge = (kind: Owner['kind']): Range | undefined => {
    switch (kind) {
      case 'stem':
        return findNamedSecret(text, index, detect, known.inPrograms, places) ?? (escape.test(text) && getAnyKind(text.slice(getNameStart(text, index), getNameEnd(text, index)), known) !== undefined ? judgeLayers() : undefined);
      case 'program':
        return mayTakeSecretAt(text, index, detect) ? [index, getLinesEnd(text, index)] : undefined;
      // a literal is where the credential is taken, or it would not hold
      case 'call':
      case 'converted':
      case 'typed':
        return [index, getLinesEnd(text, index)];
      case 'hidden':
        return judgeLayers();
      default:
        return undefined;
    }
  };
  const found = mark.flatMap(({ kind }) => [judge(kind) ?? []].flat());
  return found.length === 0 ? undefined : [Math.min(...found), Math.max(...found)];
}

/** A value may stand in one of the lines below. */
function getLinesEnd(text: string, index: number): number {
  let end = index;
  for (let line = 0; line < 4 && end !== -1; line++) end = text.indexOf('\n', end + 1);
  return end === -1 ? text.length : end;
}
