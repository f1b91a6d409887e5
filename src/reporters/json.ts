import { describePresent } from '../core/evidence.ts';
import type { ShownFinding, Introduction, RemedyOutcome, Report } from '../core/finding.ts';
import type { Reporter } from '../core/reporter.ts';
import type { Suppression } from '../core/suppressions/suppression.ts';

/** For programs; `format` counts up when a field changes its meaning. */
export const json: Reporter = {
  id: 'json',
  render: (report) => `${JSON.stringify(toJson(report), undefined, 2)}\n`,
};

const toJson = (report: Report): object => ({
  format: 1,
  tool: { name: 'paramguard', version: report.version },
  ...(report.shard === undefined ? {} : { shard: report.shard }),
  store: report.storeLabel,
  files: report.fileCount,
  bytes: report.byteCount,
  ...(report.history === undefined ? {} : { history: report.history }),
  findings: report.findings.map((finding) => toJsonFinding(finding, report.now)),
  references: report.references.map(({ evidence, ...reference }) => ({
    ...reference,
    ...(evidence === undefined ? {} : { checked: { ...evidence, checkedAt: new Date(evidence.checkedAt).toISOString() } }),
  })),
  suppressions: report.suppressionNotes,
  unread: report.unread,
  skipped: report.skipped ?? [],
});

const toJsonFinding = (finding: ShownFinding, now: number): object => ({
  rule: finding.ruleId,
  kind: finding.kind,
  severity: finding.severity,
  message: finding.message,
  why: finding.why,
  url: finding.url,
  path: finding.path,
  start: finding.start,
  end: finding.end,
  excerpt: finding.excerpt,
  fingerprint: finding.fingerprint,
  ...(finding.suppression === undefined ? {} : toJsonSuppression(finding.suppression)),
  ...(finding.introduced === undefined ? {} : { introduced: toJsonIntroduction(finding.introduced) }),
  remedy: toJsonRemedy(finding.remedy, now),
});

const toJsonIntroduction = ({ commit, committedAt, authoredAt }: Introduction): object => ({ commit, committedAt: new Date(committedAt).toISOString(), authoredAt: new Date(authoredAt).toISOString() });

const toJsonSuppression = ({ reason, source, label, until }: Suppression): object => ({ suppressed: reason, suppressedBy: { source, label, ...(until === undefined ? {} : { until }) } });

function toJsonRemedy(remedy: RemedyOutcome, now: number): object {
  if (remedy.state === 'none') return { state: 'none', reason: remedy.reason, near: remedy.near, ...(remedy.unknown === undefined ? {} : { unknown: remedy.unknown }) };
  return {
    state: 'offered',
    title: remedy.title,
    ...(remedy.note === undefined ? {} : { note: remedy.note }),
    ...(remedy.parameter === undefined
      ? {}
      : {
          origin: remedy.origin,
          parameter: remedy.parameter.parameter,
          checked: { ...remedy.parameter.evidence, checkedAt: new Date(remedy.parameter.evidence.checkedAt).toISOString() },
          evidence: describePresent(remedy.parameter, now),
        }),
  };
}
