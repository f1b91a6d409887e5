import type { Range } from './range.ts';
import type { RuleId } from './catalogue.ts';
import type { ReadGrant } from './read-grant.ts';
import type { Reference } from './reference.ts';
import type { Secret } from './secret.ts';
import type { Site } from './site.ts';

/** Critical, high and medium fail a run; low is said and does not. */
export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** What a scanner or rule found, in offsets of one text. It holds no text of the file: the value is only in `secret`. */
export interface Problem {
  readonly ruleId: RuleId;
  /** A detector's id, or the variety of the rule's finding, such as `wildcard-resource`. */
  readonly kind: string;
  readonly severity: Severity;
  /** What is marked. */
  readonly range: Range;
  /** One sentence without the value, its length or a private part of it. */
  readonly message: string;
  /** Ranges to mask wherever the text around the problem is shown. */
  readonly secretRanges: readonly Range[];
  readonly secret?: Secret;
  /** The name that holds the value (variable, key, environment variable), for finding its parameter. */
  readonly subject?: Subject;
  /** What to do where no edit is known, for this problem rather than for its carrier. */
  readonly advice?: string;
  /** What a remedy needs to know of the place; absent where no remedy is known for this carrier. */
  readonly site?: Site;
}

export interface Subject {
  readonly name: string;
  /** Names of what encloses it, outermost first: `['config', 'db']` for `config.db.password`. */
  readonly path: readonly string[];
}

/** A part of a file that a scanner could not read as what it is. */
export interface Unread {
  /** What is wrong and what to do, one line, without text of the file. */
  readonly reason: string;
  /** Counted from 1. */
  readonly line?: number;
}

export interface ScanResult {
  readonly problems: readonly Problem[];
  readonly unread: readonly Unread[];
  /** Parameters and secrets that the file names; absent where the format was not looked at for them. */
  readonly references?: readonly Reference[];
  /** Statements of policies about reading parameters. */
  readonly grants?: readonly ReadGrant[];
}
