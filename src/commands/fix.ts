import { isFailing, nameFindings, type Finding } from '../core/finding.ts';
import { createPolicy } from '../io/policy.ts';
import { say, writePlain } from '../io/terminal.ts';
import type { ScannedFile } from '../pipeline.ts';
import { askStore, createGrantJudge, resolveFile, type Planning } from '../planning.ts';
import { chooseStore } from './choose-store.ts';
import { collectWorkTree } from './collect.ts';
import { planFile, renderDiff, writePlan, type FilePlan } from './file-plan.ts';
import { getDeadline, type Options } from './options.ts';
import { warn, warnOfStore } from './scan.ts';
import { readScanConfig } from './scan-config.ts';

/** Shows, or with `--apply` writes, the verified edits. Exit code: 0 nothing is left to do, 1 leaks remain, 2 something failed. */
export async function fix(options: Options, root: string): Promise<number> {
  const { config, folder } = await readScanConfig(root, options.config);
  const collection = await collectWorkTree(root, options, config);
  warn(collection, options);
  const store = await chooseStore(options.store ?? config.store, { config, folder, root, deadline: getDeadline(options, config) });
  const knowledge = await askStore(collection.files, store, config);
  warnOfStore(knowledge, store.label);
  const planning = { root, config, knowledge, policy: await createPolicy(config), judgeGrants: createGrantJudge(collection) };
  const plans: FilePlan[] = [];
  for (const file of collection.files) plans.push(await planFile(file, { root, config }, (current) => getOpen(current, planning)));
  const changed = plans.filter(({ fixed }) => fixed.length > 0);
  const failed = options.isApplied ? await writePlans(root, changed, options.sizeLimit) : [];
  if (!options.isApplied) for (const plan of changed) writePlain(await renderDiff(plan));
  writePlain(describe(plans.filter((plan) => !failed.includes(plan)), options.isApplied, failed));
  if (collection.unread.length > 0 || failed.length > 0) return 2;
  return plans.some(({ left }) => left.some(isFailing)) || (!options.isApplied && changed.length > 0) ? 1 : 0;
}

const getOpen = (file: ScannedFile, planning: Planning): Finding[] => resolveFile(file, planning).findings.filter(({ suppression }) => suppression === undefined);

/** Gives the plans that could not be written. */
async function writePlans(root: string, plans: readonly FilePlan[], sizeLimit: number): Promise<FilePlan[]> {
  const failed: FilePlan[] = [];
  for (const plan of plans) {
    const error = await writePlan(root, plan, sizeLimit);
    if (error === undefined) continue;
    failed.push(plan);
    say(`${plan.file.source.path}: not written: ${error}`);
  }
  return failed;
}

function describe(plans: readonly FilePlan[], isApplied: boolean, failed: readonly FilePlan[]): string {
  const fixed = plans.flatMap((plan) => plan.fixed);
  const unwritten = failed.flatMap((plan) => plan.fixed);
  const left = plans.flatMap((plan) => plan.left);
  const files = plans.filter((plan) => plan.fixed.length > 0).length;
  const rotation = fixed.some(({ problem }) => problem.secret !== undefined) ? ' The old values stay in the git history: rotate them.' : '';
  const head =
    fixed.length === 0 ? (failed.length > 0 ? 'Nothing was written.' : 'No finding has a verified fix.')
    : isApplied ? `Fixed ${nameFindings(fixed)} in ${String(files)} ${files === 1 ? 'file' : 'files'}.${rotation}`
    : `${nameFindings(fixed)} can be fixed: run "paramguard fix --apply" to write this.`;
  const rest = left.map((finding) => `  ${finding.path}:${String(finding.start.line)} ${finding.message}${describeReason(finding)}`);
  if (fixed.length + left.length + failed.length === 0) return 'No leaks found.\n';
  const stays = failed.length === 0 ? [] : [`${nameFindings(unwritten)} ${unwritten.length === 1 ? 'stays' : 'stay'} in what could not be written: ${failed.map(({ file }) => file.source.path).join(', ')}`];
  return `${[head, ...stays, ...(left.length === 0 ? [] : [`${nameFindings(left)} ${left.length === 1 ? 'is' : 'are'} left:`, ...rest])].join('\n')}\n`;
}

function describeReason({ remedy }: Finding): string {
  if (remedy.state === 'offered') return ' No fix: the file could not be read after it, or the leak would still be there; make it by hand';
  return remedy.reason === '' ? '' : ` No fix: ${remedy.reason}`;
}
