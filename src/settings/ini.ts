import type { FormatValue } from '../core/file-format.ts';
import type { Range } from '../core/range.ts';
import { getIniDialect, type IniDialect } from './ini-dialect.ts';

/**
 * The values of a file of lines: `[section]`, `name = value`, `name: value` and, for a name that may be a password's, `name value`.
 * There is no one grammar: a dialect says where a value without quotes ends.
 */
export function* readIni(path: string, text: string): Generator<FormatValue> {
  const dialect = getIniDialect(path);
  let section: readonly string[] = [];
  for (let offset = 0; offset <= text.length; ) {
    const end = getLineEnd(text, offset);
    // longer lines hold data
    const line = text.slice(offset, Math.min(end, offset + 8192));
    const header = /^[ \t]{0,40}\[{1,2}(?<name>[^[\]\r\n]{1,200})\]{1,2}[ \t]*(?:[#;].*)?$/u.exec(line)?.groups?.['name'];
    if (header !== undefined) section = toSection(header);
    else yield* readLine(line, offset, section, dialect);
    offset = end + 1;
  }
}

/** `[remote "origin"]` */
const toSection = (header: string): string[] => header.trim().replace(/"/gu, '').split(/[\s]+/u);

function* readLine(line: string, offset: number, path: readonly string[], dialect: IniDialect): Generator<FormatValue> {
  if (/^\s*(?:[#;!%]|\/\/(?!\S{1,200}:_)|--|REM\b|$)/iu.test(line)) return;
  const found = marked.exec(line) ?? (dialect.isMarked ? null : blank.exec(line));
  const { other, name = other ?? '', mark = other } = found?.groups ?? {};
  const cut = cutValue(line, found?.[0].length ?? 0, dialect);
  if (name === '' || cut === undefined || (mark === undefined && !isOneWord(line, cut))) return;
  yield { name: name.replace(/^(?:export|set|setenv|env|SetEnv|PassEnv)[ \t]+/u, ''), path, value: line.slice(...cut), range: [cut[0] + offset, cut[1] + offset] };
}

/** A colon within a longer name (`//registry.example/:_authToken=`) is part of it. */
const marked = /^[ \t]{0,80}["']?(?<name>(?:(?:export|set|env)[ \t]+)?[\w.$-]{1,100}(?:\[[\w"'.-]{0,60}\])?)["']?[ \t]{0,40}(?<mark>:?=>?|:(?!\/\/))[ \t]{0,40}|^[ \t]{0,80}(?<other>[^\s=#;["'][^=\r\n"']{0,200}?)[ \t]{0,40}=[ \t]{0,40}/u;
const blank = /^[ \t]{0,80}(?<name>(?:(?:set|setenv|SetEnv|env)[ \t]+)?[A-Za-z][\w.-]{1,60})[ \t]{1,40}(?=\S)/u;

/** Where a value stands in its line, without quotes and comment. */
export function cutValue(line: string, start: number, { comment }: IniDialect): Range | undefined {
  const quote = line.charAt(start);
  if (quote === '"' || quote === "'") {
    const close = getClose(line, start, quote);
    if (close !== undefined && /^[ \t]*(?:[;,].*|#.*|\/\/.*)?$/u.test(line.slice(close + 1))) return [start + 1, close];
  }
  const stop = comment === undefined ? -1 : line.slice(start).search(comment);
  const raw = (stop < 0 ? line.slice(start) : line.slice(start, start + stop)).trimEnd();
  return raw === '' ? undefined : [start, start + raw.length];
}

function getClose(line: string, open: number, quote: string): number | undefined {
  for (let index = open + 1; index < line.length; index++) {
    if (line.charAt(index) === '\\') index++;
    else if (line.charAt(index) === quote) return index;
  }
  return undefined;
}

/** `requirepass value`; with more words after it the line says something else. */
const isOneWord = (line: string, [start, end]: Range): boolean => /["']/u.test(line.charAt(start - 1)) || !/\s/u.test(line.slice(start, end));

const getLineEnd = (text: string, offset: number): number => {
  for (let index = offset; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || code === 13) return index;
  }
  return text.length;
};
