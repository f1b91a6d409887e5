import { catalogue, getRuleUrl, ruleIds } from '../core/catalogue.ts';
import { describePresent } from '../core/evidence.ts';
import { describeIntroduction, type ShownFinding, type Report } from '../core/finding.ts';
import type { Severity } from '../core/problem.ts';
import type { Reporter } from '../core/reporter.ts';

/** SARIF 2.1.0 (OASIS), as code scanning services read it: no snippet of the file, the masked line only in the message. */
export const sarif: Reporter = {
  id: 'sarif',
  render: (report) => `${JSON.stringify(toSarif(report), undefined, 2)}\n`,
};

/** In the property bag of the run. */
export const shardProperty = 'paramguard/shard';

const toSarif = (report: Report): object => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'paramguard',
          semanticVersion: report.version,
          informationUri: 'https://github.com/paramguard/paramguard',
          rules: ruleIds.map((id) => ({
            id,
            shortDescription: { text: catalogue[id].description },
            fullDescription: { text: catalogue[id].why },
            helpUri: getRuleUrl(id),
            defaultConfiguration: { level: 'error' },
          })),
        },
      },
      ...(report.shard === undefined ? {} : { properties: { [shardProperty]: report.shard } }),
      columnKind: 'utf16CodeUnits',
      invocations: [
        {
          executionSuccessful: report.unread.length === 0,
          toolExecutionNotifications: [...report.unread.map((unread) => toNotification('error', unread)), ...report.suppressionNotes.map((note) => toNotification('note', note))],
        },
      ],
      results: report.findings.map((finding) => toResult(finding, report.now)),
    },
  ],
});

export const toNotification = (level: 'error' | 'note', { path, reason, line }: { readonly path: string; readonly reason: string; readonly line?: number }): object => ({
  level,
  message: { text: reason },
  locations: [{ physicalLocation: { artifactLocation: toArtifact(path), ...(line === undefined ? {} : { region: { startLine: line } }) } }],
});

const toResult = (finding: ShownFinding, now: number): object => ({
  ruleId: finding.ruleId,
  ruleIndex: ruleIds.indexOf(finding.ruleId),
  level: levels[finding.severity],
  message: { text: [finding.message, describeIntroduction(finding), describeRemedy(finding, now)].filter((part) => part !== '').join(' ') },
  locations: [
    {
      physicalLocation: {
        artifactLocation: toArtifact(finding.path),
        region: { startLine: finding.start.line, startColumn: finding.start.column, endLine: finding.end.line, endColumn: finding.end.column },
      },
    },
  ],
  partialFingerprints: { 'paramguard/v1': finding.fingerprint },
  properties: { kind: finding.kind, 'security-severity': scores[finding.severity], ...(finding.introduced === undefined ? {} : { commit: finding.introduced.commit, authoredAt: new Date(finding.introduced.authoredAt).toISOString() }) },
  ...(finding.suppression === undefined ? {} : { suppressions: [{ kind: finding.suppression.source === 'config' ? 'external' : 'inSource', justification: finding.suppression.reason }] }),
});

/** Section 3.27.10 of the standard. */
const levels: Readonly<Record<Severity, string>> = { critical: 'error', high: 'error', medium: 'warning', low: 'note' };
const scores: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.0', low: '2.0' };

function describeRemedy({ remedy }: ShownFinding, now: number): string {
  if (remedy.state === 'none') return remedy.reason === '' ? '' : `No fix: ${remedy.reason}`;
  return remedy.parameter === undefined ? `Fix: ${remedy.title}` : `Fix: ${remedy.title} (${describePresent(remedy.parameter, now)})`;
}

const toArtifact = (path: string): object => ({ uri: encodeURI(path), uriBaseId: '%SRCROOT%' });
