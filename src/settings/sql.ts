import type { Range } from '../core/range.ts';

/** A text in a column that is called after a password or secret, in a row that a script puts in. */
export interface ColumnValue {
  readonly column: string;
  readonly table: string;
  readonly value: string;
  readonly range: Range;
}

/** The rows of `INSERT INTO`, `COPY … FROM stdin` and `UPDATE … SET`, for columns that `isWanted`. */
export function* readRows(text: string, isWanted: (column: string) => boolean): Generator<ColumnValue> {
  const columns = readTables(text);
  const reading = { end: 0 };
  for (let found = findFrom(statement, text, 0); found !== null; found = findFrom(statement, text, reading.end)) {
    const { insert, list, copy, copied, update } = found.groups ?? {};
    const start = found.index + found[0].length;
    reading.end = start;
    const table = toName(insert ?? copy ?? update ?? '');
    const names = (list ?? copied)?.split(',').map(toName) ?? columns.get(table) ?? [];
    const wanted = new Set(names.flatMap((name, index) => (isWanted(name) ? [index] : [])));
    if (update !== undefined) yield* readSettings(text, reading, table, isWanted);
    else if (wanted.size > 0) yield* copy === undefined ? readInserted(text, reading, { table, names, wanted }) : readCopied(text, reading, { table, names, wanted });
  }
}

/** How far the text was read: what a statement holds is not looked at for others. */
interface Reading {
  end: number;
}

function findFrom(pattern: RegExp, text: string, offset: number): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

interface Shape {
  readonly table: string;
  readonly names: readonly string[];
  readonly wanted: ReadonlySet<number>;
}

const statement =
  /\b(?:(?:insert|replace)[ \t]{1,4}(?:ignore[ \t]{1,4})?into[ \t]{1,4}(?<insert>[\w.`"[\]-]{1,200})\s{0,8}(?:\((?<list>[\w\s,`"[\]-]{1,4000})\)\s{0,8})?(?:values|select)(?=[\s(])|copy[ \t]{1,4}(?<copy>[\w."]{1,200})[ \t]{0,4}\((?<copied>[\w\s,"]{1,4000})\)[ \t]{1,4}from[ \t]{1,4}stdin[^\r\n]{0,100}\r?\n|update[ \t]{1,4}(?<update>[\w.`"[\]-]{1,200})\s{1,8}set\s)/giu;

/** Names of the columns of the tables that the script makes. */
function readTables(text: string): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, readonly string[]>();
  for (let found = findFrom(declaration, text, 0); found !== null; ) {
    const start = found.index + found[0].length;
    const body = text.slice(start, start + 20_000).split(/\n\s{0,20}\)|\);/u, 1)[0] ?? '';
    const names = body.split('\n').flatMap((line) => {
      const name = /^\s{0,40}[`"[]?(?<name>\w{1,100})[`"\]]?\s/u.exec(line)?.groups?.['name'];
      return name === undefined || /^(?:primary|unique|key|index|constraint|foreign|check|fulltext)$/iu.test(name) ? [] : [name.toLowerCase()];
    });
    tables.set(toName(found.groups?.['table'] ?? ''), names);
    found = findFrom(declaration, text, start + body.length);
  }
  return tables;
}

const declaration = /\bcreate[ \t]{1,4}table[ \t]{1,4}(?:if[ \t]{1,4}not[ \t]{1,4}exists[ \t]{1,4})?(?<table>[\w.`"[\]-]{1,200})\s{0,8}\(/giu;

const toName = (name: string): string => (name.split('.').at(-1) ?? '').replace(/[`"[\]\s]/gu, '').toLowerCase();

/** `(1, 'a'), (2, 'b');` A function around a text (`MD5('…')`) is looked through. */
function* readInserted(text: string, reading: Reading, { table, names, wanted }: Shape): Generator<ColumnValue> {
  let depth = 0;
  let column = 0;
  for (let found = findFrom(item, text, reading.end); found !== null; found = findFrom(item, text, reading.end)) {
    const { mark, string, close } = found.groups ?? {};
    reading.end = found.index + found[0].length;
    if (mark === ';') return;
    if (mark === '(' && ++depth === 1) column = 0;
    else if (mark === ')') depth--;
    else if (mark === ',' && depth === 1) column++;
    else if (string !== undefined && close !== '' && depth >= 1 && wanted.has(column)) yield toValue(names[column] ?? '', table, text, [reading.end - string.length - 1, reading.end - 1]);
  }
}

/** A text that nobody closes is taken whole: else each quote in it would be tried again. */
const item = /(?<mark>[(),;])|N?'(?<string>(?:[^'\\]|\\[^]|''){0,65536})(?<close>'?)|[^(),;']{1,4096}|[^]/uy;

const toValue = (column: string, table: string, text: string, range: Range): ColumnValue => ({ column, table, value: text.slice(...range).replace(/''/gu, "'").replace(/\\(?=[^\w])/gu, ''), range });

/** Lines of columns with tabs between, to a line of `\.`. */
function* readCopied(text: string, reading: Reading, { table, names, wanted }: Shape): Generator<ColumnValue> {
  for (let offset = reading.end; offset < text.length; offset = reading.end) {
    const next = text.indexOf('\n', offset);
    const end = next === -1 ? text.length : next;
    reading.end = end + 1;
    if (text.startsWith('\\.', offset)) return;
    let from = offset;
    for (const [index, cell] of text.slice(offset, end).replace(/\r$/u, '').split('\t').entries()) {
      if (wanted.has(index) && cell !== '\\N' && cell !== '') yield { column: names[index] ?? '', table, value: cell, range: [from, from + cell.length] };
      from += cell.length + 1;
    }
  }
}

/** `password = 'x', name = 'y'` */
function* readSettings(text: string, reading: Reading, table: string, isWanted: (column: string) => boolean): Generator<ColumnValue> {
  const start = reading.end;
  const part = /^[^;]{0,4000}/u.exec(text.slice(start, start + 4000))?.[0] ?? '';
  reading.end += part.length;
  for (const found of part.matchAll(/[`"[]?(?<column>\w{1,100})[`"\]]?\s{0,4}=\s{0,4}(?:\w{1,30}\(\s{0,4}){0,2}N?'(?<value>(?:[^'\\\r\n]|\\.|''){0,1000})'/gu)) {
    const { column = '', value = '' } = found.groups ?? {};
    const at = start + found.index + found[0].length - 1 - value.length;
    if (isWanted(column)) yield toValue(column, table, text, [at, at + value.length]);
  }
}
