import { getRuleUrl, catalogue, isLeakRule, type RuleId } from './catalogue.ts';
import { dropControls } from './controls.ts';
import type { Edit } from './edit.ts';
import { hash } from './hash.ts';
import { createMask } from './mask.ts';
import type { Problem, Severity, Unread } from './problem.ts';
import { getLineRange, getLineStarts, getPosition, type Position } from './range.ts';
import type { SourceFile } from './scanner.ts';
import type { ShardFacts } from './shard.ts';
import type { Evidence, Present, UnknownReason } from './store.ts';
import { toPlace, type SuppressionNote } from './suppressions/notes.ts';
import { findSuppression, plainPolicy, readSuppressions, type Policy } from './suppressions/policy.ts';
import type { Suppression } from './suppressions/suppression.ts';

/** A problem at its place in a file. */
export interface Finding {
  readonly problem: Problem;
  readonly ruleId: RuleId;
  readonly kind: string;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly url: string;
  readonly path: string;
  readonly start: Position;
  readonly end: Position;
  /** The line of `start`, secrets masked, cut to 160 characters around the problem. */
  readonly excerpt: string;
  /** Same for the same leak in the same file after lines above it changed; made of nothing of the value. */
  readonly fingerprint: string;
  readonly suppression?: Suppression;
  readonly remedy: RemedyOutcome;
  /** Of a finding in the history: the commit that brought it. */
  readonly introduced?: Introduction;
}

/** Milliseconds since 1970. */
export interface Introduction {
  readonly commit: string;
  readonly committedAt: number;
  readonly authoredAt: number;
}

/** What can be done about a finding, with the evidence for it. */
export type RemedyOutcome =
  | {
      readonly state: 'offered';
      readonly title: string;
      readonly edits: readonly Edit[];
      readonly note?: string;
      /** The parameter that was checked; absent for an edit that needs none. */
      readonly parameter?: Present;
      /** Whether the name comes from the config's map or was found in the store by its likeness. */
      readonly origin?: 'map' | 'store';
    }
  | { readonly state: 'none'; readonly reason: string; readonly near: readonly string[]; readonly unknown?: UnknownReason };

/** What is shown of it. */
export type ShownFinding = Omit<Finding, 'problem'>;

/** Everything a run found out, for the reporters. */
export interface Report {
  readonly findings: readonly ShownFinding[];
  readonly unread: readonly (Unread & { readonly path: string })[];
  /** Folders that were left out by default. */
  readonly skipped?: readonly string[];
  readonly fileCount: number;
  readonly byteCount: number;
  readonly storeLabel: string;
  readonly references: readonly CheckedName[];
  /** Comments and entries of the config that allow nothing. */
  readonly suppressionNotes: readonly SuppressionNote[];
  /** Where the history was looked at: `fileCount` are then versions of files. */
  readonly history?: { readonly commits: number };
  /** Milliseconds since 1970: the ages of evidence are told from here. */
  readonly now: number;
  readonly version: string;
  /** Where the run was a part of a larger one. */
  readonly shard?: ShardFacts;
}

/** What the store proved of a name that a file gives; `denied`, `unverified` and `open` (a part is only known at run time) prove nothing; `declared` is missing, and a file of the run creates it. */
export type ReferenceOutcome = 'verified' | 'missing' | 'wrong-type' | 'wrong-version' | 'denied' | 'malformed' | 'unverified' | 'open' | 'declared';

/** A name in a file, with the proof. */
export interface CheckedName {
  readonly path: string;
  readonly start: Position;
  /** As the file writes it, open parts as `*`. */
  readonly name: string;
  readonly outcome: ReferenceOutcome;
  /** Why nothing is known, for `denied` and `unverified`. */
  readonly reason?: string;
  readonly evidence?: Evidence;
}

export const noRemedy: RemedyOutcome = { state: 'none', reason: '', near: [] };

/** Problems of one file, located; the fingerprints tell equal lines apart by their order. */
export function toFindings(file: SourceFile, problems: readonly Problem[], policy: Policy = plainPolicy): Finding[] {
  if (problems.length === 0) return [];
  const lineStarts = getLineStarts(file.text);
  const suppressions = readSuppressions(file.text, lineStarts, policy);
  const mask = createMask(file.text, problems);
  const counts = new Map<string, number>();
  let shown: ShownLine | undefined;
  return problems.map((problem) => {
    const start = getPosition(lineStarts, problem.range[0]);
    // a line of many problems is masked once
    if (shown?.line !== start.line) shown = showLine(start.line, mask(getLineRange(file.text, lineStarts, start.line)));
    const identity = [problem.ruleId, problem.kind, file.path, problem.subject?.name ?? '', shown.identity].join('\u0000');
    const ordinal = counts.get(identity) ?? 0;
    counts.set(identity, ordinal + 1);
    const finding = {
      problem,
      ruleId: problem.ruleId,
      kind: problem.kind,
      severity: problem.severity,
      message: problem.message,
      why: catalogue[problem.ruleId].why,
      url: getRuleUrl(problem.ruleId),
      path: file.path,
      start,
      end: getPosition(lineStarts, problem.range[1]),
      excerpt: cut(shown.text, start.column),
      fingerprint: hash(`${identity}\u0000${ordinal}`),
      remedy: noRemedy,
    };
    const suppression = findSuppression(suppressions, toPlace(finding), policy);
    return suppression === undefined ? finding : { ...finding, suppression };
  });
}

/** Low severity is said and does not fail a run, and a suppressed finding does neither. */
export const isFailing = (finding: Pick<Finding, 'severity' | 'suppression'>): boolean => finding.suppression === undefined && finding.severity !== 'low';

/** `2 leaks and 1 broken reference`. */
export function nameFindings(findings: readonly Pick<Finding, 'ruleId'>[]): string {
  const leaks = findings.filter(({ ruleId }) => isLeakRule(ruleId)).length;
  const others = findings.length - leaks;
  return [...(leaks === 0 ? [] : [count(leaks, 'leak')]), ...(others === 0 ? [] : [count(others, 'broken reference')])].join(' and ');
}

/** `Came in with 1a2b3c4d5e6f of 2026-01-31.`; empty for what is not of the history. */
export const describeIntroduction = ({ introduced }: Pick<Finding, 'introduced'>): string =>
  introduced === undefined ? '' : `Came in with ${introduced.commit.slice(0, 12)} of ${new Date(introduced.authoredAt).toISOString().slice(0, 10)}.`;

/** `1 leak`, `2 leaks`. */
export const count = (number: number, one: string, many = `${one}s`): string => `${String(number)} ${number === 1 ? one : many}`;

const width = 160;

interface ShownLine {
  readonly line: number;
  readonly text: string;
  readonly identity: string;
}

/** Longer lines are told apart by their hash. */
const longLine = 2000;

function showLine(line: number, masked: string): ShownLine {
  const trimmed = masked.trim();
  return { line, text: dropControls(masked.replace(/\t/gu, ' ')), identity: trimmed.length > longLine ? hash(trimmed) : trimmed };
}

function cut(text: string, column: number): string {
  if (text.length <= width) return text.trimEnd();
  const start = Math.max(0, Math.min(column - 1 - width / 2, text.length - width));
  return `${start > 0 ? '…' : ''}${text.slice(start, start + width)}${start + width < text.length ? '…' : ''}`;
}
