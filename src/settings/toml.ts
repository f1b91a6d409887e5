import type { FormatValue } from '../core/file-format.ts';
import type { Range } from '../core/range.ts';

/** The values of a TOML document (https://toml.io/en/v1.0.0); a line that is none is passed over. */
export function* readToml(text: string): Generator<FormatValue> {
  let table: readonly string[] = [];
  for (let offset = skipSpace(text, 0); offset < text.length; ) {
    const isHeader = text.charAt(offset) === '[';
    const key = readKey(text, isHeader ? offset + (text.startsWith('[[', offset) ? 2 : 1) : offset);
    let end = key?.end ?? offset;
    if (key !== undefined && isHeader) table = key.names;
    if (key !== undefined && !isHeader && text.charAt(end) === '=') {
      const state = { text, offset: skipBlank(text, end + 1) };
      yield* readValue(state, [...table, ...key.names], 0);
      end = state.offset;
    }
    offset = skipSpace(text, getLineEnd(text, end));
  }
}

interface State {
  readonly text: string;
  offset: number;
}

/** Deeper values are passed over. */
const maxDepth = 30;

function* readValue(state: State, names: readonly string[], depth: number): Generator<FormatValue> {
  const { text, offset } = state;
  const mark = text.charAt(offset);
  if (mark === '"' || mark === "'") yield toValue(names, readString(state));
  else if (mark === '[' && depth < maxDepth) yield* readItems(state, names, depth);
  else if (mark === '{' && depth < maxDepth) yield* readInline(state, names, depth);
  else {
    bare.lastIndex = offset;
    const raw = bare.exec(text)?.[0].trimEnd() ?? '';
    state.offset = Math.max(offset + raw.length, offset);
    if (raw !== '') yield toValue(names, { value: raw, range: [offset, offset + raw.length] });
  }
}

const bare = /[^\s,\]}#"'[{][^\r\n,\]}#]{0,400}/uy;

const toValue = (names: readonly string[], { value, range }: { value: string; range: Range }): FormatValue => ({ name: names.at(-1) ?? '', path: names.slice(0, -1), value, range });

function* readItems(state: State, names: readonly string[], depth: number): Generator<FormatValue> {
  state.offset = skipSpace(state.text, state.offset + 1);
  while (state.offset < state.text.length && state.text.charAt(state.offset) !== ']') {
    const before = state.offset;
    yield* readValue(state, names, depth + 1);
    state.offset = skipSpace(state.text, state.offset);
    if (state.text.charAt(state.offset) === ',') state.offset = skipSpace(state.text, state.offset + 1);
    else if (state.offset === before) return;
  }
  state.offset++;
}

function* readInline(state: State, names: readonly string[], depth: number): Generator<FormatValue> {
  state.offset = skipSpace(state.text, state.offset + 1);
  while (state.offset < state.text.length && state.text.charAt(state.offset) !== '}') {
    const key = readKey(state.text, state.offset);
    if (key === undefined || state.text.charAt(key.end) !== '=') return;
    state.offset = skipBlank(state.text, key.end + 1);
    yield* readValue(state, [...names, ...key.names], depth + 1);
    state.offset = skipSpace(state.text, state.offset);
    if (state.text.charAt(state.offset) !== ',') break;
    state.offset = skipSpace(state.text, state.offset + 1);
  }
  state.offset++;
}

/** Dotted parts, bare or quoted; `end` is after the space that follows. */
function readKey(text: string, start: number): { names: readonly string[]; end: number } | undefined {
  const names: string[] = [];
  for (let offset = skipBlank(text, start); names.length < 50; ) {
    part.lastIndex = offset;
    const found = part.exec(text);
    if (found === null) return undefined;
    names.push(found.groups?.['bare'] ?? found[0].slice(1, -1));
    offset = skipBlank(text, offset + found[0].length);
    if (text.charAt(offset) !== '.') return { names, end: offset };
    offset = skipBlank(text, offset + 1);
  }
  return undefined;
}

const part = /(?<bare>[\w-]{1,200})|"(?:[^"\\\r\n]|\\[^\r\n]){0,400}"|'[^'\r\n]{0,400}'/uy;

function readString(state: State): { value: string; range: Range } {
  const { text, offset } = state;
  const quote = text.charAt(offset);
  const isLong = text.startsWith(quote.repeat(3), offset);
  const mark = isLong ? quote.repeat(3) : quote;
  // the line break right after the mark is no part of it
  const start = offset + mark.length + (isLong ? (/^\r?\n/u.exec(text.slice(offset + 3, offset + 5))?.[0].length ?? 0) : 0);
  const end = getStringEnd(text, start, mark);
  state.offset = Math.min(text.length, end + mark.length);
  const raw = text.slice(start, end);
  return { value: quote === '"' ? unescape(raw) : raw, range: [start, end] };
}

function getStringEnd(text: string, start: number, mark: string): number {
  for (let index = start; index < text.length; index++) {
    if (mark.startsWith('"') && text.charAt(index) === '\\') index++;
    else if (text.startsWith(mark, index) || (mark.length === 1 && /[\r\n]/u.test(text.charAt(index)))) return index;
  }
  return text.length;
}

const unescape = (raw: string): string =>
  raw.replace(/\\(?:u(?<short>[\da-f]{4})|U(?<long>[\da-f]{8})|\s*\n\s*|(?<mark>[^]))/giu, (_, short?: string, long?: string, mark?: string) => {
    const code = parseInt(short ?? long ?? '', 16);
    return Number.isNaN(code) ? (mark === undefined ? '' : (controls[mark] ?? mark)) : code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

const controls: Readonly<Record<string, string>> = { b: '\b', t: '\t', n: '\n', f: '\f', r: '\r' };

function skipBlank(text: string, offset: number): number {
  let end = offset;
  while (text.charAt(end) === ' ' || text.charAt(end) === '\t') end++;
  return end;
}

/** Over line breaks and comments too. */
function skipSpace(text: string, offset: number): number {
  let end = offset;
  for (;;) {
    while (/[\s\uFEFF]/u.test(text.charAt(end))) end++;
    if (text.charAt(end) !== '#') return end;
    end = getLineEnd(text, end);
  }
}

function getLineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end === -1 ? text.length : end;
}
