import { createHash } from 'node:crypto';
import path from 'node:path';
import { applyEdits, mergeEdits, type Edit } from '../core/edit.ts';
import { isFailing, nameFindings, type Finding } from '../core/finding.ts';
import { createMask, createRedact } from '../core/mask.ts';
import { readConfig } from '../io/config-file.ts';
import { getErrorMessage } from '../io/errors.ts';
import { say, writeOut } from '../io/terminal.ts';
import { readBytes } from '../io/work-tree.ts';
import { writeFileAtomically } from '../io/write-file.ts';
import { scanBytes, type ScannedFile } from '../pipeline.ts';
import { askStore, resolveFile, type Planning } from '../planning.ts';
import { chooseStore } from './choose-store.ts';
import { collectWorkTree } from './collect.ts';
import { getDeadline, type Options } from './options.ts';
import { warn, warnOfStore } from './scan.ts';

/** Shows, or with `--apply` writes, the verified edits. Exit code: 0 nothing is left to do, 1 leaks remain, 2 something failed. */
export async function fix(options: Options, root: string): Promise<number> {
  const { config, folder } = await readConfig(root, options.config);
  const collection = await collectWorkTree(root, options.paths, config, options.sizeLimit);
  warn(collection);
  const store = await chooseStore(options.store ?? config.store, { config, folder, root, deadline: getDeadline(options, config) });
  const knowledge = await askStore(collection.files, store, config);
  warnOfStore(knowledge, store.label);
  const plans: FilePlan[] = [];
  for (const file of collection.files) plans.push(await planFile(file, { root, config, knowledge }));
  const changed = plans.filter(({ fixed }) => fixed.length > 0);
  const failures = options.isApplied ? await writePlans(root, changed, options.sizeLimit) : 0;
  if (!options.isApplied) for (const plan of changed) writeOut(await renderDiff(plan));
  writeOut(describe(plans, options.isApplied, failures));
  if (collection.unread.length > 0 || failures > 0) return 2;
  return plans.some(({ left }) => left.some(isFailing)) || (!options.isApplied && changed.length > 0) ? 1 : 0;
}

interface FilePlan {
  readonly file: ScannedFile;
  /** As it will be. */
  readonly result: ScannedFile;
  readonly fixed: readonly Finding[];
  readonly left: readonly Finding[];
}

/** No file needs more rounds than it has findings in one place; the bound is for the unforeseen. */
const maxRounds = 50;

/**
 * Takes the fixes that go together, then reads the result and takes the next ones, until none is left: two entries of one list,
 * for example, change the same commas.
 */
async function planFile(file: ScannedFile, planning: Planning): Promise<FilePlan> {
  const fixed: Finding[] = [];
  let current = file;
  let open = getOpen(file, planning);
  for (let round = 0; round < maxRounds; round++) {
    const { taken, edits } = select(open);
    if (taken.length === 0) break;
    const text = applyEdits(current.source.text, edits);
    const next = await scanBytes(planning.root, file.source.path, Buffer.from(text), planning.config);
    const rest = getOpen(next, planning);
    // an edit that leaves the leak where it was would go on for ever
    if (countOffered(rest) >= countOffered(open)) break;
    fixed.push(...taken);
    current = next;
    open = rest;
  }
  return { file, result: current, fixed, left: open };
}

const countOffered = (findings: readonly Finding[]): number => findings.filter(({ remedy }) => remedy.state === 'offered').length;

const getOpen = (file: ScannedFile, planning: Planning): Finding[] => resolveFile(file, planning).findings.filter(({ suppression }) => suppression === undefined);

/** Every fix that does not collide with an earlier one. */
function select(findings: readonly Finding[]): { taken: readonly Finding[]; edits: readonly Edit[] } {
  let edits: readonly Edit[] = [];
  const taken: Finding[] = [];
  for (const finding of findings) {
    const merged = finding.remedy.state === 'offered' ? mergeEdits([edits, finding.remedy.edits]) : undefined;
    if (merged === undefined) continue;
    taken.push(finding);
    edits = merged;
  }
  return { taken, edits };
}

/** A unified diff in which every secret of the file is masked, on both sides. */
async function renderDiff({ file, result }: FilePlan): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const { path: name } = file.source;
  const redact = createRedact(file.problems);
  const [before, after] = [file, result].map(({ source, problems }) => redact(createMask(source.text, problems)([0, source.text.length])));
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before ?? '', after ?? '', '', '', { context: 2 });
  return `${patch.replace(/^=+\n/u, '').trimEnd()}\n\n`;
}

async function writePlans(root: string, plans: readonly FilePlan[], sizeLimit: number): Promise<number> {
  let failures = 0;
  for (const plan of plans) {
    const error = await writePlan(root, plan, sizeLimit);
    if (error === undefined) continue;
    failures++;
    say(`${plan.file.source.path}: not written: ${error}`);
  }
  return failures;
}

async function writePlan(root: string, { file, result }: FilePlan, sizeLimit: number): Promise<string | undefined> {
  const { source, bytes, decoded } = file;
  const current = readBytes(root, source.path, sizeLimit);
  if (!(current instanceof Uint8Array) || digest(current) !== digest(bytes)) return 'it changed since it was scanned; run the command again';
  try {
    await writeFileAtomically(path.resolve(root, source.path), `${decoded.hasByteOrderMark ? '\uFEFF' : ''}${result.source.text}`);
    return undefined;
  } catch (error) {
    return getErrorMessage(error);
  }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function describe(plans: readonly FilePlan[], isApplied: boolean, failures: number): string {
  const fixed = plans.flatMap((plan) => plan.fixed);
  const left = plans.flatMap((plan) => plan.left);
  const files = plans.filter((plan) => plan.fixed.length > 0).length - failures;
  const rotation = fixed.some(({ problem }) => problem.secret !== undefined) ? ' The old values stay in the git history: rotate them.' : '';
  const head =
    fixed.length === 0 ? 'No finding has a verified fix.'
    : isApplied ? `Fixed ${nameFindings(fixed)} in ${String(files)} ${files === 1 ? 'file' : 'files'}.${rotation}`
    : `${nameFindings(fixed)} can be fixed: run "paramguard fix --apply" to write this.`;
  const rest = left.map((finding) => `  ${finding.path}:${String(finding.start.line)} ${finding.message}${finding.remedy.state === 'none' && finding.remedy.reason !== '' ? ` No fix: ${finding.remedy.reason}` : ''}`);
  if (fixed.length === 0 && left.length === 0) return 'No leaks found.\n';
  return `${[head, ...(left.length === 0 ? [] : [`${nameFindings(left)} ${left.length === 1 ? 'is' : 'are'} left:`, ...rest])].join('\n')}\n`;
}
