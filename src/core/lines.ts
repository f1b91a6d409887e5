/** Where lines begin and end, and how a text is quoted: what edits of documents share. */
export const getLineStart = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** The same; undefined for a line so long that no person wrote it, which would be read again for each of its places. */
export function findLineStart(text: string, offset: number): number | undefined {
  const from = Math.max(0, offset - longest);
  const start = text.slice(from, offset).lastIndexOf('\n');
  return start !== -1 ? from + start + 1 : from === 0 ? 0 : undefined;
}

const longest = 10_000;

/** Start of the next line, or the end of the text. */
export function getNextLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end + 1;
}

export const getColumn = (text: string, offset: number): number => offset - getLineStart(text, offset);

export const getNewline = (text: string): '\r\n' | '\n' => (text.includes('\r\n') ? '\r\n' : '\n');

export function getSpaceBefore(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && /\s/u.test(text.charAt(start - 1))) start--;
  return text.slice(start, offset);
}

/** Where the lines of comment begin that stand right above an entry of YAML and as far in; the entry's own line where there are none. */
export function getCommentStart(text: string, entry: number): number {
  const column = getColumn(text, entry);
  let start = getLineStart(text, entry);
  while (start > 0) {
    const above = getLineStart(text, start - 1);
    const line = text.slice(above, start);
    if (line.charAt(column) !== '#' || line.slice(0, column).trim() !== '') break;
    start = above;
  }
  return start;
}

/** The comment after an entry, in its line, with the space before it. */
export const getCommentAfter = (text: string, end: number): string => /^[ \t]+#[^\r\n]*/u.exec(text.slice(end, getNextLine(text, end)))?.[0].trimEnd() ?? '';

/** In the quotes that another text begins with. */
export const quoteLike = (mark: string, text: string): string => (mark === '"' || mark === "'" ? mark + text + mark : text);

/** A name or ARN in the quotes of the value that it replaces; a name such as `1.5` would be no text without any. */
export function toScalar(replaced: string, value: string): string {
  const mark = replaced.replace(/^(?:![^\s]*\s+)?/u, '').charAt(0);
  return quoteLike(mark === '"' || mark === "'" || /^(?:\/|arn:)/u.test(value) ? mark : '"', value);
}
