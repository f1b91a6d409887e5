import { createHash } from 'node:crypto';
import path from 'node:path';
import { applyEdits, mergeEdits, type Edit } from '../core/edit.ts';
import type { Finding } from '../core/finding.ts';
import { createMask, createRedact, maskText } from '../core/mask.ts';
import { isOverlapping } from '../core/range.ts';
import { readConfig } from '../io/config-file.ts';
import { getErrorMessage } from '../io/errors.ts';
import { say, writeOut } from '../io/terminal.ts';
import { readBytes } from '../io/work-tree.ts';
import { writeFileAtomically } from '../io/write-file.ts';
import { resolveFindings, type ScannedFile } from '../pipeline.ts';
import { chooseStore } from './choose-store.ts';
import { collectWorkTree } from './collect.ts';
import type { Options } from './options.ts';
import { warn } from './scan.ts';

/** Shows, or with `--apply` writes, the verified edits. Exit code: 0 nothing is left to do, 1 leaks remain, 2 something failed. */
export async function fix(options: Options, root: string): Promise<number> {
  const { config, folder } = await readConfig(root, options.config);
  const collection = await collectWorkTree(root, options.paths, config, options.sizeLimit);
  warn(collection);
  const store = await chooseStore(options.store ?? config.store, { config, folder, root, deadline: options.deadline });
  const { findings } = await resolveFindings(collection.files, store, config, root);
  const plans = [...findings].map(([file, list]) => planFile(file, list));
  const changed = plans.filter(({ edits }) => edits.length > 0);
  const failures = options.isApplied ? await writePlans(root, changed, options.sizeLimit) : 0;
  if (!options.isApplied) for (const plan of changed) writeOut(await renderDiff(plan));
  writeOut(describe(plans, options.isApplied, failures));
  const open = plans.flatMap(({ left }) => left).length + (options.isApplied ? 0 : changed.length);
  if (collection.unread.length > 0 || failures > 0) return 2;
  return open > 0 ? 1 : 0;
}

interface FilePlan {
  readonly file: ScannedFile;
  readonly edits: readonly Edit[];
  readonly fixed: readonly Finding[];
  readonly left: readonly Finding[];
}

/** Takes every fix that does not collide with an earlier one. */
function planFile(file: ScannedFile, findings: readonly Finding[]): FilePlan {
  let edits: readonly Edit[] = [];
  const fixed: Finding[] = [];
  const left: Finding[] = [];
  for (const finding of findings) {
    if (finding.suppression !== undefined) continue;
    const merged = finding.remedy.state === 'offered' ? mergeEdits([edits, finding.remedy.edits]) : undefined;
    if (merged === undefined) left.push(finding);
    else fixed.push(finding);
    edits = merged ?? edits;
  }
  return { file, edits, fixed, left };
}

/** A unified diff in which every secret of the file is masked, on both sides. */
async function renderDiff({ file, edits }: FilePlan): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const { source, problems } = file;
  const before = createMask(source.text, problems)([0, source.text.length]);
  const masks = problems
    .flatMap(({ secretRanges }) => secretRanges)
    .filter((range) => !edits.some((edit) => isOverlapping(edit.range, range)))
    .map((range) => ({ range, text: maskText }));
  const after = createRedact(problems)(applyEdits(source.text, mergeEdits([edits, masks]) ?? edits));
  const patch = createTwoFilesPatch(`a/${source.path}`, `b/${source.path}`, before, after, '', '', { context: 2 });
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

async function writePlan(root: string, { file, edits }: FilePlan, sizeLimit: number): Promise<string | undefined> {
  const { source, bytes, decoded } = file;
  const current = readBytes(root, source.path, sizeLimit);
  if (!(current instanceof Uint8Array) || digest(current) !== digest(bytes)) return 'it changed since it was scanned; run the command again';
  try {
    await writeFileAtomically(path.resolve(root, source.path), `${decoded.hasByteOrderMark ? '\uFEFF' : ''}${applyEdits(source.text, edits)}`);
    return undefined;
  } catch (error) {
    return getErrorMessage(error);
  }
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

function describe(plans: readonly FilePlan[], isApplied: boolean, failures: number): string {
  const fixed = plans.flatMap((plan) => plan.fixed);
  const left = plans.flatMap((plan) => plan.left);
  const files = plans.filter(({ edits }) => edits.length > 0).length - failures;
  const head =
    fixed.length === 0 ? 'No leak has a verified fix.'
    : isApplied ? `Fixed ${count(fixed.length)} in ${String(files)} ${files === 1 ? 'file' : 'files'}. The old values stay in the git history: rotate them.`
    : `${count(fixed.length)} can be fixed: run "paramguard fix --apply" to write this.`;
  const rest = left.map((finding) => `  ${finding.path}:${String(finding.start.line)} ${finding.message}${finding.remedy.state === 'none' && finding.remedy.reason !== '' ? ` No fix: ${finding.remedy.reason}` : ''}`);
  if (plans.length === 0) return 'No leaks found.\n';
  return `${[head, ...(left.length === 0 ? [] : [`${count(left.length)} ${left.length === 1 ? 'is' : 'are'} left:`, ...rest])].join('\n')}\n`;
}

const count = (number: number): string => `${String(number)} ${number === 1 ? 'leak' : 'leaks'}`;
