import type { Range } from '../core/range.ts';

export interface Token {
  readonly kind: 'identifier' | 'number' | 'string' | 'heredoc' | 'punctuation' | 'newline' | 'end';
  readonly range: Range;
  /** As it stands; for strings and heredocs what is within. */
  readonly text: string;
  /** Of strings and heredocs: without quotes or markers. */
  readonly content: Range;
  readonly hasHoles: boolean;
  readonly isUnclosed?: boolean;
}

/** The tokens of a text from `start` on, comments left out. Characters that begin none are passed over as punctuation. */
export function tokenize(text: string, [start, end]: Range): Token[] {
  const tokens: Token[] = [];
  let misses = 0;
  for (let offset = start; offset < end; ) {
    const token = readToken(text, offset, misses < maxMisses ? end : getLineEnd(text, offset, end));
    if (token?.isUnclosed === true) misses++;
    if (token !== undefined) tokens.push(token);
    offset = token?.range[1] ?? skip(text, offset, end);
  }
  tokens.push(toToken('end', text, [end, end]));
  return tokens;
}

/** Each unclosed string or heredoc is looked for up to the end of the text; after so many only to the end of its line. */
const maxMisses = 20;

const space = /[ \t\uFEFF]+|\r(?!\n)/uy;
const comment = /(?:#|\/\/)[^\n]*/uy;
const newline = /\r?\n/uy;
const identifier = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const number = /\d[\w.]*(?:(?<=[eE])[+-]\d+)?/uy;
const punctuation = /\.\.\.|::|=>|[=!<>]=|&&|\|\||[^]/uy;
const heredocStart = /<<-?(?<marker>[\p{L}_][\p{L}\p{N}_-]{0,200})[ \t]*\r?\n/uy;

/** Undefined for what is no token: space and comments. */
function readToken(text: string, offset: number, end: number): Token | undefined {
  if (matchEnd(space, text, offset) !== undefined || matchEnd(comment, text, offset) !== undefined || text.startsWith('/*', offset)) return undefined;
  const line = matchEnd(newline, text, offset);
  if (line !== undefined) return toToken('newline', text, [offset, line]);
  if (text.charAt(offset) === '"') return readString(text, offset, end);
  if (text.startsWith('<<', offset)) {
    const heredoc = readHeredoc(text, offset, end);
    if (heredoc !== undefined) return heredoc;
  }
  const word = matchEnd(identifier, text, offset);
  if (word !== undefined) return toToken('identifier', text, [offset, word]);
  const digits = matchEnd(number, text, offset);
  if (digits !== undefined) return toToken('number', text, [offset, digits]);
  return toToken('punctuation', text, [offset, matchEnd(punctuation, text, offset) ?? offset + 1]);
}

function skip(text: string, offset: number, end: number): number {
  if (!text.startsWith('/*', offset)) return matchEnd(space, text, offset) ?? matchEnd(comment, text, offset) ?? offset + 1;
  const close = text.indexOf('*/', offset + 2);
  return close < 0 ? end : close + 2;
}

function matchEnd(expression: RegExp, text: string, offset: number): number | undefined {
  expression.lastIndex = offset;
  return expression.test(text) ? expression.lastIndex : undefined;
}

const toToken = (kind: Token['kind'], text: string, range: Range, content = range, hasHoles = false): Token => ({ kind, range, text: text.slice(...content), content, hasHoles });

/** A quoted template ends with its line where it is not closed; strings and braces within its holes belong to it. */
function readString(text: string, start: number, end: number): Token {
  const open: ('"' | '}')[] = ['"'];
  let hasHoles = false;
  let offset = start + 1;
  for (; offset < end && open.length > 0; offset++) {
    const character = text.charAt(offset);
    if (character === '\n' && open.length === 1) break;
    if (open.at(-1) === '"') {
      if (character === '\\' || text.startsWith('$${', offset) || text.startsWith('%%{', offset)) offset += character === '\\' ? 1 : 2;
      else if (character === '"') open.pop();
      else if (isHole(text, offset)) {
        open.push('}');
        hasHoles = true;
        offset++;
      }
    } else if (character === '"' || character === '{') open.push(character === '"' ? '"' : '}');
    else if (character === '}') open.pop();
  }
  const isClosed = open.length === 0;
  const last = isClosed || offset > end ? Math.min(offset, end) : getLineEnd(text, start, end);
  const content: Range = [start + 1, Math.max(start + 1, isClosed ? last - 1 : last)];
  return { ...toToken('string', text, [start, last], content, hasHoles), ...(isClosed ? {} : { isUnclosed: true }) };
}

const isHole = (text: string, offset: number): boolean => text.startsWith('${', offset) || text.startsWith('%{', offset);

function getLineEnd(text: string, start: number, end: number): number {
  const line = text.indexOf('\n', start);
  return line < 0 || line > end ? end : text.charAt(line - 1) === '\r' ? line - 1 : line;
}

/** To the line of the marker; where none closes it, the two signs alone. */
function readHeredoc(text: string, start: number, end: number): Token | undefined {
  heredocStart.lastIndex = start;
  const found = heredocStart.exec(text);
  const marker = found?.groups?.['marker'];
  if (found === null || marker === undefined) return undefined;
  const first = heredocStart.lastIndex;
  for (let line = first; line < end; ) {
    const next = text.indexOf('\n', line);
    const stop = next < 0 ? end : next;
    if (text.slice(line, stop).trim() === marker) {
      const close = text.indexOf(marker, line) + marker.length;
      return toToken('heredoc', text, [start, close], [first, line], /[$%]\{/u.test(text.slice(first, line)));
    }
    line = stop + 1;
  }
  return { ...toToken('punctuation', text, [start, start + 2]), isUnclosed: true };
}
