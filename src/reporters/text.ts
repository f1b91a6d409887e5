import { dropControls } from '../core/controls.ts';
import { count, describeIntroduction, isFailing, nameFindings, type ShownFinding, type RemedyOutcome, type Report } from '../core/finding.ts';
import { describePresent, describeReferences } from '../core/evidence.ts';
import type { Reporter } from '../core/reporter.ts';
import type { Suppression } from '../core/suppressions/suppression.ts';
import { describeSkipped } from '../core/skipped-folders.ts';
import { paint, type Paint } from './paint.ts';

/** For people: file, masked line, why, and the way out with its evidence. */
export const text: Reporter = {
  id: 'text',
  render(report, { color }) {
    const style = paint(color);
    const shown = report.findings.filter((finding) => finding.suppression === undefined);
    const groups = new Map<string, ShownFinding[]>();
    for (const finding of shown) groups.set(finding.path, [...(groups.get(finding.path) ?? []), finding]);
    const files = [...groups].map(([path, findings]) => renderFile(path, findings, report, style));
    const notes = report.suppressionNotes.map(({ path, line, reason }) => `  ${dropControls(path)}${line === undefined ? '' : `:${String(line)}`}  ${dropControls(reason)}\n`);
    return `${[...files, ...(notes.length === 0 ? [] : [`${style.underline('suppressions')}\n${notes.join('')}`]), renderSummary(report, style)].join('\n')}\n`;
  },
};

const renderFile = (path: string, findings: readonly ShownFinding[], report: Report, style: Paint): string =>
  `${style.underline(dropControls(path))}\n${findings.map((finding) => renderFinding(finding, report, style)).join('')}`;

function renderFinding(finding: ShownFinding, report: Report, style: Paint): string {
  const place = `${String(finding.start.line)}:${String(finding.start.column)}`;
  const lines = [
    `  ${style.dim(place.padEnd(8))} ${style[finding.severity](finding.severity.padEnd(8))} ${finding.message}  ${style.dim(finding.ruleId)}`,
    `           ${style.dim('│')} ${finding.excerpt.trim()}`,
    ...(finding.introduced === undefined ? [] : [`           ${style.dim('git')} ${describeIntroduction(finding)}`]),
    `           ${style.dim('why')} ${finding.why}`,
    ...renderRemedy(finding.remedy, report, style).map((line) => `           ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

function renderRemedy(remedy: RemedyOutcome, report: Report, style: Paint): string[] {
  if (remedy.state === 'none') {
    const near = remedy.near.length === 0 ? [] : [`${style.dim('   ')} near: ${remedy.near.join(', ')}`];
    return remedy.reason === '' ? near : [`${style.dim('fix')} none: ${remedy.reason}`, ...near];
  }
  return [
    `${style.dim('fix')} ${style.good(remedy.title)}`,
    ...(remedy.parameter === undefined ? [] : [`    ${describePresent(remedy.parameter, report.now)}`]),
    ...(remedy.note === undefined ? [] : [`    ${remedy.note}`]),
  ];
}

function renderSummary(report: Report, style: Paint): string {
  const { findings, unread, fileCount } = report;
  const open = findings.filter((finding) => finding.suppression === undefined);
  const fixable = open.filter(({ remedy }) => remedy.state === 'offered').length;
  const files = report.history === undefined ? count(fileCount, 'file') : `${count(fileCount, 'version', 'versions')} of files in ${count(report.history.commits, 'commit')}`;
  const parts = [
    open.length === 0 ? style.good(`No leaks found in ${files}.`) : `${style.bad(nameFindings(open))} in ${files}${listSeverities(open)}.`,
    ...(fixable === 0 ? [] : [`${count(fixable, 'verified fix', 'verified fixes')}: run "paramguard fix" to see ${fixable === 1 ? 'it' : 'them'}.`]),
    ...describeAllowed(findings),
    ...(unread.length === 0 ? [] : [style.bad(`${count(unread.length, 'place')} could not be looked at.`)]),
    ...(open.length > 0 && !open.some(isFailing) ? ['Low severity does not fail a run.'] : []),
  ];
  const asides = [describeReferences(report), describeSkipped(report.skipped ?? [])].filter((line) => line !== '');
  return [parts.join(' '), ...asides.map((line) => style.dim(line))].join('\n');
}

/** `1 allowed by comments, 2 by the config.` */
function describeAllowed(findings: readonly ShownFinding[]): string[] {
  const counts = Object.entries(allowing).flatMap(([source, words]) => {
    const number = findings.filter(({ suppression }) => suppression?.source === source).length;
    return number === 0 ? [] : [{ number, words }];
  });
  return counts.length === 0 ? [] : [`${counts.map(({ number, words }, index) => `${String(number)} ${index === 0 ? 'allowed ' : ''}by ${words}`).join(', ')}.`];
}

const allowing: Readonly<Record<Suppression['source'], string>> = { comment: 'comments', marker: 'comments for other scanners', config: 'the config' };

function listSeverities(findings: readonly ShownFinding[]): string {
  const severities = (['critical', 'high', 'medium', 'low'] as const)
    .map((severity) => ({ severity, number: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ number }) => number > 0);
  return ` (${severities.map(({ severity, number }) => `${String(number)} ${severity}`).join(', ')})`;
}
