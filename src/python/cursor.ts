import type { Range } from '../core/range.ts';
import type { Constant } from './nodes.ts';
import type { Token, WordToken } from './tokens.ts';

/** A place in a list of tokens. */
export class Cursor {
  readonly tokens: readonly Token[];
  index = 0;
  /** How deep the expressions around are nested. */
  depth: number;
  readonly #end: WordToken;

  constructor(tokens: readonly Token[], end: number, depth = 0) {
    this.tokens = tokens;
    this.depth = depth;
    this.#end = { type: 'end', text: '', range: [end, end] };
  }

  get token(): Token {
    return this.tokens[this.index] ?? this.#end;
  }

  get next(): Token {
    return this.tokens[this.index + 1] ?? this.#end;
  }

  /** Where the last token that was taken ends. */
  get lastEnd(): number {
    return this.tokens[this.index - 1]?.range[1] ?? this.token.range[0];
  }

  /** Where a node that begins at `start` ends. */
  span(start: number): Range {
    return [start, Math.max(start, this.lastEnd)];
  }

  take(): Token {
    const { token } = this;
    if (this.index < this.tokens.length) this.index++;
    return token;
  }

  is(text: string): boolean {
    const { token } = this;
    return token.text === text && (token.type === 'operator' || token.type === 'name');
  }

  eat(text: string): boolean {
    const isThere = this.is(text);
    if (isThere) this.index++;
    return isThere;
  }

  isAtEnd(): boolean {
    const { type } = this.token;
    return type === 'newline' || type === 'end';
  }

  /** Stands for an expression that is missing or too deep. */
  nothing(start = this.token.range[0]): Constant {
    return { type: 'Constant', text: '', range: this.span(start) };
  }

  /** Steps over one part that is too deep to be read: to the bracket that closes it, or to the end of the expression. */
  skip(): Constant {
    const start = this.token.range[0];
    let depth = 0;
    while (!this.isAtEnd()) {
      const isOpening = this.isOneOf('([{');
      const isClosing = this.isOneOf(')]}');
      if (depth === 0 && (isClosing || this.is(','))) break;
      depth += isOpening ? 1 : isClosing ? -1 : 0;
      this.take();
      if (depth === 0 && isClosing) break;
    }
    return this.nothing(start);
  }

  isOneOf(operators: string): boolean {
    const { token } = this;
    return token.type === 'operator' && token.text.length === 1 && operators.includes(token.text);
  }
}
