import type { Finding } from '../../core/finding.ts';
import { Secret } from '../../core/secret.ts';
import type { VersionFindings } from './scan-versions.ts';
import { compareCommits } from './versions.ts';

/**
 * Each secret once, where it came in first; in the order of time, then of path and place. One that is allowed where it came in and
 * not elsewhere is reported where it is not.
 */
export function joinBySecret(found: readonly VersionFindings[]): Finding[] {
  const number = Secret.createNumbering();
  const kept = new Map<string, { finding: Finding; order: number }>();
  const ordered = [...found].sort(compare).flatMap(({ findings }) => findings);
  for (const [order, finding] of ordered.entries()) {
    const { secret } = finding.problem;
    const key = `${finding.kind} ${secret === undefined ? finding.fingerprint : String(number(secret))}`;
    const known = kept.get(key);
    if (known === undefined || (known.finding.suppression !== undefined && finding.suppression === undefined)) kept.set(key, { finding, order });
  }
  return [...kept.values()].sort((a, b) => a.order - b.order).map(({ finding }) => finding);
}

const compare = (a: VersionFindings, b: VersionFindings): number => compareCommits(a.version.commit, b.version.commit) || compareTexts(a.findings[0]?.path ?? '', b.findings[0]?.path ?? '');

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
