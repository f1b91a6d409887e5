import { isFailing, type Report } from '../core/finding.ts';
import { readConfig } from '../io/config-file.ts';
import { hasColor, say, writeOut } from '../io/terminal.ts';
import { resolveFindings } from '../pipeline.ts';
import { reporters } from '../reporters/index.ts';
import { version } from '../version.ts';
import { chooseStore } from './choose-store.ts';
import { collectStaged, collectWorkTree, type Collection } from './collect.ts';
import type { Options } from './options.ts';

/** Exit code: 0 clean, 1 leaks, 2 something could not be looked at. */
export async function scan(options: Options, root: string): Promise<number> {
  const { config, folder } = await readConfig(root, options.config);
  const collection = options.isStaged ? await collectStaged(root, config, options.sizeLimit) : await collectWorkTree(root, options.paths, config, options.sizeLimit);
  warn(collection);
  const store = await chooseStore(options.store ?? config.store, { config, folder, root, deadline: options.deadline });
  const { findings, knowledge } = await resolveFindings(collection.files, store, config, root);
  if (knowledge.unknown !== undefined && knowledge.unknown.reason !== 'no-store') say(`Parameter Store: ${knowledge.unknown.detail}`);
  const report: Report = {
    findings: [...findings.values()].flat(),
    unread: collection.unread,
    fileCount: collection.fileCount,
    byteCount: collection.byteCount,
    storeLabel: store.label,
    now: Date.now(),
    version,
  };
  await show(report, options);
  return getExitCode(report);
}

export function warn({ unread, notes }: Collection): void {
  for (const { path, line, reason } of unread) say(`${path}${line === undefined ? '' : `:${String(line)}`}: ${reason}`);
  for (const note of notes) say(note);
}

const getExitCode = (report: Report): number => (report.unread.length > 0 ? 2 : report.findings.some(isFailing) ? 1 : 0);

async function show(report: Report, { format, output }: Options): Promise<void> {
  const reporter = reporters.find(({ id }) => id === format);
  if (reporter === undefined) throw new Error(`no reporter for ${format}`);
  if (output === undefined) return writeOut(reporter.render(report, { color: hasColor() }));
  const { writeFileAtomically } = await import('../io/write-file.ts');
  await writeFileAtomically(output, reporter.render(report, { color: false }));
}
