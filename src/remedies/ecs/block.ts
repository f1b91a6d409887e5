import type { Edit } from '../../core/edit.ts';
import { getColumn, getCommentAfter, getCommentStart, getLineStart, getNewline, getNextLine } from '../../core/lines.ts';
import type { Range } from '../../core/range.ts';
import type { EcsList } from '../../core/sites/ecs.ts';
import { toSecretText, type Move } from './entry.ts';

/** Moves in YAML's block style, by whole lines: insertions at one place follow each other, so moves merge without more ado. */
export function toBlockEdits(text: string, moves: readonly Move[], { site, keys }: Move): readonly Edit[] {
  const { environment, secrets } = site;
  const moved = new Set(moves.map((move) => move.site.index));
  const removed = removeItems(text, environment, moved);
  const list = secrets !== undefined && secrets.entries.length > 0 ? secrets : environment;
  const offset = getNextLine(text, list.range[1]);
  const end = getNewline(text);
  const isCut = removed.some(({ range, text: kept }) => range[1] === offset && (kept === '' || kept.endsWith('\n')));
  const isLast = offset === text.length && !/[\r\n]$/u.test(text) && !isCut;
  const head = secrets === undefined ? [`${' '.repeat(getColumn(text, environment.keyRange[0]))}${keys.list}:`] : [];
  const items = moves.map((move) => toItem(text, move, getDashColumn(text, list)));
  const lines = [...head, ...items].map((line) => (isLast ? end + line : line + end));
  return [...removed, ...lines.map((line) => ({ range: [offset, offset] as const, text: line }))];
}

/** An item that does not begin its line: `environment: [`… is flow, `- - name` is nothing that lines can be cut from. */
export const isInLine = (text: string, { entries }: EcsList): boolean =>
  entries.some(({ range }) => !/^[ \t]*-[ \t]+$/u.test(text.slice(getLineStart(text, range[0]), range[0])));

function removeItems(text: string, list: EcsList, moved: ReadonlySet<number>): Edit[] {
  const isKept = list.entries.some(({ isMovable }, index) => !isMovable && !moved.has(index));
  const lines = [...moved].map((index) => getLines(text, list, index));
  if (isKept) return lines.map((range) => ({ range, text: '' }));
  return [rewrite(text, list, lines, moved.size === list.entries.length)];
}

/** One edit over the whole list, so that two of these overlap; an empty list must be written as one. */
function rewrite(text: string, list: EcsList, lines: readonly Range[], isEmpty: boolean): Edit {
  const range: Range = [list.keyRange[1], getNextLine(text, list.range[1])];
  if (isEmpty) return { range, text: `: []${/\r?\n$/u.exec(text.slice(...range))?.[0] ?? ''}` };
  let kept = '';
  let from = range[0];
  for (const [start, end] of [...lines].sort((a, b) => a[0] - b[0])) {
    kept += text.slice(from, start);
    from = end;
  }
  return { range, text: kept + text.slice(from, range[1]) };
}

/** From the comment above the dash to the line after the item. */
function getLines(text: string, list: EcsList, index: number): Range {
  const [start, end] = list.entries[index]?.range ?? [0, 0];
  return [getCommentStart(text, getLineStart(text, start) + getDashColumn(text, list)), getNextLine(text, end)];
}

/** The item under another dash, with its comments. */
function toItem(text: string, move: Move, column: number): string {
  const { environment, index } = move.site;
  const own = getDashColumn(text, environment);
  const [start, end] = environment.entries[index]?.range ?? [0, 0];
  const above = text.slice(getLines(text, environment, index)[0], getLineStart(text, start)).trim();
  const gap = getColumn(text, start) - own - 1;
  const [first = '', ...rest] = toSecretText(text, move).split(/\r?\n/u);
  const moved = rest.map((line) => ' '.repeat(Math.max(0, column - own + line.length - line.trimStart().length)) + line.trimStart());
  const comments = above === '' ? [] : above.split(/(?<!\s)\s*\n\s*/u).map((line) => ' '.repeat(column) + line);
  return [...comments, `${' '.repeat(column)}-${' '.repeat(gap)}${first}`, ...moved].join(getNewline(text)) + getCommentAfter(text, end);
}

const getDashColumn = (text: string, { entries }: EcsList): number => {
  const start = entries[0]?.range[0] ?? 0;
  return text.lastIndexOf('-', start - 1) - getLineStart(text, start);
};
