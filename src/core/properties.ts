import type { Range } from './range.ts';

/** An entry of a `.properties` file. */
export interface Property {
  /** Escapes resolved. */
  readonly key: string;
  readonly keyRange: Range;
  readonly value: string;
  /** As it is written, continued lines included. */
  readonly valueRange: Range;
  /** The whole lines, with the break after them. */
  readonly lines: Range;
  /** Written with escapes or over several lines: the text is not the value. */
  readonly isEscaped: boolean;
}

/** Reads what `java.util.Properties.load` reads (https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/util/Properties.html). */
export function* readProperties(text: string): Generator<Property> {
  let offset = 0;
  while (offset < text.length) {
    const start = offset;
    const first = skip(text, start, blank);
    const end = isComment(text, first) ? getNaturalEnd(text, first) : getLogicalEnd(text, first);
    offset = skipBreak(text, end);
    if (first < end && !isComment(text, first)) yield toProperty(text, [first, end], [start, offset]);
  }
}

const blank = new Set([' ', '\t', '\f']);
const breaks = new Set(['\n', '\r']);

const isComment = (text: string, offset: number): boolean => text.charAt(offset) === '#' || text.charAt(offset) === '!';

function skip(text: string, offset: number, characters: ReadonlySet<string>): number {
  let at = offset;
  while (at < text.length && characters.has(text.charAt(at))) at++;
  return at;
}

const skipBreak = (text: string, offset: number): number => offset + (text.startsWith('\r\n', offset) ? 2 : offset < text.length ? 1 : 0);

function getNaturalEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !breaks.has(text.charAt(at))) at++;
  return at;
}

/** A backslash takes in whatever follows it, a line break too. */
function getLogicalEnd(text: string, offset: number): number {
  let at = offset;
  while (at < text.length && !breaks.has(text.charAt(at))) at = text.charAt(at) === '\\' ? Math.max(at + 1, skipBreak(text, at + 1)) : at + 1;
  return Math.min(at, text.length);
}

function toProperty(text: string, [start, end]: Range, lines: Range): Property {
  const keyEnd = getKeyEnd(text, start, end);
  const afterBlank = Math.min(skip(text, keyEnd, blank), end);
  const isMarked = afterBlank < end && /[=:]/u.test(text.charAt(afterBlank));
  const valueStart = isMarked ? Math.min(skip(text, afterBlank + 1, blank), end) : afterBlank;
  const raw = text.slice(valueStart, end);
  return { key: unescape(text.slice(start, keyEnd)), keyRange: [start, keyEnd], value: unescape(raw), valueRange: [valueStart, end], lines, isEscaped: raw.includes('\\') };
}

function getKeyEnd(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && !/[=: \t\f]/u.test(text.charAt(at))) at += text.charAt(at) === '\\' ? 2 : 1;
  return Math.min(at, end);
}

const unescape = (raw: string): string =>
  raw.replace(/\\(?:(?:\r\n|\r|\n)[ \t\f]*|u(?<code>[\da-fA-F]{4})|(?<mark>[^]|$))/gu, (_, code?: string, mark?: string) => (code !== undefined ? String.fromCharCode(parseInt(code, 16)) : mark === undefined ? '' : (controls[mark] ?? mark)));

const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', f: '\f' };
