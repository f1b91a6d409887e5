import type { Range } from '../core/range.ts';
import type { Token } from './tokens.ts';

/** Where the reader stands. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
  error: number | undefined;
}

export const peek = ({ tokens, at }: Reading, ahead = 0): Token => tokens[Math.min(at + ahead, tokens.length - 1)] as Token;

export const isMark = (token: Token, ...marks: readonly string[]): boolean => token.kind === 'punctuation' && marks.includes(token.text);

export function fail(reading: Reading, offset: number): void {
  reading.error ??= offset;
}

/** The end of what the mark closes. */
export function close(reading: Reading, mark: string): Range[1] {
  const token = peek(reading);
  if (isMark(token, mark)) reading.at++;
  else fail(reading, token.range[0]);
  return token.range[1];
}
