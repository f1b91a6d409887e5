import type { Config } from '../../core/config.ts';
import { describeSlow } from './slow.ts';
import type { Examined } from './examine.ts';
import type { GuardThread } from './guard-thread.ts';
import type { GuardTask, Question } from './worker.ts';

/** Has large files tried on a thread that can be ended: the one that reports cannot end itself. */
export interface Guard {
  /** Why a file is not looked at, or how it turned out; undefined for one that is safe to look at. */
  ask(question: Question): Promise<Examined | undefined>;
}

/** Bytes of the smallest file that is guarded: a smaller one takes too long only where something takes more than linear time. */
const leastGuarded = 262_144;

export const isGuarded = (byteCount: number): boolean => byteCount > leastGuarded;

export interface Guarded {
  readonly root: string;
  readonly config: Config;
  readonly configFile: string | undefined;
  readonly sizeLimit: number;
  /** Milliseconds that one file may take. */
  readonly patience: number;
  /** Whether it is told of clean files when they were written last. */
  readonly isStamped: boolean;
}

/** One file at a time. A thread that cannot be had costs the guard, not the file. */
export function createGuard({ root, config, configFile, sizeLimit, patience, isStamped }: Guarded): Guard {
  const task: GuardTask = { kind: 'guard', root, sizeLimit, patience, configFile, isStamped, config: config.foreign === undefined ? config : undefined };
  let thread: GuardThread | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const askNow = async (question: Question): Promise<Examined | undefined> => {
    thread ??= (await import('./guard-thread.ts')).startGuardThread(task);
    const outcome = await thread.ask(question, patience);
    if (outcome === 'slow' || outcome === 'dead') thread = undefined;
    if (typeof outcome === 'object') return outcome;
    return outcome === 'slow' ? { state: 'unread', reason: describeSlow(patience) } : outcome === 'dead' ? { state: 'unread', reason: tooMuch } : undefined;
  };
  return {
    ask(question) {
      const turn = last.then(() => askNow(question));
      last = turn;
      return turn;
    },
  };
}

const tooMuch = 'takes more memory than there is, or met an error of paramguard; put it under "ignore" in the config, or report it';
