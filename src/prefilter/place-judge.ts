import type { Detect, Place } from '../core/detect.ts';
import { getOrigin } from '../core/generated.ts';
import { findLayeredSecrets } from '../core/layered-secrets.ts';
import { isTestPath } from '../core/paths.ts';
import { findNamedSecret, getBelieving, mayTakeSecretAt } from '../ecmascript/may-hold-secret.ts';
import { createKnown, getAnyKind, type Known } from './given-value.ts';
import { getNameEnd, getNameStart, Look } from './prefilter.ts';
import { getReading } from './reading.ts';
import type { Owner } from './table.ts';

/** Up to where the text says that a place holds something in files of a name, -1 where it holds nothing. The mark there is of these owners. */
export type JudgePlace = (text: string, index: number, mark: readonly Owner[] | 'run') => number;

export function createJudge(detect: Detect): (path: string) => JudgePlace {
  const known = createKnown();
  const ofTests = createKnown();
  return (path) => {
    // the head of the file, by which it could be told better, is elsewhere
    const origin = getOrigin(path, '');
    const isProgram = getReading(path) === 'program' && (origin === undefined || origin === 'code' || origin === 'bundle');
    const program = { path, detect, known: isTestPath(path) ? ofTests : known, places: getBelieving(path) };
    return isProgram
      ? (text, index, mark) => judgeInProgram({ ...program, text }, index, mark)
      : (text, index, mark) => {
          const look = new Look({ path, length: text.length, isBinary: false, isSecretOnly: true, detect, loggers: [], known, getText: () => text, origin: { is: origin === 'bundle' ? undefined : origin } });
          if (mark === 'run') look.runs.push(index);
          else for (const owner of mark) look.meet(owner, index);
          if (escape.test(text)) look.meet({ kind: 'escape', length: 0 }, 0);
          const { secret, layer } = look.judge();
          return secret || layer ? (mark === 'run' ? text.length : getLinesEnd(text, index)) : -1;
        };
  };
}

/** Of `marks`, those for which a text is read again where a name of a secret is in it. */
const escape = /%[234][\dA-Fa-f]|\\(?:u00|u\{|x[2-7])|&(?:#x?[3-6]|quot;|apos;|amp;|lt;|gt;)/u;

interface Part {
  readonly path: string;
  readonly text: string;
  readonly detect: Detect;
  readonly known: Known;
  readonly places: readonly Place[];
}

function judgeInProgram({ path, text, detect, known, places }: Part, index: number, mark: readonly Owner[] | 'run'): number {
  const judgeLayers = (): number => (findLayeredSecrets({ path, text }, detect).length > 0 ? text.length : -1);
  if (mark === 'run') return judgeLayers();
  let end = -1;
  for (const { kind } of mark) {
    if (kind === 'program' && mayTakeSecretAt(text, index, detect)) end = Math.max(end, getLinesEnd(text, index));
    // a literal is where the credential is taken, or it would not hold
    else if (kind === 'call' || kind === 'converted' || kind === 'typed') end = Math.max(end, getLinesEnd(text, index));
    else if (kind === 'hidden') end = Math.max(end, judgeLayers());
    else if (kind === 'stem') {
      end = Math.max(end, findNamedSecret(text, index, detect, known.inPrograms, places));
      if (end === -1 && escape.test(text) && getAnyKind(text.slice(getNameStart(text, index), getNameEnd(text, index)), known) !== undefined) end = judgeLayers();
    }
  }
  return end;
}

/** A value may stand in one of the lines below. */
function getLinesEnd(text: string, index: number): number {
  let end = index;
  for (let line = 0; line < 4 && end !== -1; line++) end = text.indexOf('\n', end + 1);
  return end === -1 ? text.length : end;
}
