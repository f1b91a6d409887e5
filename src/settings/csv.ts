import type { Range } from '../core/range.ts';

/** A cell of a table whose first line names its columns. */
export interface Cell {
  readonly column: string;
  readonly value: string;
  readonly range: Range;
}

/** The cells of the columns that `isWanted`; RFC 4180, and its kin with semicolons, tabs or bars. */
export function* readCells(text: string, isWanted: (column: string) => boolean): Generator<Cell> {
  const head = /^\uFEFF?(?<line>[^\r\n]{1,2000})\r?\n/u.exec(text);
  const line = head?.groups?.['line'] ?? '';
  const mark = [',', ';', '\t', '|'].find((separator) => line.includes(separator));
  if (head === null || mark === undefined) return;
  const columns = line.split(mark).map((name) => name.trim().replace(/^"|"$/gu, ''));
  const wanted = new Set(columns.flatMap((name, index) => (isWanted(name) ? [index] : [])));
  // a line of prose names no columns
  if (wanted.size === 0 || columns.length < 2 || columns.some((name) => name.length > 40 || name.split(/\s+/u).length > 3)) return;
  let from = head[0].length;
  for (const row of text.slice(from).split('\n')) {
    yield* readRow(row, from, { columns, wanted, mark });
    from += row.length + 1;
  }
}

interface Table {
  readonly columns: readonly string[];
  readonly wanted: ReadonlySet<number>;
  readonly mark: string;
}

/** Rows of another length are not understood, and left. */
function* readRow(row: string, from: number, { columns, wanted, mark }: Table): Generator<Cell> {
  const cells = row.replace(/\r$/u, '').split(mark);
  if (cells.length !== columns.length) return;
  let start = from;
  for (const [index, cell] of cells.entries()) {
    const quoted = /^\s*"?/u.exec(cell)?.[0].length ?? 0;
    const value = cell.slice(quoted).trimEnd().replace(/"$/u, '');
    if (wanted.has(index) && value !== '') yield { column: columns[index] ?? '', value, range: [start + quoted, start + quoted + value.length] };
    start += cell.length + mark.length;
  }
}
