import type { Severity, Subject } from './problem.ts';

/** What kind of secret a value holds, and how sure that is. */
export interface Taint {
  readonly kind: 'logged-parameter' | 'logged-environment' | 'logged-secret' | 'logged-request';
  readonly severity: Severity;
  /** Begins the message: `The decrypted value of a parameter`, `"apiKey"`. */
  readonly label: string;
  readonly subject?: Subject;
  /** Known only by what something is called. */
  readonly isByName: boolean;
}

/** `unknown` leaves the answer to the name that holds the value; `clean` settles it. */
export type Verdict = Taint | 'clean' | 'unknown';

export const isTaint = (verdict: Verdict): verdict is Taint => typeof verdict === 'object';

/** The verdict on a value that can be any of several. */
export function joinVerdicts(verdicts: Iterable<Verdict>): Verdict {
  let joined: Verdict = 'clean';
  for (const verdict of verdicts) {
    if (isTaint(verdict)) return verdict;
    if (verdict === 'unknown') joined = verdict;
  }
  return joined;
}

/** A name as a message shows it; nothing where the text may be more than a name. */
export const quoteName = (name: string): string => (/^[\w.$@/:[\] -]{1,80}$/u.test(name) ? `"${name}"` : 'A secret');
