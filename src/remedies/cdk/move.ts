import { applyEdits, type Edit } from '../../core/edit.ts';
import { getLineStart, getSpaceBefore, quoteLike } from '../../core/lines.ts';
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
  if (secrets !== undefined) return [{ range: isOnly ? getRemoved(text, options, position) : getRemoved(text, environment, index), text: '' }, addEntry(text, secrets, entry)];
  const key = quoteLike(text.charAt(environmentKeyRange[0]), 'secrets');
  // the only variable takes its object with it
  if (isOnly) return [{ range: environmentKeyRange, text: key }, { range: valueRange, text: value }];
  const { range } = environment;
  const property = `,${getSpaceBefore(text, environmentKeyRange[0])}${key}: ${wrapLike(text, environment, entry)}`;
  return [{ range: getRemoved(text, environment, index), text: '' }, { range: [range[1], range[1]], text: property }];
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

const commaAfter = /[ \t]*,/uy;
const restOfLine = /[ \t]*\r?\n/uy;
const spaces = /[ \t]*/uy;

/** A property with the comma that separates it: its whole line, where nothing else is there. */
function getRemoved(text: string, { entries }: PropertyList, index: number): Range {
  const [start, end] = entries[index] ?? [0, 0];
  const afterComma = getMatchEnd(commaAfter, text, end);
  if (afterComma !== undefined) {
    const lineStart = getLineStart(text, start);
    const lineEnd = text.slice(lineStart, start).trim() === '' ? getMatchEnd(restOfLine, text, afterComma) : undefined;
    return lineEnd === undefined ? [start, getMatchEnd(spaces, text, afterComma) ?? afterComma] : [lineStart, lineEnd];
  }
  const previous = entries[index - 1]?.[1];
  return previous !== undefined && /^\s*,\s*$/u.test(text.slice(previous, start)) ? [previous, end] : [start, end];
}

function getMatchEnd(expression: RegExp, text: string, offset: number): number | undefined {
  expression.lastIndex = offset;
  const found = expression.exec(text);
  return found === null ? undefined : offset + found[0].length;
}
