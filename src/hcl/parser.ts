import type { Range } from '../core/range.ts';
import { maxDepth } from '../core/tree.ts';
import { readExpression } from './expressions.ts';
import { close, fail, isMark, peek, type Reading } from './reading.ts';
import type { Attribute, Block, Body, Expression } from './syntax.ts';
import { tokenize, type Token } from './tokens.ts';

export interface Parsed {
  readonly body: Body;
  /** Offset of the first part that is not HCL. */
  readonly error?: number;
}

/** Reads a whole file. What is no item of a body is passed over to the end of its line. */
export function parseHcl(text: string): Parsed {
  const reading: Reading = { text, tokens: tokenize(text, [0, text.length]), at: 0, depth: 0, error: undefined };
  const body = readBody(reading);
  return { body, ...(reading.error === undefined ? {} : { error: reading.error }) };
}

/** Reads an expression within a text, such as the JSON of a heredoc: HCL takes JSON's objects and lists. */
export function parseHclExpression(text: string, range: Range): Expression | undefined {
  const reading: Reading = { text, tokens: tokenize(text, range), at: 0, depth: 0, error: undefined };
  while (peek(reading).kind === 'newline') reading.at++;
  const expression = readExpression(reading, true);
  return reading.error === undefined && peek(reading).kind === 'end' ? expression : undefined;
}

function readBody(reading: Reading): Body {
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (let token = peek(reading); token.kind !== 'end' && !(reading.depth > 0 && isMark(token, '}')); token = peek(reading)) {
    if (token.kind === 'newline') {
      reading.at++;
      continue;
    }
    const item = token.kind === 'identifier' ? readItem(reading, token) : undefined;
    if (item === undefined) {
      fail(reading, token.range[0]);
      skipLine(reading);
    } else if ('equals' in item) attributes.push(item);
    else blocks.push(item);
  }
  return { attributes, blocks };
}

function readItem(reading: Reading, name: Token): Attribute | Block | undefined {
  const sign = peek(reading, 1);
  if (!isMark(sign, '=')) return readBlock(reading, name);
  reading.at += 2;
  const value = readExpression(reading, false);
  return value === undefined ? undefined : { name: name.text, nameRange: name.range, equals: sign.range[0], value };
}

function readBlock(reading: Reading, type: Token): Block | undefined {
  let ahead = 1;
  while (peek(reading, ahead).kind === 'string' || peek(reading, ahead).kind === 'identifier') ahead++;
  if (!isMark(peek(reading, ahead), '{') || reading.depth >= maxDepth) return undefined;
  const labels = reading.tokens.slice(reading.at + 1, reading.at + ahead).map(({ text }) => text);
  reading.at += ahead + 1;
  reading.depth++;
  const body = readBody(reading);
  reading.depth--;
  return { type: type.text, labels, body, range: [type.range[0], close(reading, '}')] };
}

function skipLine(reading: Reading): void {
  while (!['newline', 'end'].includes(peek(reading).kind)) reading.at++;
}
