import type { Config } from '../core/config.ts';
import { isFailing, type Finding, type Report } from '../core/finding.ts';
import type { UnknownReason } from '../core/store.ts';
import type { Knowledge } from '../core/plan.ts';
import { noteAllowances, type SuppressionNote } from '../core/suppressions/notes.ts';
import type { LoadedConfig } from '../io/config-file.ts';
import { createPolicy } from '../io/policy.ts';
import { hasColor, say, writeOut } from '../io/terminal.ts';
import { text as textReporter } from '../reporters/text.ts';
import { version } from '../version.ts';
import { collectStaged, collectWorkTree, type Collection } from './collect.ts';
import { getDeadline, type Options } from './options.ts';
import { readScanConfig } from './scan-config.ts';
import type { StagedRead } from './start-staged.ts';

/** Exit code: 0 clean, 1 leaks, 2 something could not be looked at. */
export async function scan(options: Options, root: string, staged: StagedRead | undefined): Promise<number> {
  const { config, folder, path } = await readScanConfig(root, options.config);
  const collection = staged !== undefined ? await collectStaged(staged, config, options.sizeLimit) : await collectWorkTree(root, options, config);
  warn(collection);
  const { findings, references, storeLabel, suppressionNotes } = await findWaysOut(collection, options, root, { config, folder, path });
  const report: Report = {
    findings,
    references,
    unread: collection.unread,
    skipped: collection.skipped,
    fileCount: collection.fileCount,
    byteCount: collection.byteCount,
    storeLabel,
    suppressionNotes,
    now: Date.now(),
    version,
  };
  await show(report, options);
  return getExitCode(report, options, config);
}

/** A clean run asks no store and loads no remedies. */
async function findWaysOut(collection: Collection, options: Options, root: string, { config, folder, path }: LoadedConfig): Promise<Pick<Report, 'findings' | 'references' | 'storeLabel' | 'suppressionNotes'>> {
  const { files } = collection;
  const policy = await createPolicy(config);
  // what a part of the tree does not need, the rest may
  const noteConfig = (findings: readonly Finding[]): SuppressionNote[] => (collection.isWhole('') ? noteAllowances(path, policy.allow, findings, policy.today) : []);
  if (files.length === 0) return { findings: [], references: [], storeLabel: 'none', suppressionNotes: selectNotes(noteConfig([]), config) };
  const { chooseStore, readReplicas } = await import('./choose-store.ts');
  const { askStore, createGrantJudge, resolveFile } = await import('../planning.ts');
  const store = await chooseStore(options.store ?? config.store, { config, folder, root, deadline: getDeadline(options, config) });
  const knowledge = await askStore(files, store, config, await readReplicas(config, folder));
  warnOfStore(knowledge, store.label);
  const planning = { root, config, knowledge, policy, judgeGrants: createGrantJudge(collection) };
  const resolved = files.map((file) => resolveFile(file, planning));
  const findings = resolved.flatMap((file) => file.findings);
  const suppressionNotes = selectNotes([...noteConfig(findings), ...resolved.flatMap((file) => file.suppressionNotes)], config);
  return { findings, references: resolved.flatMap(({ references }) => references), storeLabel: store.label, suppressionNotes };
}

/** What has ended or has no effect is always said. */
const selectNotes = (notes: readonly SuppressionNote[], { unusedSuppressions }: Config): SuppressionNote[] => notes.filter(({ state }) => state !== 'unused' || unusedSuppressions !== 'off');


export function warn({ unread, notes }: Pick<Collection, 'unread' | 'notes'>): void {
  for (const { path, line, reason } of unread) say(`${path}${line === undefined ? '' : `:${String(line)}`}: ${reason}`);
  for (const note of notes) say(note);
}

/** One line for the whole run; that no store is set up is said with each finding. */
export function warnOfStore({ unknown, answers }: Knowledge, label: string): void {
  const silent = unknown ?? [...answers.values()].find((answer) => answer.state === 'unknown' && !isAboutOneName(answer.reason));
  // an endpoint of somebody's choosing can answer whatever it likes
  const place = label.includes(' at ') ? ` (${label})` : '';
  if (silent?.state === 'unknown' && label !== 'none') say(`Parameter Store${place}: ${silent.detail}`);
  else if (place !== '') say(`Parameter Store${place}: the endpoint is set in the environment`);
}

/** Said with the name itself. */
const isAboutOneName = (reason: UnknownReason): boolean => ['failed', 'invalid-name', 'other-region', 'other-account'].includes(reason);

export function getExitCode({ unread, references, findings, suppressionNotes }: Report, { isVerificationRequired, isStrict }: Options, { unusedSuppressions }: Config): number {
  const isUnproven = isVerificationRequired && references.some(({ outcome }) => outcome === 'denied' || outcome === 'unverified');
  const isUnused = (isStrict || unusedSuppressions === 'fail') && suppressionNotes.length > 0;
  return unread.length > 0 || isUnproven ? 2 : findings.some(isFailing) || isUnused ? 1 : 0;
}

export async function show(report: Report, { format, output }: Options): Promise<void> {
  const reporter = format === 'text' ? textReporter : (await import('../reporters/index.ts')).reporters.find(({ id }) => id === format);
  if (reporter === undefined) throw new Error(`no reporter for ${format}`);
  if (output === undefined) return writeOut(reporter.render(report, { color: hasColor() }));
  const { writeFileAtomically } = await import('../io/write-file.ts');
  await writeFileAtomically(output, reporter.render(report, { color: false }));
}
