import type { Finding } from '../finding.ts';
import { getLineStarts } from '../range.ts';
import type { SourceFile } from '../scanner.ts';
import { isAllowed, type Allowance } from './allowance.ts';
import { covers, findComments, type Comment } from './comments.ts';
import { createLineIndex } from './line-index.ts';
import type { Policy } from './policy.ts';
import { isExpired, type Place } from './suppression.ts';

/** A suppression that does nothing, and why. */
export interface SuppressionNote {
  readonly state: 'unused' | 'expired' | 'invalid';
  readonly path: string;
  /** Counted from 1; absent for an entry of the config. */
  readonly line?: number;
  readonly reason: string;
}

/** What the comments of a file do not do. `isUnproven`: whether a finding of this name could not be looked for. */
export function noteComments(file: SourceFile, findings: readonly Finding[], { today }: Policy, isUnproven: (names: readonly string[]) => boolean): SuppressionNote[] {
  // a manual shows how it is done
  if (/\.(?:md|mdx|rst|adoc|txt)$/iu.test(file.path)) return [];
  const getNear = createLineIndex(findings.map((finding) => ({ first: finding.start.line, last: finding.end.line, finding })));
  return findComments(file.text, getLineStarts(file.text)).flatMap((comment) => {
    if (comment.host === 'eslint' || comment.isQuoted) return [];
    const near = comment.first === comment.last ? getNear(comment.first, comment.first).map(({ finding }) => finding) : findings;
    const note = judge(comment, near, today, isUnproven);
    return note === undefined ? [] : [{ ...note, path: file.path, line: comment.line }];
  });
}

/** What entries of the config did for no finding of the run. */
export function noteAllowances(path: string, allow: readonly Allowance[], findings: readonly Finding[], today: string): SuppressionNote[] {
  return allow.flatMap((allowance): SuppressionNote[] => {
    // another tool may need its own
    if (!allowance.label.startsWith('allow[')) return [];
    if (isExpired(allowance, today)) return [{ state: 'expired', path, reason: `${allowance.label} (${allowance.reason}) ended on ${allowance.until ?? ''}: remove it, or give it another date` }];
    if (findings.some((finding) => isAllowed(allowance, toPlace(finding), today))) return [];
    return [{ state: 'unused', path, reason: `${allowance.label} (${allowance.reason}) allows nothing: remove it` }];
  });
}

export const toPlace = ({ ruleId, kind, path, start, end, fingerprint, problem: { subject } }: Omit<Finding, 'suppression' | 'remedy'>): Place => ({ ruleId, kind, path, lines: [start.line, end.line], name: subject?.name, fingerprint });

type Judgement = Pick<SuppressionNote, 'state' | 'reason'> | undefined;

function judge(comment: Comment, findings: readonly Finding[], today: string, isUnproven: (names: readonly string[]) => boolean): Judgement {
  const { label, fault, names } = comment;
  if (fault !== undefined) return { state: 'invalid', reason: `${label} ${faults[fault]}` };
  if (isExpired(comment, today)) return { state: 'expired', reason: `${label} ended on ${comment.until ?? ''} and has no effect: remove it, or give it another date` };
  if (findings.some((finding) => covers(comment, toPlace(finding), today)) || isUnproven(names)) return undefined;
  return { state: 'unused', reason: `${label} allows nothing here: remove it` };
}

const faults: Readonly<Record<NonNullable<Comment['fault']>, string>> = {
  'no-reason': 'has no effect without a reason: end it with " -- why"',
  'no-date': 'has no effect: write the date as in "until 2027-01-31"',
  'no-block': 'ends nothing: no paramguard-disable is open here',
};
