import type { Range } from '../core/range.ts';

export type Token = WordToken | StringToken;

export interface WordToken {
  /** `newline` ends a logical line; `end` stands behind the last token. */
  readonly type: 'name' | 'number' | 'operator' | 'newline' | 'end';
  readonly text: string;
  readonly range: Range;
  /** Of a newline: the columns before the line that follows, tabs counted to the next multiple of eight. */
  readonly indent?: number;
}

export interface StringToken {
  readonly type: 'string';
  /** Between the quotes, as it stands there. */
  readonly text: string;
  /** From the prefix to the closing quotes. */
  readonly range: Range;
  /** In lower case: `rb`, `f`. */
  readonly prefix: string;
  /** The opening quotes. */
  readonly quote: string;
  /** Where the text stands. */
  readonly content: Range;
  /** Replacement fields of an f-string. */
  readonly fields: readonly FieldToken[];
  readonly isClosed: boolean;
}

export interface FieldToken {
  /** With the braces. */
  readonly range: Range;
  readonly tokens: readonly Token[];
  /** Fields in the format specification. */
  readonly fields: readonly FieldToken[];
}

/**
 * Reads Python 3.12 (https://docs.python.org/3.12/reference/lexical_analysis.html) and goes on after what is none: a quote
 * that is not closed ends with its line, and a bracket that is not closed ends at the next line that begins a statement.
 */
export function tokenize(text: string): Token[] {
  return new Tokenizer(text).run();
}

const maxFieldDepth = 6;
const maxFieldLength = 4000;

const space = /[ \t\f\0]+|\\\r?\n|\\\r|#[^\r\n]*/uy;
const word = /[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{M}\p{Nd}\p{Pc}]*/uy;
const number = /0[xXoObB][\da-fA-F_]+|\.?\d[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?\d+)?[jJlL]?/uy;
const operator = /->|:=|(?:\*\*|\/\/|<<|>>)=?|[<>=!+\-*/%&|^@]=|<>|\.\.\.|[^]/uy;
const stringPrefix = /^(?:[rbuft]|[rR][bBfFtT]|[bBfFtT][rR])$/iu;
/** Words that begin a statement and cannot stand inside of brackets. */
const statementWord = /(?:def|class|import|return|while|try|except|finally|with|raise|pass|break|continue|del|global|nonlocal|assert|elif)\b(?![ \t]*[=,.)\]}])|@[\w.]+(?:\([^\r\n]{0,400}\))?[ \t]*\r?\n/uy;

class Tokenizer {
  readonly #text: string;
  #tokens: Token[] = [];
  #offset = 0;
  /** Brackets that are open; inside of them a line break means nothing. */
  #depth = 0;
  /** Fields that are open. */
  #fieldDepth = 0;
  /** A field that turned out to be none. */
  #isBroken = false;
  /** Triple quotes that are not closed anywhere behind the first one. */
  readonly #unclosed = new Set<string>();

  constructor(text: string) {
    this.#text = text;
  }

  run(): Token[] {
    this.#startLine();
    while (this.#offset < this.#text.length) this.#next();
    this.#push('newline', this.#offset);
    return this.#tokens;
  }

  #next(): void {
    const code = this.#text.charCodeAt(this.#offset);
    if (code === 10 || code === 13) this.#breakLine();
    else if (code === 34 || code === 39) this.#readString(this.#offset, '');
    else if (code === 32) this.#offset++;
    else if (isWordStart(code)) this.#readWord();
    else if (this.#match(space) === undefined) this.#readMark(code);
  }

  #match(expression: RegExp): string | undefined {
    expression.lastIndex = this.#offset;
    const found = expression.exec(this.#text)?.[0];
    if (found === undefined || found === '') return undefined;
    this.#offset += found.length;
    return found;
  }

  #push(type: WordToken['type'], start: number): void {
    this.#tokens.push({ type, text: this.#text.slice(start, this.#offset), range: [start, this.#offset] });
  }

  #breakLine(): void {
    this.#offset += this.#text.startsWith('\r\n', this.#offset) ? 2 : 1;
    if (this.#depth === 0) this.#startLine();
    else if (this.#fieldDepth === 0) this.#leaveBrackets();
  }

  /** Blank lines and comments are no lines. */
  #startLine(): void {
    const start = this.#offset;
    const indent = this.#readIndent();
    const code = this.#text.charCodeAt(this.#offset);
    if (code === 10 || code === 13 || code === 35) return;
    this.#tokens.push({ type: 'newline', text: '', range: [start, this.#offset], indent });
  }

  #readIndent(): number {
    let columns = 0;
    for (; this.#offset < this.#text.length; this.#offset++) {
      const code = this.#text.charCodeAt(this.#offset);
      if (code === 9) columns += 8 - (columns % 8);
      else if (code === 32) columns++;
      else if (code === 12) columns = 0;
      else break;
    }
    return columns;
  }

  #leaveBrackets(): void {
    const start = this.#offset;
    const indent = this.#readIndent();
    statementWord.lastIndex = this.#offset;
    if (!statementWord.test(this.#text)) return;
    this.#depth = 0;
    this.#tokens.push({ type: 'newline', text: '', range: [start, this.#offset], indent });
  }

  #readWord(): void {
    const start = this.#offset;
    const name = this.#match(word);
    if (name === undefined) return this.#readMark(0);
    const quote = this.#text.charCodeAt(this.#offset);
    const isQuoted = (quote === 34 || quote === 39) && name.length <= 2 && stringPrefix.test(name);
    if (isQuoted) this.#readString(start, name.toLowerCase());
    else this.#push('name', start);
  }

  #readMark(code: number): void {
    const start = this.#offset;
    const isNumber = (code === 46 || (code >= 48 && code <= 57)) && this.#match(number) !== undefined;
    if (isNumber) return this.#push('number', start);
    if (code === 40 || code === 91 || code === 123) this.#depth++;
    else if (code === 41 || code === 93 || code === 125) this.#depth = Math.max(0, this.#depth - 1);
    this.#match(operator);
    this.#push('operator', start);
  }

  /** `start` is that of the prefix; the offset stands at the quote. */
  #readString(start: number, prefix: string): void {
    const mark = this.#text.charAt(this.#offset);
    const quote = this.#text.startsWith(mark.repeat(3), this.#offset) ? mark.repeat(3) : mark;
    const from = this.#offset + quote.length;
    const formatted = /[ft]/u.test(prefix) ? this.#readFormatted(from, quote, prefix.includes('r')) : undefined;
    const end = formatted?.end ?? this.#findClosing(from, quote);
    if (end === undefined && this.#fieldDepth > 0) this.#isBroken = true;
    const contentEnd = end ?? this.#getLineEnd(from);
    this.#offset = end === undefined ? contentEnd : end + quote.length;
    const fields = formatted?.fields ?? [];
    this.#tokens.push({ type: 'string', text: this.#text.slice(from, contentEnd), range: [start, this.#offset], prefix, quote, content: [from, contentEnd], fields, isClosed: end !== undefined });
  }

  #findClosing(from: number, quote: string): number | undefined {
    const isTriple = quote.length === 3;
    if (isTriple && this.#unclosed.has(quote)) return undefined;
    for (let index = from; index < this.#text.length; index++) {
      const code = this.#text.charCodeAt(index);
      if (code === 92) index += this.#text.startsWith('\r\n', index + 1) ? 2 : 1;
      else if (!isTriple && (code === 10 || code === 13)) return undefined;
      else if (code === quote.charCodeAt(0) && this.#text.startsWith(quote, index)) return index;
    }
    if (isTriple) this.#unclosed.add(quote);
    return undefined;
  }

  #getLineEnd(from: number): number {
    let end = from;
    while (end < this.#text.length && !/[\r\n]/u.test(this.#text.charAt(end))) end++;
    return end;
  }

  /** Undefined for what is not well-formed; it is read as an ordinary string then. */
  #readFormatted(from: number, quote: string, isRaw: boolean): { fields: FieldToken[]; end: number } | undefined {
    const saved = { tokens: this.#tokens, depth: this.#depth };
    const quoteOffset = this.#offset;
    this.#offset = from;
    const fields: FieldToken[] = [];
    const end = this.#readPieces(quote, isRaw, fields);
    this.#tokens = saved.tokens;
    this.#depth = saved.depth;
    if (end === undefined) this.#offset = quoteOffset;
    if (this.#fieldDepth === 0) this.#isBroken = false;
    return end === undefined ? undefined : { fields, end };
  }

  #readPieces(quote: string, isRaw: boolean, fields: FieldToken[]): number | undefined {
    while (this.#offset < this.#text.length) {
      if (this.#text.startsWith(quote, this.#offset)) return this.#offset;
      const character = this.#text.charAt(this.#offset);
      if (quote.length === 1 && /[\r\n]/u.test(character)) return undefined;
      if (character === '\\') this.#skipEscape(isRaw);
      else if (this.#text.startsWith('{{', this.#offset) || this.#text.startsWith('}}', this.#offset)) this.#offset += 2;
      else if (character === '{') {
        const field = this.#readField(quote);
        if (field === undefined) return undefined;
        fields.push(field);
      } else this.#offset++;
    }
    return undefined;
  }

  /** `\N{DASH}` is no field, the brace of `\{x}` opens one. */
  #skipEscape(isRaw: boolean): void {
    const named = isRaw ? undefined : /^\\N\{[\w -]{1,100}\}/u.exec(this.#text.slice(this.#offset, this.#offset + 104))?.[0];
    if (named !== undefined) this.#offset += named.length;
    else if (this.#text.startsWith('\r\n', this.#offset + 1)) this.#offset += 3;
    else this.#offset += /[{}]/u.test(this.#text.charAt(this.#offset + 1)) ? 1 : 2;
  }

  #readField(quote: string): FieldToken | undefined {
    if (this.#fieldDepth >= maxFieldDepth) return this.#break();
    const start = this.#offset++;
    const tokens: Token[] = [];
    this.#tokens = tokens;
    this.#depth = 1;
    this.#fieldDepth++;
    const isRead = this.#readFieldTokens(start);
    this.#fieldDepth--;
    if (!isRead) return this.#break();
    const fields: FieldToken[] = [];
    return this.#readFormat(quote, fields) ? { range: [start, this.#offset], tokens, fields } : this.#break();
  }

  #break(): undefined {
    this.#isBroken = true;
    return undefined;
  }

  /** Stops before the brace, conversion or format that ends the expression. */
  #readFieldTokens(start: number): boolean {
    while (this.#offset < this.#text.length && this.#offset - start < maxFieldLength) {
      const character = this.#text.charAt(this.#offset);
      if (this.#depth === 1 && (character === '}' || character === ':' || (character === '!' && this.#text.charAt(this.#offset + 1) !== '='))) return true;
      this.#next();
      if (this.#isBroken || this.#depth === 0) return false;
    }
    return false;
  }

  #readFormat(quote: string, fields: FieldToken[]): boolean {
    if (this.#text.charAt(this.#offset) === '!') this.#match(/![ \t]*\w*[ \t]*/uy);
    const isSpecified = this.#text.charAt(this.#offset) === ':';
    if (isSpecified) this.#offset++;
    while (isSpecified && this.#offset < this.#text.length && this.#text.charAt(this.#offset) !== '}') {
      const isEnd = this.#text.startsWith(quote, this.#offset) || (quote.length === 1 && /[\r\n]/u.test(this.#text.charAt(this.#offset)));
      if (isEnd) return false;
      if (this.#text.charAt(this.#offset) !== '{') this.#offset++;
      else {
        this.#fieldDepth++;
        const field = this.#readField(quote);
        this.#fieldDepth--;
        if (field === undefined) return false;
        fields.push(field);
      }
    }
    if (this.#text.charAt(this.#offset) !== '}') return false;
    this.#offset++;
    return true;
  }
}

/** Letters beyond ASCII are told apart by the expression. */
const isWordStart = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95 || code > 127;
