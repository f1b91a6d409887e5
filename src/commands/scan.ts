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
import { collectBranch, collectChanged, collectStaged } from './collect-changes.ts';
import { collectWorkTree, type Collection } from './collect.ts';
import { getDeadline, type Options } from './options.ts';
import { readScanConfig } from './scan-config.ts';
import { gatherNotes } from './gather-notes.ts';
import type { GitListing } from './start-git.ts';

/** Exit code: 0 clean, 1 leaks, 2 something could not be looked at. */
export async function scan(options: Options, root: string, staged: GitListing | undefined): Promise<number> {
  const { config, folder, path } = await readScanConfig(root, options.config);
  const collection = await collect(options, root, config, staged);
  warn(collection, options);
  const { allowanceNotes, ...outcome } = await findWaysOut(collection, options, collection.root ?? root, { config, folder, path });
  const report: Report = {
    ...outcome,
    suppressionNotes: options.shard === undefined ? [...allowanceNotes, ...outcome.suppressionNotes] : outcome.suppressionNotes,
    unread: [...collection.unread].sort(byPath),
    skipped: collection.skipped,
    fileCount: collection.fileCount,
    byteCount: collection.byteCount,
    now: Date.now(),
    version,
  };
  const exitCode = getExitCode(report, options, config);
  await show(collection.shard === undefined || options.shard === undefined ? report : { ...report, shard: { ...options.shard, ...collection.shard.run, allowances: allowanceNotes, isStrict: isStrict(options, config), exitCode } }, options);
  return exitCode;
}

async function collect(options: Options, root: string, config: Config, staged: GitListing | undefined): Promise<Collection> {
  if (staged !== undefined) return collectStaged(staged, root, options, config);
  if (options.base !== undefined) return collectBranch(options.base, root, options, config);
  return options.isChanged ? collectChanged(root, options, config) : collectWorkTree(root, options, config);
}

/** A clean run asks no store and loads no remedies. */
async function findWaysOut(collection: Collection, options: Options, root: string, { config, folder, path }: LoadedConfig): Promise<Pick<Report, 'findings' | 'references' | 'storeLabel' | 'suppressionNotes'> & { readonly allowanceNotes: readonly SuppressionNote[] }> {
  const { files } = collection;
  const policy = await createPolicy(config);
  // what a part of the tree does not need, the rest may
  const noteConfig = (findings: readonly Finding[]): SuppressionNote[] => selectNotes(collection.isWhole('') ? noteAllowances(path, policy.allow, findings, policy.today) : [], config);
  if (files.length === 0) return { findings: [], references: [], storeLabel: 'none', suppressionNotes: [], allowanceNotes: noteConfig([]) };
  const { chooseStore, readReplicas } = await import('./choose-store.ts');
  const { askStore, createGrantJudge, resolveFile } = await import('../planning.ts');
  // who ends a run does not wait for a store
  const store = await chooseStore(collection.isCut === true ? 'none' : (options.store ?? config.store), { config, folder, root, deadline: getDeadline(options, config) });
  const knowledge = await askStore(files, store, config, { replicas: await readReplicas(config, folder), ...(collection.shard === undefined ? {} : { surroundings: collection.shard.surroundings.files }) });
  warnOfStore(knowledge, store.label);
  const planning = { root, config, knowledge, policy, judgeGrants: createGrantJudge(collection) };
  const resolved = files.map((file) => resolveFile(file, planning));
  const { isNew = () => true } = collection;
  const findings = resolved.flatMap((file) => file.findings).filter(({ path: file, start, end }) => isNew(file, start.line, end.line));
  const references = resolved.flatMap((file) => file.references).filter(({ path: file, start }) => isNew(file, start.line, start.line));
  const suppressionNotes = selectNotes(resolved.flatMap((file) => file.suppressionNotes), config).filter(({ path: file, line = 1 }) => isNew(file, line, line));
  return { findings, references, storeLabel: store.label, suppressionNotes, allowanceNotes: noteConfig(findings) };
}

/** What has ended or has no effect is always said. */
const selectNotes = (notes: readonly SuppressionNote[], { unusedSuppressions }: Config): SuppressionNote[] => notes.filter(({ state }) => state !== 'unused' || unusedSuppressions !== 'off');

const byPath = (a: { readonly path: string }, b: { readonly path: string }): number => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);

export function warn({ unread, notes }: Pick<Collection, 'unread' | 'notes'>, { isVerbose }: Pick<Options, 'isVerbose'>): void {
  warnOfFiles(unread);
  for (const note of gatherNotes(notes, isVerbose)) say(note);
}

export function warnOfFiles(unread: Collection['unread']): void {
  for (const { path, line, reason } of unread) say(`${path}${line === undefined ? '' : `:${String(line)}`}: ${reason}`);
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

export function getExitCode({ unread, references, findings, suppressionNotes }: Report, options: Options, config: Config): 0 | 1 | 2 {
  const isUnproven = options.isVerificationRequired && references.some(({ outcome }) => outcome === 'denied' || outcome === 'unverified');
  const isUnused = isStrict(options, config) && suppressionNotes.length > 0;
  return unread.length > 0 || isUnproven ? 2 : findings.some(isFailing) || isUnused ? 1 : 0;
}

const isStrict = (options: Options, { unusedSuppressions }: Config): boolean => options.isStrict || unusedSuppressions === 'fail';

export async function show(report: Report, { format, output }: Options): Promise<void> {
  const reporter = format === 'text' ? textReporter : (await import('../reporters/index.ts')).reporters.find(({ id }) => id === format);
  if (reporter === undefined) throw new Error(`no reporter for ${format}`);
  if (output === undefined) return writeOut(reporter.render(report, { color: hasColor() }));
  const { writeFileAtomically } = await import('../io/write-file.ts');
  await writeFileAtomically(output, reporter.render(report, { color: false }));
}
