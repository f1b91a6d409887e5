import type { Edit } from '../core/edit.ts';
import { getLineStart, getNextLine, getNewline, getSpaceBefore, quoteLike } from '../core/lines.ts';
import type { GrantedText } from '../core/read-grant.ts';

/** Another action in the place of one. */
export const replaceAction = (granted: GrantedText, action: string, text: string): Edit => ({ range: granted.range, text: write(granted, action, text) });

/** A further action behind one, which becomes a list where it stood alone. */
export function addAction(granted: GrantedText, action: string, text: string): Edit {
  const { range, layout } = granted;
  const written = write(granted, action, text);
  if (layout === 'single') return { range, text: `[${text.slice(...range)}, ${written}]` };
  const end = [range[1], range[1]] as const;
  if (layout === 'flow-item') return { range: end, text: `,${getSpaceBefore(text, range[0]) || ' '}${written}` };
  const line = text.slice(getLineStart(text, range[0]), range[0]);
  return { range: end, text: `${getNewline(text)}${' '.repeat(Math.max(0, line.lastIndexOf('-')))}- ${written}` };
}

/** Undefined for one that stands alone, or shares its line with what is no list of texts. */
export function removeAction({ range, layout }: GrantedText, text: string): Edit | undefined {
  if (layout === 'single') return undefined;
  if (layout === 'block-item') {
    const start = getLineStart(text, range[0]);
    const end = getNextLine(text, range[1]);
    return /^[ ]*-[ ]+$/u.test(text.slice(start, range[0])) && text.slice(range[1], end).trim() === '' ? { range: [start, end], text: '' } : undefined;
  }
  const after = /^\s*,\s*/u.exec(text.slice(range[1], range[1] + 200))?.[0];
  if (after !== undefined && !/^\s*,\s*[\])]/u.test(text.slice(range[1], range[1] + 201))) return { range: [range[0], range[1] + after.length], text: '' };
  const before = /,\s*$/u.exec(text.slice(Math.max(0, range[0] - 200), range[0]))?.[0];
  return before === undefined ? undefined : { range: [range[0] - before.length, range[1]], text: '' };
}

const write = ({ range }: GrantedText, action: string, text: string): string => quoteLike(text.charAt(range[0]) === '`' ? "'" : text.charAt(range[0]), action);
