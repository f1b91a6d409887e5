import { maxDepth } from '../core/tree.ts';
import { close, fail, isMark, peek, type Reading } from './reading.ts';
import type { Expression, HclObject, Item } from './syntax.ts';
import { toConstant, toText } from './texts.ts';
import type { Token } from './tokens.ts';

/** Up to a comma, a closing mark or, unless `isWithin` brackets, the end of the line; undefined where there is none. */
export function readExpression(reading: Reading, isWithin: boolean): Expression | undefined {
  const start = peek(reading).range[0];
  const parts: Expression[] = [];
  let isAlone = true;
  let branches = 0;
  for (let isOperand = true; ; ) {
    const token = peek(reading);
    if (token.kind === 'newline' && isWithin) {
      reading.at++;
      continue;
    }
    const operand = isOperand ? readOperand(reading, token) : undefined;
    if (operand !== undefined) {
      isAlone &&= parts.length === 0;
      parts.push(operand);
      isOperand = false;
    } else if (!isOperand && isMark(token, '.', '[')) {
      readPostfix(reading, token, parts);
      isAlone = false;
    } else if (isOperator(token) || (branches > 0 && isMark(token, ':'))) {
      branches += isMark(token, '?') ? 1 : isMark(token, ':') ? -1 : 0;
      reading.at++;
      isAlone = false;
      isOperand = !isMark(token, '...');
    } else break;
  }
  const [first] = parts;
  if (first === undefined || isAlone) return first;
  return { kind: 'other', range: [start, getEnd(reading)], parts };
}

const isOperator = (token: Token): boolean => isMark(token, '+', '-', '*', '/', '%', '!', '<', '>', '==', '!=', '<=', '>=', '&&', '||', '?', '...');

/** Of the last token that was read. */
const getEnd = ({ tokens, at }: Reading): number => tokens[at - 1]?.range[1] ?? 0;

function readOperand(reading: Reading, token: Token): Expression | undefined {
  if (token.kind === 'string' || token.kind === 'heredoc') {
    reading.at++;
    return toText(token);
  }
  if (token.kind === 'number' || (token.kind === 'identifier' && /^(?:true|false|null)$/u.test(token.text))) {
    reading.at++;
    return toConstant(token);
  }
  if (token.kind === 'identifier') return readName(reading, token);
  if (!isMark(token, '(', '[', '{')) return undefined;
  if (reading.depth >= maxDepth) {
    fail(reading, token.range[0]);
    return undefined;
  }
  reading.depth++;
  const operand = readBracketed(reading, token);
  reading.depth--;
  return operand;
}

function readName(reading: Reading, name: Token): Expression | undefined {
  let ahead = 1;
  while (isMark(peek(reading, ahead), '::')) ahead += 2;
  if (!isMark(peek(reading, ahead), '(')) {
    reading.at++;
    return { kind: 'other', range: name.range, parts: [] };
  }
  if (reading.depth >= maxDepth) return undefined;
  const last = peek(reading, ahead - 1).range[1];
  reading.at += ahead + 1;
  reading.depth++;
  const parts = readList(reading, ')');
  reading.depth--;
  return { kind: 'call', name: reading.text.slice(name.range[0], last), parts, range: [name.range[0], close(reading, ')')] };
}

function readBracketed(reading: Reading, token: Token): Expression {
  reading.at++;
  const start = token.range[0];
  if (isMark(token, '(')) return { kind: 'other', parts: readList(reading, ')'), range: [start, close(reading, ')')] };
  const mark = isMark(token, '[') ? ']' : '}';
  if (isFor(reading)) return { kind: 'other', parts: readLoose(reading, mark), range: [start, close(reading, mark)] };
  if (mark === ']') return { kind: 'tuple', items: readList(reading, ']'), range: [start, close(reading, ']')] };
  const items = readItems(reading);
  return { kind: 'object', items, range: [start, close(reading, '}')] } satisfies HclObject;
}

function isFor(reading: Reading): boolean {
  let ahead = 0;
  while (peek(reading, ahead).kind === 'newline') ahead++;
  return peek(reading, ahead).text === 'for' && peek(reading, ahead + 1).kind === 'identifier';
}

function readList(reading: Reading, mark: string): Expression[] {
  const items: Expression[] = [];
  for (let token = peek(reading); token.kind !== 'end' && !isMark(token, mark); token = peek(reading)) {
    const item = readExpression(reading, true);
    if (item !== undefined) items.push(item);
    if (isMark(peek(reading), ',')) reading.at++;
    else if (item === undefined) break;
    else if (!isMark(peek(reading), mark)) break;
  }
  return items;
}

/** The operands of a `for` expression, whatever stands between them. */
function readLoose(reading: Reading, mark: string): Expression[] {
  const parts: Expression[] = [];
  for (let token = peek(reading); token.kind !== 'end' && !isMark(token, mark, ')', ']', '}'); token = peek(reading)) {
    const part = readExpression(reading, true);
    if (part === undefined) reading.at++;
    else parts.push(part);
  }
  return parts;
}

/** Lines or commas part the items; a colon is as good as a sign of equality. */
function readItems(reading: Reading): Item[] {
  const items: Item[] = [];
  for (let token = peek(reading); token.kind !== 'end' && !isMark(token, '}'); token = peek(reading)) {
    if (token.kind === 'newline' || isMark(token, ',')) {
      reading.at++;
      continue;
    }
    const key = readExpression(reading, false);
    if (key === undefined || !isMark(peek(reading), '=', ':')) break;
    reading.at++;
    const value = readExpression(reading, false);
    if (value === undefined) break;
    items.push({ key: getKey(key, reading.text), keyRange: key.range, value });
  }
  return items;
}

function getKey(key: Expression, text: string): string | undefined {
  if (key.kind === 'text') return key.hasHoles ? undefined : key.text;
  const source = text.slice(...key.range);
  return /^[\p{L}\p{N}_-]+$/u.test(source) ? source : undefined;
}

function readPostfix(reading: Reading, token: Token, parts: Expression[]): void {
  reading.at++;
  if (isMark(token, '.')) {
    const next = peek(reading);
    if (next.kind === 'identifier' || next.kind === 'number' || isMark(next, '*')) reading.at++;
    return;
  }
  if (isMark(peek(reading), '*')) reading.at++;
  reading.depth++;
  parts.push(...(reading.depth < maxDepth ? readList(reading, ']') : []));
  reading.depth--;
  close(reading, ']');
}
