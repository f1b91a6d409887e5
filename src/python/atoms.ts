import { Cursor } from './cursor.ts';
import { canBegin, readClauses, readExpression, readExpressions, readStarred } from './expressions.ts';
import type { Argument, Entry, Expression, Field, Str } from './nodes.ts';
import type { FieldToken, StringToken } from './tokens.ts';

export function readAtom(cursor: Cursor): Expression {
  const { token } = cursor;
  if (token.type === 'string') return readStrings(cursor);
  if (token.type === 'number' || cursor.is('...')) return { type: 'Constant', text: cursor.take().text, range: token.range };
  if (token.type === 'name') return readName(cursor);
  if (cursor.is('(')) return readParentheses(cursor);
  if (cursor.is('[')) return readList(cursor);
  return cursor.is('{') ? readBraces(cursor) : cursor.nothing();
}

const keywords: ReadonlySet<string> = new Set(
  'and as assert async break class continue def del elif else except finally for from global if import in is nonlocal not or pass raise return try while with'.split(' '),
);

function readName(cursor: Cursor): Expression {
  const { text, range } = cursor.token;
  if (keywords.has(text)) return cursor.nothing();
  cursor.take();
  if (text === 'None' || text === 'True' || text === 'False') return { type: 'Constant', text, range };
  if (text !== 'yield') return { type: 'Name', id: text, range };
  cursor.eat('from');
  return { type: 'Wrapped', keyword: 'yield', value: canBegin(cursor) ? readExpressions(cursor) : cursor.nothing(), range: cursor.span(range[0]) };
}

function readStrings(cursor: Cursor): Str {
  const start = cursor.token.range[0];
  const tokens: StringToken[] = [];
  const fields: Field[] = [];
  for (let { token } = cursor; token.type === 'string'; { token } = cursor) {
    tokens.push(token);
    for (const field of token.fields) readField(field, token, cursor.depth, fields);
    cursor.take();
  }
  return { type: 'Str', tokens, fields, range: cursor.span(start) };
}

/** The fields of a format are further fields. */
function readField(field: FieldToken, token: StringToken, depth: number, fields: Field[]): void {
  const inner = new Cursor(field.tokens, field.range[1] - 1, depth);
  fields.push({ range: field.range, token, value: readExpressions(inner) });
  for (const nested of field.fields) readField(nested, token, depth, fields);
}

function readParentheses(cursor: Cursor): Expression {
  const start = cursor.take().range[0];
  if (cursor.eat(')')) return { type: 'Sequence', kind: 'tuple', elements: [], range: cursor.span(start) };
  const inner = readExpressions(cursor);
  const clauses = readClauses(cursor);
  close(cursor, ')');
  if (clauses.length > 0) return { type: 'Comprehension', element: inner, clauses, range: cursor.span(start) };
  return inner.type === 'Sequence' && inner.kind === 'tuple' && inner.range[0] > start ? { ...inner, range: cursor.span(start) } : inner;
}

function readList(cursor: Cursor): Expression {
  const start = cursor.take().range[0];
  const elements: Expression[] = [];
  while (!cursor.isAtEnd() && !cursor.is(']')) {
    const before = cursor.index;
    elements.push(readStarred(cursor));
    const clauses = readClauses(cursor);
    const [element] = elements;
    if (clauses.length > 0 && element !== undefined) {
      close(cursor, ']');
      return { type: 'Comprehension', element, clauses, range: cursor.span(start) };
    }
    if (!cursor.eat(',') && cursor.index === before) cursor.take();
  }
  close(cursor, ']');
  return { type: 'Sequence', kind: 'list', elements, range: cursor.span(start) };
}

/** A dict or a set. */
function readBraces(cursor: Cursor): Expression {
  const start = cursor.take().range[0];
  const entries: Entry[] = [];
  while (!cursor.isAtEnd() && !cursor.is('}')) {
    const before = cursor.index;
    const entry = readEntry(cursor);
    entries.push(entry);
    const clauses = readClauses(cursor);
    if (clauses.length > 0) {
      close(cursor, '}');
      return { type: 'Comprehension', element: entry.value, clauses, range: cursor.span(start), ...(entry.key === undefined ? {} : { key: entry.key }) };
    }
    if (!cursor.eat(',') && cursor.index === before) cursor.take();
  }
  close(cursor, '}');
  const isSet = entries.length > 0 && entries.every(({ key, range, value }) => key === undefined && range[0] === value.range[0]);
  return isSet ? { type: 'Sequence', kind: 'set', elements: entries.map(({ value }) => value), range: cursor.span(start) } : { type: 'Dict', entries, range: cursor.span(start) };
}

/** `key: value`, `**mapping`, or an element of a set. */
function readEntry(cursor: Cursor): Entry {
  const start = cursor.token.range[0];
  cursor.eat('**');
  const first = readStarred(cursor);
  if (!cursor.eat(':')) return { type: 'Entry', value: first, range: cursor.span(start) };
  return { type: 'Entry', key: first, value: readExpression(cursor), range: cursor.span(start) };
}

/** Longer chains than this are not written by people. */
const maxTrailers = 300;

/** `.name`, `[index]` and `(arguments)` behind an expression. */
export function readTrailers(cursor: Cursor, atom: Expression, start: number): Expression {
  let node = atom;
  for (let count = 0; ; count++) {
    if (count > maxTrailers) node = cursor.nothing(start);
    if (cursor.is('.')) node = readAttribute(cursor, node, start);
    else if (cursor.is('(')) node = { type: 'Call', callee: node, arguments: readArguments(cursor), range: cursor.span(start) };
    else if (cursor.is('[')) node = readSubscript(cursor, node, start);
    else return node;
  }
}

function readAttribute(cursor: Cursor, object: Expression, start: number): Expression {
  cursor.take();
  const name = cursor.token.type === 'name' ? cursor.take().text : '';
  return { type: 'Attribute', object, name, range: cursor.span(start) };
}

export function readArguments(cursor: Cursor): Argument[] {
  const args: Argument[] = [];
  cursor.take();
  while (!cursor.isAtEnd() && !cursor.is(')')) {
    const before = cursor.index;
    args.push(readArgument(cursor));
    if (!cursor.eat(',') && cursor.index === before) cursor.take();
  }
  close(cursor, ')');
  return args;
}

function readArgument(cursor: Cursor): Argument {
  const start = cursor.token.range[0];
  const star = cursor.eat('**') ? '**' : cursor.eat('*') ? '*' : undefined;
  const isNamed = cursor.token.type === 'name' && cursor.next.text === '=' && cursor.next.type === 'operator';
  const name = isNamed ? cursor.take().text : undefined;
  if (isNamed) cursor.take();
  const value = readExpression(cursor);
  const clauses = readClauses(cursor);
  return {
    type: 'Argument',
    value: clauses.length === 0 ? value : { type: 'Comprehension', element: value, clauses, range: cursor.span(value.range[0]) },
    range: cursor.span(start),
    ...(star === undefined ? {} : { star }),
    ...(name === undefined ? {} : { name }),
  };
}

function readSubscript(cursor: Cursor, object: Expression, start: number): Expression {
  cursor.take();
  const indexStart = cursor.token.range[0];
  const elements: Expression[] = [];
  while (!cursor.isAtEnd() && !cursor.is(']')) {
    const before = cursor.index;
    elements.push(readIndex(cursor));
    if (!cursor.eat(',') && cursor.index === before) cursor.take();
  }
  const [first] = elements;
  const index: Expression = elements.length === 1 && first !== undefined ? first : { type: 'Sequence', kind: 'tuple', elements, range: cursor.span(indexStart) };
  close(cursor, ']');
  return { type: 'Subscript', object, index, range: cursor.span(start) };
}

/** `a`, `a:b`, `:b`, `a:b:c` */
function readIndex(cursor: Cursor): Expression {
  const start = cursor.token.range[0];
  const lower = cursor.is(':') ? undefined : readStarred(cursor);
  if (lower !== undefined && !cursor.is(':')) return lower;
  cursor.take();
  const upper = canBegin(cursor) ? readExpression(cursor) : undefined;
  const step = cursor.eat(':') && canBegin(cursor) ? readExpression(cursor) : undefined;
  return {
    type: 'Slice',
    range: cursor.span(start),
    ...(lower === undefined ? {} : { lower }),
    ...(upper === undefined ? {} : { upper }),
    ...(step === undefined ? {} : { step }),
  };
}

/** Where the bracket is missing, what stands before it is left to the statement. */
function close(cursor: Cursor, bracket: string): void {
  cursor.eat(bracket);
}
