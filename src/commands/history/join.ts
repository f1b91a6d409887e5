import type { Finding } from '../../core/finding.ts';
import { Secret } from '../../core/secret.ts';
import type { VersionFindings } from './scan-versions.ts';
import { compareCommits, compareTexts, type Version } from './versions.ts';

export interface Joined {
  readonly findings: readonly Finding[];
  /** The versions without which other findings would be reported, today or when an allowance ends. */
  readonly deciding: ReadonlySet<Version>;
}

/**
 * Each secret once, where it came in first; in the order of time, then of path and place. One that is allowed where it came in and
 * not elsewhere is reported where it is not.
 */
export function joinBySecret(found: readonly VersionFindings[]): Joined {
  const number = Secret.createNumbering();
  const kept = new Map<string, { finding: Finding; order: number }>();
  const deciding = new Set<Version>();
  const ordered = [...found].sort(compare).flatMap(({ version, findings }) => findings.map((finding) => ({ version, finding })));
  for (const [order, { version, finding }] of ordered.entries()) {
    const { secret } = finding.problem;
    const key = `${finding.kind} ${secret === undefined ? finding.fingerprint : String(number(secret))}`;
    const known = kept.get(key);
    if (known !== undefined && (known.finding.suppression === undefined || finding.suppression !== undefined)) continue;
    kept.set(key, { finding, order });
    deciding.add(version);
  }
  return { findings: [...kept.values()].sort((a, b) => a.order - b.order).map(({ finding }) => finding), deciding };
}

const compare = (a: VersionFindings, b: VersionFindings): number => compareCommits(a.version.commit, b.version.commit) || compareTexts(a.findings[0]?.path ?? '', b.findings[0]?.path ?? '');
