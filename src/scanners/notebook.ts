import type { Detect } from '../core/detect.ts';
import { formats } from '../core/formats.ts';
import { decodeJsonText, type Placed } from '../core/json-text.ts';
import type { Problem } from '../core/problem.ts';
import type { Range } from '../core/range.ts';
import type { Scanner, SourceFile } from '../core/scanner.ts';
import { dropOverlapping, toSecretProblem } from '../core/secret-problem.ts';
import { getText, getValue, toList, type Tree } from '../core/tree.ts';
import { findCommandSecrets } from '../shell/commands.ts';
import { telling } from '../shell/statements.ts';
import { findTextSecrets } from './text.ts';

/** Jupyter notebooks (https://nbformat.readthedocs.io/en/latest/format_description.html): cells as programs or prose, outputs as text. */
export const notebook: Scanner = {
  id: 'notebook',
  handles: formats.notebook,
  async scan(file, detect) {
    const tokens = detect.tokens(file.text).map((match) => toSecretProblem(match));
    if (!detect.mayHold(file.text) && !telling.test(file.text)) return { problems: tokens, unread: [] };
    const { parseJson } = await import('./json.ts');
    const parsed = await parseJson(file.text);
    if (parsed?.tree === undefined || parsed.errors.length > 0) return { problems: findTextSecrets(file, detect), unread: [{ reason: 'This notebook is no valid JSON and was only searched as text: correct it or leave it out of the scan.' }] };
    const cells = [...toList(getValue(parsed.tree, 'cells')), ...toList(getValue(parsed.tree, 'worksheets')).flatMap((sheet) => toList(getValue(sheet, 'cells')))];
    const found: Problem[] = [];
    for (const cell of cells) found.push(...(await scanCell(cell, file, detect)));
    return { problems: dropOverlapping([...tokens, ...found]), unread: [] };
  },
};

async function scanCell(cell: Tree, file: SourceFile, detect: Detect): Promise<Problem[]> {
  const source = join(getValue(cell, 'source', 'input'), file.text);
  const isCode = getText(getValue(cell, 'cell_type')) === 'code';
  const outputs = toList(getValue(cell, 'outputs')).flatMap((output) => [getValue(output, 'text'), getValue(getValue(output, 'data'), 'text/plain')]);
  const printed = outputs.flatMap((output) => place(findTextSecrets({ path: 'output.txt', text: join(output, file.text).text }, detect), join(output, file.text)));
  return [...(isCode ? await scanCode(source, file, detect) : place(findTextSecrets({ path: 'cell.md', text: source.text }, detect), source)), ...printed];
}

/** Lines of the notebook's own (`%env`, `!command`) are none of Python. */
async function scanCode(source: Placed, { path }: SourceFile, detect: Detect): Promise<Problem[]> {
  const commands: Range[] = [];
  const text = source.text.replace(/^[ \t]*(?:!|%{1,2}(?:env|bash|sh|system|set_env)?[ \t])[^\n]*/gmu, (line, offset: number) => {
    commands.push([offset + (/^[ \t]*(?:!|%{1,2}\w*[ \t])/u.exec(line)?.[0].length ?? 0), offset + line.length]);
    return ' '.repeat(line.length);
  });
  const { python } = await import('./python.ts');
  const { problems } = await python.scan({ path: `${path}.py`, text }, detect);
  return place([...problems.filter(({ ruleId }) => ruleId === 'no-hardcoded-secrets'), ...findCommandSecrets(source.text, commands, detect, 'setting')], source);
}

/** Problems of the decoded text, where they stand in the file; no edit is known there. */
function place(problems: readonly Problem[], { offsets }: Placed): Problem[] {
  // an escape is six characters at most; what is further away is in the next line of the cell
  const getEnd = (last: number): number => (offsets[last] ?? 0) + ((offsets[last + 1] ?? 0) - (offsets[last] ?? 0) > 6 ? 1 : (offsets[last + 1] ?? 0) - (offsets[last] ?? 0));
  const move = ([start, end]: Range): Range => [offsets[start] ?? 0, getEnd(end - 1)];
  return problems.map((problem) => ({ ...withoutSite(problem), range: move(problem.range), secretRanges: problem.secretRanges.map(move) }));
}

/** The lines of a cell as one text. */
function join(tree: Tree | undefined, file: string): Placed {
  const parts = toList(tree).flatMap((line) => (line.kind === 'scalar' && line.isString ? [decodeJsonText(file, line.content)] : []));
  const offsets = parts.flatMap(({ offsets: own }) => own.slice(0, -1));
  return { text: parts.map(({ text }) => text).join(''), offsets: [...offsets, parts.at(-1)?.offsets.at(-1) ?? 0] };
}

function withoutSite(problem: Problem): Problem {
  const { site, ...rest } = problem;
  return site === undefined ? problem : rest;
}
