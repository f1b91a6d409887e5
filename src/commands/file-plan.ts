import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Config } from '../core/config.ts';
import { applyEdits, mergeEdits, type Edit } from '../core/edit.ts';
import type { Finding } from '../core/finding.ts';
import { createMask, createRedact } from '../core/mask.ts';
import { getErrorMessage } from '../io/errors.ts';
import { readBytes } from '../io/read-file.ts';
import { writeFileAtomically } from '../io/write-file.ts';
import { scanWhole, type ScannedFile } from '../pipeline.ts';

/** A file and what it becomes. */
export interface FilePlan {
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
export async function planFile(file: ScannedFile, { root, config }: { root: string; config: Config }, getOpen: (file: ScannedFile) => Finding[]): Promise<FilePlan> {
  const fixed: Finding[] = [];
  let current: State = { file, open: getOpen(file) };
  const attempt = async (findings: readonly Finding[]): Promise<State | undefined> => {
    const { taken, edits } = select(findings);
    if (taken.length === 0) return undefined;
    const text = applyEdits(current.file.source.text, edits);
    const next = await scanWhole(root, file.source.path, Buffer.from(text), config);
    const open = getOpen(next);
    // an edit that leaves the leak where it was would go on for ever; one that leaves what cannot be read is a bug
    const isBetter = countOffered(open) < countOffered(current.open) && next.unread.length <= current.file.unread.length;
    if (isBetter) fixed.push(...taken);
    return isBetter ? { file: next, open } : halve(taken, attempt);
  };
  for (let round = 0; round < maxRounds; round++) {
    const next = await attempt(current.open);
    if (next === undefined) break;
    current = next;
  }
  return { file, result: current.file, fixed, left: current.open };
}

interface State {
  readonly file: ScannedFile;
  readonly open: readonly Finding[];
}

/** One edit that cannot be made holds up none of the others. */
const halve = async (taken: readonly Finding[], attempt: (findings: readonly Finding[]) => Promise<State | undefined>): Promise<State | undefined> => {
  if (taken.length < 2) return undefined;
  const middle = taken.length >> 1;
  return (await attempt(taken.slice(0, middle))) ?? attempt(taken.slice(middle));
};

const countOffered = (findings: readonly Finding[]): number => findings.filter(({ remedy }) => remedy.state === 'offered').length;

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
export async function renderDiff({ file, result }: FilePlan): Promise<string> {
  const { createTwoFilesPatch } = await import('diff');
  const { path: name } = file.source;
  const redact = createRedact(file.problems);
  const [before, after] = [file, result].map(({ source, problems }) => redact(createMask(source.text, problems)([0, source.text.length])));
  const patch = createTwoFilesPatch(`a/${name}`, `b/${name}`, before ?? '', after ?? '', '', '', { context: 2 });
  return `${patch.replace(/^=+\n/u, '').trimEnd()}\n\n`;
}

/** Writes the file whole, or says why it is not written. */
export async function writePlan(root: string, { file, result }: FilePlan, sizeLimit: number): Promise<string | undefined> {
  const { source, decoded } = file;
  if (hasChanged(root, file, sizeLimit)) return 'it changed since it was scanned; run the command again';
  try {
    await writeFileAtomically(path.resolve(root, source.path), `${decoded.hasByteOrderMark ? '\uFEFF' : ''}${result.source.text}`);
    return undefined;
  } catch (error) {
    return getErrorMessage(error);
  }
}

/** Whether the file is no longer what was scanned. */
export function hasChanged(root: string, { source, bytes }: ScannedFile, sizeLimit: number): boolean {
  const current = readBytes(root, source.path, sizeLimit);
  return !(current instanceof Uint8Array) || digest(current) !== digest(bytes);
}

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
