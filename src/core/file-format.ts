import type { Severity } from './problem.ts';
import type { Range } from './range.ts';

/** What the format of a file tells to be a credential: one row of a group in this folder. */
export interface FileFormat {
  /** A noun that reads after "allow": `netrc-password`. */
  readonly id: string;
  /** With an article, for messages: `a password of .netrc`. */
  readonly title: string;
  readonly severity: Severity;
  /** The public document that gives the format. */
  readonly source: string;
  /** The files that are of it. */
  readonly path: RegExp;
  readonly takes: Takes;
  /** What the value looks like, where not every value under the name is one. */
  readonly value?: RegExp;
  /** `basic`: base64 of `user:password`. `base64`: of the credential itself. `hash`: not the password, but what it is tried against. */
  readonly encoding?: 'basic' | 'base64' | 'hash';
}

/** Where the value stands: under a name, for files with names; by an expression, for files without. */
export type Takes =
  | { readonly name: RegExp; readonly within?: RegExp }
  /** Bounded and global, with a group `value`, and `name` where the text gives one. */
  | { readonly pattern: RegExp };

/** A value that a reader cut out of a file. */
export interface FormatValue {
  readonly name: string;
  /** Names of what encloses it, outermost first. */
  readonly path: readonly string[];
  /** As the program sees it, escapes resolved. */
  readonly value: string;
  readonly range: Range;
}
