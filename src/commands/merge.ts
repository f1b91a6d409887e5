import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dropControlsInLines } from '../core/controls.ts';
import { getErrorCode, UserError } from '../io/errors.ts';
import { say, writeOut } from '../io/terminal.ts';
import { join, type Joined } from '../merging/join.ts';
import { selectReports, type Fault } from '../merging/select-reports.ts';
import { readShardReport, type ShardReport } from '../merging/shard-report.ts';
import { toReport } from '../merging/to-report.ts';
import { reporters } from '../reporters/index.ts';
import type { Options } from './options.ts';

/** Joins the reports of shards. Exit code: the worst of theirs, and 2 where one is missing or cannot be joined. */
export async function merge({ paths, format, output }: Options, root: string): Promise<number> {
  if (paths.length === 0) throw new UserError('merge needs the reports of the shards: paramguard merge shard-1.json shard-2.json');
  const readings = paths.map((name) => ({ name, report: read(root, name) }));
  const reports = readings.flatMap(({ report }) => (typeof report === 'string' ? [] : [report]));
  const unreadable = readings.flatMap(({ name, report }): Fault[] => (typeof report === 'string' ? [{ path: name, reason: report }] : []));
  const selection = selectReports(reports);
  const faults = [...unreadable, ...selection.faults];
  for (const { path: name, reason } of faults) say(`${name}: ${reason}`);
  if (reports.length === 0) throw new UserError('there is no report to join');
  const joined = join({ reports: selection.reports, faults }, reports);
  const text = render(joined, format);
  if (output === undefined) writeOut(text);
  else await (await import('../io/write-file.ts')).writeFileAtomically(output, text);
  return joined.exitCode;
}

function read(root: string, name: string): ShardReport | string {
  try {
    return readShardReport(name, readFileSync(path.resolve(root, name), 'utf8'));
  } catch (error) {
    return `cannot be read (${getErrorCode(error) ?? 'unknown error'})`;
  }
}

function render({ document, format: own }: Joined, format: Options['format']): string {
  if (format === 'same' || format === own) return `${JSON.stringify(document, undefined, 2)}\n`;
  if (own === 'sarif') throw new UserError(`SARIF reports are joined to one of SARIF; make those of the shards with --format json for ${format}`);
  const text = reporters.find(({ id }) => id === format)?.render(toReport(document, Date.now()), { color: false }) ?? '';
  // a report comes from anywhere
  return dropControlsInLines(text);
}
