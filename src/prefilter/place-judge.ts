import type { Detect } from '../core/detect.ts';
import { getOrigin } from '../core/generated.ts';
import { findLayeredSecrets } from '../core/layered-secrets.ts';
import { mayNameSecretAt } from '../ecmascript/may-hold-secret.ts';
import { createKnown, getAnyKind, type Known } from './given-value.ts';
import { getNameEnd, getNameStart, Look } from './prefilter.ts';
import { getReading } from './reading.ts';
import type { Owner } from './table.ts';

/** Whether a place holds something in files of a name: the mark there is of these owners. */
export type JudgePlace = (text: string, index: number, mark: readonly Owner[] | 'run') => boolean;

export function createJudge(detect: Detect): (path: string) => JudgePlace {
  const known = createKnown();
  return (path) => {
    // the head of the file, by which it could be told better, is elsewhere
    const origin = getOrigin(path, '');
    const isProgram = getReading(path) === 'program' && (origin === undefined || origin === 'code' || origin === 'bundle');
    return isProgram
      ? (text, index, mark) => judgeInProgram({ path, text, detect, known }, index, mark)
      : (text, index, mark) => {
          const look = new Look({ path, length: text.length, isBinary: false, isSecretOnly: true, detect, loggers: [], known, getText: () => text, origin: { is: origin === 'bundle' ? undefined : origin } });
          if (mark === 'run') look.hasRun = true;
          else for (const owner of mark) look.meet(owner, index);
          if (escape.test(text)) look.meet({ kind: 'escape', length: 0 }, 0);
          const { secret, layer } = look.judge();
          return secret || layer;
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
}

function judgeInProgram({ path, text, detect, known }: Part, index: number, mark: readonly Owner[] | 'run'): boolean {
  const mayBeLayered = (): boolean => findLayeredSecrets({ path, text }, detect).length > 0;
  if (mark === 'run') return mayBeLayered();
  return mark.some(({ kind }) => {
    if (kind === 'program') return true;
    if (kind === 'hidden') return mayBeLayered();
    if (kind !== 'stem') return false;
    return mayNameSecretAt(text, index, detect, known.inPrograms) || (escape.test(text) && getAnyKind(text.slice(getNameStart(text, index), getNameEnd(text, index)), known) !== undefined && mayBeLayered());
  });
}
