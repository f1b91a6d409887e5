import { findAssignments } from '../core/assignments.ts';
import type { Detect } from '../core/detect.ts';
import { isTestPath } from '../core/paths.ts';
import type { Problem } from '../core/problem.ts';
import type { SourceFile } from '../core/scanner.ts';
import { toSecretProblem } from '../core/secret-problem.ts';
import { hasUserBeside } from '../core/user-beside.ts';

/** Passwords of lines that are commented out: what was set once often still is, elsewhere. They fail no run. */
export function findCommented({ path, text }: SourceFile, detect: Detect): Problem[] {
  if (!commented.test(text)) return [];
  const problems: Problem[] = [];
  for (const { name, nameRange, value, range, outerRange, isQuoted } of findAssignments(text, { bare: true })) {
    if (!isQuoted || !isCommented(text, nameRange[0])) continue;
    const isBeside = hasUserBeside(text, outerRange);
    const match = detect.named({ name, path: [], value, range, place: isTestPath(path) ? 'test-login' : isBeside ? 'connection' : 'code' });
    if (match?.detectorId === 'password-value') problems.push(toSecretProblem({ ...match, severity: 'low' }, { subject: { name, path: [] } }));
  }
  return problems;
}

const commented = /^[ \t]*#[^\r\n]{0,200}?(?:pass|pwd)[^\r\n]{0,80}?[:=][ \t]{0,4}["']/imu;

const isCommented = (text: string, start: number): boolean => /^[ \t]*#/u.test(text.slice(Math.max(text.lastIndexOf('\n', start) + 1, start - 300), start));
