import { applyEdits, type Edit } from '../../core/edit.ts';
import { getColumn, getCommentAfter, getCommentStart, getLineStart, getNewline, getNextLine, getSpaceBefore, quoteLike, toScalar } from '../../core/lines.ts';
import type { Range } from '../../core/range.ts';
import type { MapMoveSite, MoveMap } from '../../core/map-move.ts';

/** The variable goes to the map `toKey` with `value` in place of its own. */
export interface MapMove {
  readonly toKey: string;
  readonly value: string;
}

/** One edit over all that changes, so that two moves in one map are made one after the other. */
export function moveEntry(text: string, site: MapMoveSite, move: MapMove): Edit {
  return join(text, site.from.entries.length === 1 && site.to === undefined ? renameMap(text, site, move) : [...removeEntry(text, site), ...addEntry(text, site, move)]);
}

function join(text: string, edits: readonly Edit[]): Edit {
  const start = Math.min(...edits.map(({ range }) => range[0]));
  const end = Math.max(...edits.map(({ range }) => range[1]));
  const moved = edits.map((edit) => ({ ...edit, range: [edit.range[0] - start, edit.range[1] - start] as const }));
  return { range: [start, end], text: applyEdits(text.slice(start, end), moved) };
}

/** The only variable takes its map with it. */
const renameMap = (text: string, { from, valueRange }: MapMoveSite, { toKey, value }: MapMove): Edit[] => [
  { range: from.keyRange, text: quoteLike(text.charAt(from.keyRange[0]), toKey) },
  { range: valueRange, text: toScalar(text.slice(...valueRange), value) },
];

function removeEntry(text: string, { from, index }: MapMoveSite): Edit[] {
  const entry = getRange(from, index);
  const isOnly = from.entries.length === 1;
  if (!from.isFlow) return [{ range: getLines(text, isOnly ? [from.keyRange[0], from.range[1]] : [getCommentStart(text, entry[0]), entry[1]]), text: '' }];
  if (isOnly) return [{ range: from.range, text: '{}' }];
  return [{ range: index === 0 ? [entry[0], getRange(from, 1)[0]] : [getRange(from, index - 1)[1], entry[1]], text: '' }];
}

function addEntry(text: string, site: MapMoveSite, move: MapMove): Edit[] {
  const { to, from } = site;
  if (to === undefined) return [from.isFlow ? addFlowMap(text, site, move) : addBlockMap(text, site, move)];
  const last = to.entries.at(-1)?.range;
  if (last === undefined) return [{ range: to.range, text: `{${toEntry(text, site, move)}}` }];
  if (to.isFlow) return [{ range: [last[1], last[1]], text: `,${getSpaceBefore(text, last[0])}${toEntry(text, site, move)}` }];
  return [addLines(text, last[1], toLines(text, site, move, getColumn(text, last[0])))];
}

function addBlockMap(text: string, site: MapMoveSite, move: MapMove): Edit {
  const { from, index } = site;
  const key = `${' '.repeat(getColumn(text, from.keyRange[0]))}${move.toKey}:`;
  return addLines(text, from.range[1], [key, ...toLines(text, site, move, getColumn(text, getRange(from, index)[0]))]);
}

function addFlowMap(text: string, site: MapMoveSite, move: MapMove): Edit {
  const { from, isFlow } = site;
  const first = from.entries[0]?.range[0] ?? from.range[0];
  const last = from.entries.at(-1)?.range[1] ?? from.range[1];
  const tail = text.slice(last, from.range[1] - 1);
  const map = `{${getSpaceBefore(text, first)}${toEntry(text, site, move)}${tail.trim() === '' ? tail : ''}}`;
  const member = quoteLike(text.charAt(from.keyRange[0]), move.toKey) + text.slice(from.keyRange[1], from.range[0]) + map;
  if (isFlow) return { range: [from.range[1], from.range[1]], text: `,${getSpaceBefore(text, from.keyRange[0])}${member}` };
  return addLines(text, from.range[1], [' '.repeat(getColumn(text, from.keyRange[0])) + member]);
}

/** Whole lines after the one that holds an offset. */
function addLines(text: string, after: number, lines: readonly string[]): Edit {
  const offset = getNextLine(text, after);
  const newline = getNewline(text);
  const isOpen = offset === text.length && !text.endsWith('\n');
  return { range: [offset, offset], text: lines.map((line) => (isOpen ? newline + line : line + newline)).join('') };
}

/** The entry with the comments above and after it. */
function toLines(text: string, site: MapMoveSite, move: MapMove, column: number): string[] {
  const { from, index, valueRange } = site;
  const [start] = getRange(from, index);
  const above = from.isFlow ? '' : text.slice(getCommentStart(text, start), getLineStart(text, start)).trim();
  const lines = [...(above === '' ? [] : above.split(/(?<!\s)\s*\n\s*/u)), toEntry(text, site, move) + (from.isFlow ? '' : getCommentAfter(text, valueRange[1]))];
  return lines.map((line) => ' '.repeat(column) + line);
}

const toEntry = (text: string, { from, index, valueRange }: MapMoveSite, { value }: MapMove): string =>
  text.slice(getRange(from, index)[0], valueRange[0]) + toScalar(text.slice(...valueRange), value);

/** Whole lines; at the end of a text without a last line break, with the break before them. */
function getLines(text: string, [start, end]: Range): Range {
  const lines: Range = [getLineStart(text, start), getNextLine(text, end)];
  const isLast = lines[1] === text.length && !text.endsWith('\n');
  return isLast ? [lines[0] - getNewline(text).length, lines[1]] : lines;
}

const getRange = ({ entries }: MoveMap, index: number): Range => entries[index]?.range ?? [0, 0];
