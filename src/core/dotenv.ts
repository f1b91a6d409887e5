import type { Range } from './range.ts';

/** One assignment of a .env file, read as the `dotenv` package reads it (its README, "Rules"). */
export interface DotenvEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly isExport: boolean;
  /** Quotes removed; `\n` and `\r` resolved in double quotes. */
  readonly value: string;
  /** The value without its quotes. */
  readonly range: Range;
  /** The value with its quotes. */
  readonly outerRange: Range;
  readonly quote: '' | '"' | "'" | '`';
  /** What the comment after the value begins at, if there is one. */
  readonly commentStart?: number;
}

/** A line that is no assignment. */
export interface DotenvJunk {
  readonly range: Range;
  readonly reason: 'not an assignment' | 'unclosed quote';
}

export interface DotenvFile {
  readonly entries: readonly DotenvEntry[];
  readonly junk: readonly DotenvJunk[];
}

export function parseDotenv(text: string): DotenvFile {
  const entries: DotenvEntry[] = [];
  const junk: DotenvJunk[] = [];
  let offset = 0;
  while (offset < text.length) {
    const end = getLineEnd(text, offset);
    const line = text.slice(offset, end);
    const key = /^[ \t\uFEFF]*(?<export>export[ \t]+)?(?<key>[\w.-]+)(?:[ \t]*=[ \t]*|:[ \t]+)/u.exec(line);
    if (key !== null) {
      const entry = readEntry(text, offset, end, key);
      entries.push(entry);
      if (isUnclosed(entry)) junk.push({ range: [offset, end], reason: 'unclosed quote' });
      offset = Math.max(end, getLineEnd(text, entry.outerRange[1]));
    } else {
      if (!/^[ \t]*(?:#.*|export[ \t][\w. \t-]*)?$/u.test(line)) junk.push({ range: [offset, end], reason: 'not an assignment' });
      offset = end;
    }
    offset += text.startsWith('\r\n', offset) ? 2 : 1;
  }
  return { entries, junk };
}

function readEntry(text: string, lineStart: number, lineEnd: number, match: RegExpExecArray): DotenvEntry {
  const key = match.groups?.['key'] ?? '';
  const keyStart = lineStart + match[0].indexOf(key, match.groups?.['export']?.length ?? 0);
  const start = lineStart + match[0].length;
  const base = { key, keyRange: [keyStart, keyStart + key.length] as const, isExport: match.groups?.['export'] !== undefined };
  return { ...base, ...(readQuoted(text, start) ?? readBare(text, start, lineEnd)) };
}

type Value = Omit<DotenvEntry, 'key' | 'keyRange' | 'isExport'>;

/** A quoted value may go over several lines; after the closing quote only white space or a comment may follow. */
function readQuoted(text: string, start: number): Value | undefined {
  const quote = text.charAt(start);
  if (quote !== '"' && quote !== "'" && quote !== '`') return undefined;
  const end = getClosingQuote(text, start, quote);
  if (end === undefined) return undefined;
  const rest = /^[ \t]*(?:#[^\r\n]*)?(?=\r|\n|$)/u.exec(text.slice(end + 1, end + 2000));
  if (rest === null) return undefined;
  const raw = text.slice(start + 1, end);
  const value = quote === '"' ? raw.replace(/\\n/gu, '\n').replace(/\\r/gu, '\r') : raw;
  const comment = rest[0].includes('#') ? { commentStart: end + 1 + rest[0].indexOf('#') } : {};
  return { value, range: [start + 1, end], outerRange: [start, end + 1], quote, ...comment };
}

function getClosingQuote(text: string, start: number, quote: string): number | undefined {
  for (let index = start + 1; index < text.length && index < start + 65_536; index++) {
    if (text.charAt(index) === quote && text.charAt(index - 1) !== '\\') return index;
  }
  return undefined;
}

/** A bare value ends at a comment sign or the end of the line. */
function readBare(text: string, start: number, lineEnd: number): Value {
  const rest = text.slice(start, lineEnd);
  const hash = rest.indexOf('#');
  const raw = hash === -1 ? rest : rest.slice(0, hash);
  const end = start + raw.trimEnd().length;
  const comment = hash === -1 ? {} : { commentStart: start + hash };
  return { value: text.slice(start, end), range: [start, end], outerRange: [start, end], quote: '', ...comment };
}

const isUnclosed = (entry: DotenvEntry): boolean =>
  entry.quote === '' && /^["'`]/u.test(entry.value) && !(entry.value.length > 1 && entry.value.endsWith(entry.value.charAt(0)));

const getLineEnd = (text: string, offset: number): number => {
  for (let index = offset; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || code === 13) return index;
  }
  return text.length;
};
