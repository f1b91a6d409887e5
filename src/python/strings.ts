import type { Range } from '../core/range.ts';
import type { Expression, Operation } from './nodes.ts';
import type { StringToken } from './tokens.ts';

/** The text of a string expression with the places its parts come from. Fields and other holes stand as `{source}`. */
export interface StaticString {
  readonly text: string;
  readonly parts: readonly StringPart[];
  readonly hasHoles: boolean;
  readonly isBytes: boolean;
}

export interface StringPart {
  /** Undefined for a hole. */
  readonly token: StringToken | undefined;
  /** Offsets in the whole text. */
  readonly start: number;
  readonly end: number;
  /** The part in the file. */
  readonly source: Range;
}

/** The text of a literal, or of literals joined by `+`; undefined for any other expression. */
export function getStaticString(node: Expression, source: string): StaticString | undefined {
  const builder = new StringBuilder(source);
  builder.add(node);
  const { parts, text, isBytes } = builder;
  if (!parts.some(({ token }) => token !== undefined)) return undefined;
  return { text, parts, isBytes, hasHoles: parts.some(({ token }) => token === undefined) };
}

/** The text that an expression always has. */
export function getText(node: Expression | undefined): string | undefined {
  if (node?.type !== 'Str' || node.fields.length > 0) return undefined;
  return node.tokens.map((token) => cook(token.text, token)).join('');
}

/** Where a range of the text stands in the file; a range over several parts reaches from the first to the last. */
export function toSourceRange(string: StaticString, range: Range, source: string): Range {
  const first = string.parts.find((part) => part.end > range[0]) ?? string.parts.at(-1);
  const last = string.parts.findLast((part) => part.start < range[1]) ?? first;
  if (first === undefined || last === undefined) return [0, 0];
  return [toSourceOffset(first, range[0], source), toSourceOffset(last, range[1], source)];
}

/** The one literal part that holds a range. */
export const getHoldingPart = (string: StaticString, range: Range): StringPart | undefined =>
  string.parts.find((part) => part.token !== undefined && part.start <= range[0] && part.end >= range[1]);

export const isJoined = (node: Expression): node is Operation => node.type === 'Operation' && node.operands.length > 1 && node.operators[0] === '+';

class StringBuilder {
  text = '';
  isBytes = false;
  readonly parts: StringPart[] = [];
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  add(node: Expression): void {
    if (node.type === 'Str') for (const token of node.tokens) this.#addToken(token);
    else if (isJoined(node)) for (const operand of node.operands) this.add(operand);
    else this.#addHole(node.range, `{${this.#source.slice(...node.range).slice(0, 40)}}`);
  }

  #addToken(token: StringToken): void {
    this.isBytes ||= token.prefix.includes('b');
    let offset = token.content[0];
    for (const { range } of token.fields) {
      // fields of a format stand inside of another one
      if (range[0] < offset) continue;
      this.#addText(token, [offset, range[0]]);
      this.#addHole(range, this.#source.slice(...range).slice(0, 42));
      offset = range[1];
    }
    this.#addText(token, [offset, token.content[1]]);
  }

  #addText(token: StringToken, source: Range): void {
    if (source[0] === source[1] && token.fields.length > 0) return;
    this.#push(token, source, cook(this.#source.slice(...source), token));
  }

  #addHole(source: Range, text: string): void {
    this.#push(undefined, source, text);
  }

  #push(token: StringToken | undefined, source: Range, text: string): void {
    this.parts.push({ token, source, start: this.text.length, end: this.text.length + text.length });
    this.text += text;
  }
}

/** String and bytes literals in https://docs.python.org/3.12/reference/lexical_analysis.html; unknown escapes stay as they are. */
const escape = /\\(?:\r\n|[0-7]{1,3}|x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|U[\dA-Fa-f]{8}|N\{[^}]{1,100}\}|[^])/uy;
const simple: Readonly<Record<string, string>> = { '\\': '\\', "'": "'", '"': '"', a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

function cook(raw: string, token: StringToken): string {
  const isPlain = !(raw.includes('\\') && !token.prefix.includes('r')) && !(isFormatted(token) && /[{}]/u.test(raw));
  if (isPlain) return raw;
  let text = '';
  for (let offset = 0; offset < raw.length; ) {
    const [length, value] = getUnit(raw, offset, token);
    text += value;
    offset += length;
  }
  return text;
}

export const isFormatted = ({ prefix }: StringToken): boolean => /[ft]/u.test(prefix);

/** Length in the source and value of the character, doubled brace or escape at an offset. */
function getUnit(raw: string, offset: number, token: StringToken): [length: number, value: string] {
  const character = raw.charAt(offset);
  if ((character === '{' || character === '}') && isFormatted(token) && raw.charAt(offset + 1) === character) return [2, character];
  escape.lastIndex = offset;
  const found = character === '\\' && !token.prefix.includes('r') ? escape.exec(raw)?.[0] : undefined;
  return found === undefined ? [1, character] : [found.length, resolveEscape(found)];
}

function resolveEscape(text: string): string {
  const body = text.slice(1);
  if (/^[\r\n]/u.test(body)) return '';
  if (/^[0-7]/u.test(body)) return String.fromCodePoint(Number.parseInt(body, 8));
  if (/^[xuU][\dA-Fa-f]/u.test(body)) return toCharacter(Number.parseInt(body.slice(1), 16));
  return body.startsWith('N{') ? '\uFFFD' : (simple[body] ?? text);
}

const toCharacter = (code: number): string => (code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code));

/** Steps over escapes: `offset` counts characters of the whole text. */
function toSourceOffset(part: StringPart, offset: number, source: string): number {
  const { token } = part;
  const raw = source.slice(...part.source);
  const wanted = Math.min(Math.max(offset - part.start, 0), part.end - part.start);
  if (token === undefined || raw.length === part.end - part.start) return part.source[0] + Math.min(wanted, raw.length);
  let at = 0;
  for (let length = 0; length < wanted && at < raw.length; ) {
    const [step, value] = getUnit(raw, at, token);
    at += step;
    length += value.length;
  }
  return part.source[0] + at;
}
