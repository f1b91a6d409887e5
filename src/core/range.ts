/** Half-open span of UTF-16 offsets into a file's text. */
export type Range = readonly [start: number, end: number];

/** Line and column, both counted from 1; columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export const isOverlapping = (a: Range, b: Range): boolean => a[0] < b[1] && b[0] < a[1];

export const isInside = (inner: Range, outer: Range): boolean => inner[0] >= outer[0] && inner[1] <= outer[1];

/** Offsets at which the lines of `text` begin; LF, CRLF and lone CR end a line. */
export function getLineStarts(text: string): number[] {
  const starts = [0];
  for (let offset = 0; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10)) starts.push(offset + 1);
  }
  return starts;
}

export function getPosition(lineStarts: readonly number[], offset: number): Position {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

/** Range of one line, counted from 1, without its line break. */
export function getLineRange(text: string, lineStarts: readonly number[], line: number): Range {
  const start = lineStarts[line - 1] ?? text.length;
  let end = lineStarts[line] ?? text.length;
  while (end > start && /[\r\n]/u.test(text.charAt(end - 1))) end--;
  return [start, end];
}
