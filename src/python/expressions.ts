import type { Cursor } from './cursor.ts';
import type { Clause, Expression, Operation, Parameter } from './nodes.ts';
import { readAtom, readTrailers } from './atoms.ts';

/** `a`, `a, *b`: a tuple where there is a comma. */
export function readExpressions(cursor: Cursor): Expression {
  const start = cursor.token.range[0];
  const first = readStarred(cursor);
  if (!cursor.is(',')) return first;
  const elements = [first];
  while (cursor.eat(',') && canBegin(cursor)) elements.push(readStarred(cursor));
  return { type: 'Sequence', kind: 'tuple', elements, range: cursor.span(start) };
}

export function readStarred(cursor: Cursor): Expression {
  const start = cursor.token.range[0];
  if (!cursor.eat('*')) return readExpression(cursor);
  return { type: 'Wrapped', keyword: '*', value: readOperation(cursor, levels.bitOr), range: cursor.span(start) };
}

/** With `:=`, `lambda` and `if … else`. */
export function readExpression(cursor: Cursor): Expression {
  return nest(cursor, () => {
    const start = cursor.token.range[0];
    if (cursor.is('lambda')) return readLambda(cursor);
    const body = readOperation(cursor, levels.or);
    if (cursor.eat(':=')) return { type: 'Named', target: body, value: readExpression(cursor), range: cursor.span(start) };
    if (!cursor.eat('if')) return body;
    const test = readOperation(cursor, levels.or);
    const otherwise = cursor.eat('else') ? readExpression(cursor) : cursor.nothing();
    return { type: 'Conditional', test, body, otherwise, range: cursor.span(start) };
  });
}

/** `for x, y in z if w`, once or several times. */
export function readClauses(cursor: Cursor): Clause[] {
  const clauses: Clause[] = [];
  while (isClause(cursor)) {
    const start = cursor.token.range[0];
    cursor.eat('async');
    cursor.eat('for');
    const target = readTarget(cursor);
    cursor.eat('in');
    const iterable = readOperation(cursor, levels.or);
    const conditions: Expression[] = [];
    while (cursor.eat('if')) conditions.push(readOperation(cursor, levels.or));
    clauses.push({ type: 'Clause', target, iterable, conditions, range: cursor.span(start) });
  }
  return clauses;
}

const isClause = (cursor: Cursor): boolean => cursor.is('for') || (cursor.is('async') && cursor.next.text === 'for');

/** The names that a loop gives values to. */
export function readTarget(cursor: Cursor): Expression {
  const start = cursor.token.range[0];
  const read = (): Expression => {
    cursor.eat('*');
    return readOperation(cursor, levels.bitOr);
  };
  const elements = [read()];
  const [first] = elements;
  if (first !== undefined && !cursor.is(',')) return first;
  while (cursor.eat(',') && canBegin(cursor) && !cursor.is('in')) elements.push(read());
  return { type: 'Sequence', kind: 'tuple', elements, range: cursor.span(start) };
}

/** Parameters of a function up to the bracket, or of a lambda up to the colon. */
export function readParameters(cursor: Cursor, isLambda: boolean): Parameter[] {
  const parameters: Parameter[] = [];
  const end = isLambda ? ':' : ')';
  while (!cursor.isAtEnd() && !cursor.is(end)) {
    const before = cursor.index;
    const parameter = readParameter(cursor, isLambda);
    if (parameter !== undefined) parameters.push(parameter);
    if (!cursor.eat(',') && cursor.index === before) cursor.take();
  }
  return parameters;
}

function readParameter(cursor: Cursor, isLambda: boolean): Parameter | undefined {
  const start = cursor.token.range[0];
  const star = cursor.eat('**') ? '**' : cursor.eat('*') ? '*' : undefined;
  if (cursor.token.type !== 'name') return undefined;
  const name = cursor.take().text;
  const annotation = !isLambda && cursor.eat(':') ? readExpression(cursor) : undefined;
  const value = cursor.eat('=') ? readExpression(cursor) : undefined;
  return {
    type: 'Parameter',
    name,
    range: cursor.span(start),
    ...(star === undefined ? {} : { star }),
    ...(annotation === undefined ? {} : { annotation }),
    ...(value === undefined ? {} : { value }),
  };
}

function readLambda(cursor: Cursor): Expression {
  const start = cursor.take().range[0];
  const parameters = readParameters(cursor, true);
  cursor.eat(':');
  return { type: 'Lambda', parameters, body: readExpression(cursor), range: cursor.span(start) };
}

/** https://docs.python.org/3.12/reference/expressions.html#operator-precedence */
const levels = { or: 1, and: 2, not: 3, compare: 4, bitOr: 5, bitXor: 6, bitAnd: 7, shift: 8, sum: 9, product: 10, unary: 11, power: 12 } as const;

const levelOf: ReadonlyMap<string, number> = new Map(
  Object.entries({
    or: levels.or,
    and: levels.and,
    '|': levels.bitOr,
    '^': levels.bitXor,
    '&': levels.bitAnd,
    '**': levels.power,
    ...Object.fromEntries(['<', '>', '==', '!=', '<=', '>=', '<>', 'in', 'is', 'not'].map((text) => [text, levels.compare])),
    ...Object.fromEntries(['<<', '>>'].map((text) => [text, levels.shift])),
    ...Object.fromEntries(['+', '-'].map((text) => [text, levels.sum])),
    ...Object.fromEntries(['*', '/', '//', '%', '@'].map((text) => [text, levels.product])),
  }),
);

function readOperation(cursor: Cursor, minimum: number): Expression {
  const start = cursor.token.range[0];
  let left = readPrefix(cursor);
  let last: { operators: string[]; operands: Expression[]; level: number } | undefined;
  for (;;) {
    const operator = peekOperator(cursor);
    const level = operator === undefined ? 0 : (levelOf.get(operator) ?? 0);
    if (operator === undefined || level < minimum) return left;
    takeOperator(cursor, operator);
    const right = level === levels.power ? nest(cursor, () => readOperation(cursor, level)) : readOperation(cursor, level + 1);
    // a chain of one rank is one node, however long it is
    if (last?.level === level) {
      last.operators.push(operator);
      last.operands.push(right);
    } else last = { operators: [operator], operands: [left, right], level };
    left = { type: 'Operation', operators: last.operators, operands: last.operands, range: cursor.span(start) } satisfies Operation;
  }
}

function peekOperator(cursor: Cursor): string | undefined {
  const { token } = cursor;
  if (token.type !== 'operator' && token.type !== 'name') return undefined;
  if (token.text === 'not') return cursor.next.text === 'in' && cursor.next.type === 'name' ? 'not' : undefined;
  return levelOf.has(token.text) ? token.text : undefined;
}

function takeOperator(cursor: Cursor, operator: string): void {
  cursor.take();
  if (operator === 'not') cursor.eat('in');
  if (operator === 'is') cursor.eat('not');
}

function readPrefix(cursor: Cursor): Expression {
  const start = cursor.token.range[0];
  const { text } = cursor.token;
  if (text === 'await' && cursor.token.type === 'name') {
    cursor.take();
    return { type: 'Wrapped', keyword: 'await', value: nest(cursor, () => readPrefix(cursor)), range: cursor.span(start) };
  }
  if (text === 'not' || cursor.isOneOf('+-~')) {
    cursor.take();
    const operand = nest(cursor, () => readOperation(cursor, text === 'not' ? levels.compare : levels.power));
    return { type: 'Operation', operators: [text], operands: [operand], range: cursor.span(start) };
  }
  return readTrailers(cursor, readAtom(cursor), start);
}

const maxDepth = 100;

function nest(cursor: Cursor, read: () => Expression): Expression {
  if (cursor.depth >= maxDepth) return cursor.skip();
  cursor.depth++;
  const node = read();
  cursor.depth--;
  return node;
}

/** Whether an expression may begin here. */
export function canBegin(cursor: Cursor): boolean {
  const { token } = cursor;
  if (token.type === 'newline' || token.type === 'end') return false;
  return token.type !== 'operator' || /^(?:[([{+\-~*]|\*\*|\.\.\.)$/u.test(token.text);
}
