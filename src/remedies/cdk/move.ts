import { applyEdits, type Edit } from '../../core/edit.ts';
import { getLineStart, getNextLine, getSpaceBefore, quoteLike } from '../../core/lines.ts';
import type { Range } from '../../core/range.ts';
import type { ContainerSite, PropertyList } from '../../core/sites/cdk.ts';

/** The variable goes from `environment` to `secrets`. One edit over all that changes, so that two of one container are made one after the other. */
export function moveToSecrets(text: string, site: ContainerSite, value: string): Edit {
  const edits = getEdits(text, site, value);
  const start = Math.min(...edits.map(({ range }) => range[0]));
  const end = Math.max(...edits.map(({ range }) => range[1]));
  const moved = edits.map((edit) => ({ ...edit, range: [edit.range[0] - start, edit.range[1] - start] as const }));
  return { range: [start, end], text: applyEdits(text.slice(start, end), moved) };
}

function getEdits(text: string, site: ContainerSite, value: string): Edit[] {
  const { options, position, environment, index, secrets, environmentKeyRange, keyRange, valueRange } = site;
  const entry = `${text.slice(...keyRange)}: ${value}`;
  const isOnly = environment.entries.length === 1;
  if (secrets !== undefined) return [...(isOnly ? remove(text, options, position) : remove(text, environment, index)), addEntry(text, secrets, entry)];
  const key = quoteLike(text.charAt(environmentKeyRange[0]), 'secrets');
  // the only variable takes its object with it
  if (isOnly) return [{ range: environmentKeyRange, text: key }, { range: valueRange, text: value }];
  const { range } = environment;
  const property = `,${getSpaceBefore(text, environmentKeyRange[0])}${key}: ${wrapLike(text, environment, entry)}`;
  return [...remove(text, environment, index), { range: [range[1], range[1]], text: property }];
}

function addEntry(text: string, { range, entries }: PropertyList, entry: string): Edit {
  const last = entries.at(-1);
  return last === undefined ? { range, text: `{ ${entry} }` } : { range: [last[1], last[1]], text: `,${getSpaceBefore(text, last[0])}${entry}` };
}

/** Braces with the white space and the last comma of another object. */
function wrapLike(text: string, { range, entries }: PropertyList, entry: string): string {
  const [first, last] = [entries[0] ?? range, entries.at(-1) ?? range];
  const comma = /^\s*,/u.test(text.slice(last[1], range[1])) ? ',' : '';
  return `{${getSpaceBefore(text, first[0])}${entry}${comma}${getSpaceBefore(text, range[1] - 1)}}`;
}

/** A property with the comma that separates it: its whole line, where nothing else is there. Comments stay. */
function remove(text: string, { range, entries }: PropertyList, index: number): Edit[] {
  const [start, end] = entries[index] ?? range;
  const comma = findComma(text, end);
  if (comma !== undefined) return removeRanges(isBlank(text, end, comma) ? [getWholeLine(text, start, comma + 1)] : [[start, end], [comma, comma + 1]]);
  const previous = entries[index - 1]?.[1];
  const before = previous === undefined ? undefined : findComma(text, previous);
  if (previous === undefined || before === undefined) return removeRanges([[start, end]]);
  return removeRanges(isSpace(text.slice(previous, before)) && isSpace(text.slice(before + 1, start)) ? [[previous, end]] : [[before, before + 1], [start, end]]);
}

const removeRanges = (ranges: readonly Range[]): Edit[] => ranges.map((range) => ({ range, text: '' }));

function getWholeLine(text: string, start: number, end: number): Range {
  const lineStart = getLineStart(text, start);
  const lineEnd = getNextLine(text, end);
  if (isBlank(text, lineStart, start) && isSpace(text.slice(end, lineEnd)) && lineEnd > end) return [lineStart, lineEnd];
  let after = end;
  while (/[ \t]/u.test(text.charAt(after))) after++;
  return [start, after];
}

const isSpace = (text: string): boolean => text.trim() === '';

/** Nothing but spaces, on one line. */
const isBlank = (text: string, start: number, end: number): boolean => /^[ \t]*$/u.test(text.slice(start, end));

/** The comma after a property, behind white space and comments (ECMA-262, "Comments"). */
function findComma(text: string, offset: number): number | undefined {
  for (let at = offset; at < text.length; ) {
    const end = text.startsWith('//', at) ? text.indexOf('\n', at) + 1 : text.startsWith('/*', at) ? text.indexOf('*/', at + 2) + 2 : /\s/u.test(text.charAt(at)) ? at + 1 : at;
    if (end <= at) return text.charAt(at) === ',' ? at : undefined;
    at = end;
  }
  return undefined;
}
