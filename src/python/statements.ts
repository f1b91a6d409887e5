import { readArguments } from './atoms.ts';
import { Cursor } from './cursor.ts';
import { canBegin, readExpression, readExpressions, readParameters, readTarget } from './expressions.ts';
import type { Argument, Expression, Module, Simple, Statement } from './nodes.ts';
import { readImport } from './imports.ts';
import { tokenize } from './tokens.ts';

/** Reads a program. Never fails: what is no Python is stepped over, and a line that is indented without reason belongs to its block. */
export function parse(text: string): Module {
  const cursor = new Cursor(tokenize(text), text.length);
  const module: Module = { type: 'Module', body: [], range: [0, text.length] };
  const builder = new TreeBuilder(module.body);
  while (cursor.token.type !== 'end') {
    const { token } = cursor;
    if (token.type === 'newline') {
      if (token.indent !== undefined) builder.startLine(token.indent);
      cursor.take();
    } else if (!cursor.eat(';')) {
      const before = cursor.index;
      builder.add(readStatement(cursor));
      if (cursor.index === before) cursor.take();
    }
  }
  return module;
}

const maxBlocks = 100;

/** Puts statements into the blocks that their indentation names. */
class TreeBuilder {
  readonly #open: { readonly body: Statement[]; readonly indent: number }[] = [];
  readonly #root: Statement[];
  #indent = 0;

  constructor(root: Statement[]) {
    this.#root = root;
  }

  startLine(indent: number): void {
    this.#indent = indent;
    while ((this.#open.at(-1)?.indent ?? -1) >= indent) this.#open.pop();
  }

  /** A statement behind the colon of a block belongs to it. */
  add(statement: Statement): void {
    (this.#open.at(-1)?.body ?? this.#root).push(statement);
    if ('body' in statement && this.#open.length < maxBlocks) this.#open.push({ body: statement.body, indent: this.#indent });
  }
}

function readStatement(cursor: Cursor): Statement {
  while (cursor.is('async') && cursor.next.type === 'name') cursor.take();
  const { token } = cursor;
  if (token.type === 'operator' && token.text === '@') return readSimple(cursor, 'other');
  if (token.type !== 'name') return readAssignment(cursor);
  switch (token.text) {
    case 'def':
      return readFunction(cursor);
    case 'class':
      return readClass(cursor);
    case 'for':
      return readFor(cursor);
    case 'with':
      return readWith(cursor);
    case 'import':
    case 'from':
      return readImport(cursor);
    default:
      return readByKeyword(cursor, token.text);
  }
}

const blockWords: ReadonlySet<string> = new Set('if elif else while try except finally'.split(' '));

function readByKeyword(cursor: Cursor, word: string): Statement {
  if (blockWords.has(word) || isSoftKeyword(cursor, word)) return readBlock(cursor, word);
  if (word === 'return' || word === 'raise' || word === 'assert' || word === 'del' || word === 'global' || word === 'nonlocal') return readSimple(cursor, word);
  if (word === 'pass' || word === 'break' || word === 'continue') return readSimple(cursor, 'other');
  return word === 'print' && isPrinted(cursor) ? readPrint(cursor) : readAssignment(cursor);
}

/** `match subject:` and `case pattern:`, which are names elsewhere. */
function isSoftKeyword(cursor: Cursor, word: string): boolean {
  if (word !== 'match' && word !== 'case') return false;
  const { next } = cursor;
  if (next.type === 'operator' && !/^[([{\-*]$/u.test(next.text)) return false;
  if (next.type === 'newline' || next.type === 'end') return false;
  return next.type !== 'operator' || getLastOfLine(cursor) === ':';
}

function getLastOfLine({ tokens, index }: Cursor): string | undefined {
  for (let at = index; at < tokens.length && at < index + 200; at++) {
    if (tokens[at]?.type === 'newline') return tokens[at - 1]?.text;
  }
  return undefined;
}

/** The statement of Python 2. */
const isPrinted = ({ next }: Cursor): boolean => next.type === 'string' || next.type === 'number' || (next.type === 'name' && !/^(?:if|in|is|or|and|not|for|else)$/u.test(next.text));

function readPrint(cursor: Cursor): Statement {
  const start = cursor.token.range[0];
  const callee: Expression = { type: 'Name', id: cursor.take().text, range: [start, cursor.lastEnd] };
  const printed = readExpressions(cursor);
  const values = printed.type === 'Sequence' && printed.kind === 'tuple' ? printed.elements : [printed];
  const args = values.map((value): Argument => ({ type: 'Argument', value, range: value.range }));
  const call: Expression = { type: 'Call', callee, arguments: args, range: cursor.span(start) };
  return { type: 'Simple', keyword: 'expression', values: [call], range: call.range };
}

function readSimple(cursor: Cursor, keyword: Simple['keyword']): Statement {
  const start = cursor.take().range[0];
  const values: Expression[] = [];
  if (keyword === 'raise' || keyword === 'assert') {
    if (canBegin(cursor)) values.push(readExpression(cursor));
    if ((cursor.eat('from') || cursor.eat(',')) && canBegin(cursor)) values.push(readExpression(cursor));
  } else if (canBegin(cursor) && !/^(?:def|class|for|with|import|from)$/u.test(cursor.token.text)) values.push(readExpressions(cursor));
  return { type: 'Simple', keyword, values, range: cursor.span(start) };
}

/** `a = b = c`, `a: int = b`, `a += b`, or an expression alone. */
function readAssignment(cursor: Cursor): Statement {
  const start = cursor.token.range[0];
  const first = readExpressions(cursor);
  const annotation = cursor.eat(':') && canBegin(cursor) ? readExpression(cursor) : undefined;
  const operator = cursor.token.type === 'operator' && /^(?:[+\-*/%&|^@]|\*\*|\/\/|<<|>>)?=$/u.test(cursor.token.text) ? cursor.token.text : undefined;
  const parts = [first];
  while (operator !== undefined && cursor.eat(operator)) parts.push(readExpressions(cursor));
  const value = parts.length > 1 ? parts.pop() : undefined;
  if (value === undefined && annotation === undefined) return { type: 'Simple', keyword: 'expression', values: parts, range: cursor.span(start) };
  return {
    type: 'Assign',
    targets: parts,
    operator: operator ?? '=',
    range: cursor.span(start),
    ...(annotation === undefined ? {} : { annotation }),
    ...(value === undefined ? {} : { value }),
  };
}

function readFunction(cursor: Cursor): Statement {
  const start = cursor.take().range[0];
  const name = cursor.token.type === 'name' ? cursor.take().text : '';
  skipTypeParameters(cursor);
  const parameters = cursor.eat('(') ? readParameters(cursor, false) : [];
  cursor.eat(')');
  if (cursor.eat('->')) readExpression(cursor);
  cursor.eat(':');
  return { type: 'Function', name, parameters, body: [], range: cursor.span(start) };
}

function readClass(cursor: Cursor): Statement {
  const start = cursor.take().range[0];
  const name = cursor.token.type === 'name' ? cursor.take().text : '';
  skipTypeParameters(cursor);
  const bases = cursor.is('(') ? readArguments(cursor) : [];
  cursor.eat(':');
  return { type: 'Class', name, bases, body: [], range: cursor.span(start) };
}

/** PEP 695: `def f[T](x: T)`. */
function skipTypeParameters(cursor: Cursor): void {
  if (cursor.is('[')) cursor.skip();
}

function readFor(cursor: Cursor): Statement {
  const start = cursor.take().range[0];
  const target = readTarget(cursor);
  cursor.eat('in');
  const iterable = readExpressions(cursor);
  cursor.eat(':');
  return { type: 'For', target, iterable, body: [], range: cursor.span(start) };
}

/** `with a as b, c as d:`, with or without brackets around. */
function readWith(cursor: Cursor): Statement {
  const start = cursor.take().range[0];
  const items: Argument[] = [];
  const targets: Expression[] = [];
  const hasBrackets = cursor.is('(') && isBracketedWith(cursor);
  if (hasBrackets) cursor.take();
  do {
    if (!canBegin(cursor)) break;
    const value = readExpression(cursor);
    const target = cursor.eat('as') ? readExpression(cursor) : undefined;
    items.push({ type: 'Argument', value, range: value.range });
    targets.push(target ?? cursor.nothing());
  } while (cursor.eat(','));
  if (hasBrackets) cursor.eat(')');
  cursor.eat(':');
  return { type: 'With', items, targets, body: [], range: cursor.span(start) };
}

/** `with (open(a) as b):`: the bracket closes right before the colon and holds an `as`. */
function isBracketedWith({ tokens, index }: Cursor): boolean {
  let depth = 0;
  for (let at = index; at < tokens.length && at < index + 400; at++) {
    const token = tokens[at];
    if (token === undefined || token.type === 'newline') return false;
    if (token.type === 'name' && token.text === 'as' && depth === 1) return true;
    if (token.type === 'operator') depth += /^[([{]$/u.test(token.text) ? 1 : /^[)\]}]$/u.test(token.text) ? -1 : 0;
    if (depth === 0) return false;
  }
  return false;
}

function readBlock(cursor: Cursor, keyword: string): Statement {
  const start = cursor.take().range[0];
  if (keyword === 'except') cursor.eat('*');
  const values = canBegin(cursor) ? [readExpressions(cursor)] : [];
  if (cursor.eat('as') && canBegin(cursor)) readExpression(cursor);
  if (keyword === 'case' && cursor.eat('if')) values.push(readExpression(cursor));
  cursor.eat(':');
  return { type: 'Block', keyword, values, body: [], range: cursor.span(start) };
}
