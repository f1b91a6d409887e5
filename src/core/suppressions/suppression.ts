import type { RuleId } from '../catalogue.ts';

/** Why a finding is allowed. */
export interface Suppression {
  /** A comment of ours, a marker of another scanner, or an entry of `allow` in the config. */
  readonly source: 'comment' | 'marker' | 'config';
  /** As it is called: `paramguard-disable-line`, `gitleaks:allow`. */
  readonly label: string;
  readonly reason: string;
  /** The last day of its effect, as an ISO date. */
  readonly until?: string;
}

/** What a suppression is held against. */
export interface Place {
  readonly ruleId: RuleId;
  readonly kind: string;
  readonly path: string;
  /** First and last line of the finding, counted from 1. */
  readonly lines: readonly [first: number, last: number];
  /** The name that holds the value. */
  readonly name?: string | undefined;
  readonly fingerprint: string;
}

/** An ISO date that is in the calendar. */
export const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d\d-\d\d$/u.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
};

/** It holds through the day that it names. */
export const isExpired = ({ until }: Pick<Suppression, 'until'>, today: string): boolean => until !== undefined && until < today;
