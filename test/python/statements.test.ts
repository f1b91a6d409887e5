import { describe, expect, it } from 'vitest';
import type { Node, Statement } from '../../src/python/nodes.ts';
import { parse } from '../../src/python/statements.ts';
import { walk } from '../../src/python/walk.ts';

/** Blocks and statements as an outline. */
const outline = (text: string): unknown[] => parse(text).body.map((statement) => draw(statement, text));

const draw = (statement: Statement, text: string): unknown => {
  const own = text.slice(...statement.range);
  return 'body' in statement ? [own, ...statement.body.map((inner) => draw(inner, text))] : own;
};

const getTypes = (text: string): string[] => {
  const types: string[] = [];
  walk(parse(text), (node: Node) => {
    types.push(node.type);
    return undefined;
  });
  return types;
};

describe('blocks', () => {
  it.each([
    ['if a:\n  b\nelse:\n  c\nd', [['if a:', 'b'], ['else:', 'c'], 'd']],
    ['class A:\n  def f(self):\n    x = 1\n  y = 2\nz', [['class A:', ['def f(self):', 'x = 1'], 'y = 2'], 'z']],
    ['if x: y = 1; z = 2\nw', [['if x:', 'y = 1', 'z = 2'], 'w']],
    ['async def f():\n  async with a as b, c:\n    await d', [['def f():', ['with a as b, c:', 'await d']]]],
    ['with (\n  a as b,\n  c as d,\n):\n  e', [['with (\n  a as b,\n  c as d,\n):', 'e']]],
    ['try:\n  a\nexcept* (B, C) as e:\n  d\nfinally: f', [['try:', 'a'], ['except* (B, C) as e:', 'd'], ['finally:', 'f']]],
    ['match x:\n  case "a" | "b" if y:\n    z\nmatch = 1\nmatch(x)', [['match x:', ['case "a" | "b" if y:', 'z']], 'match = 1', 'match(x)']],
    ['@a.b(c)\ndef f[T: int](x: T = 1, /, *y, z=2, **w) -> list[T]: pass', ['@a.b(c)', ['def f[T: int](x: T = 1, /, *y, z=2, **w) -> list[T]:', 'pass']]],
  ])('of %j', (text, expected) => {
    expect(outline(text)).toEqual(expected);
  });

  it('keep lines that are indented without reason', () => {
    expect(outline('a\n    b\n    if c:\n        d\n    e\nf')).toEqual(['a', 'b', ['if c:', 'd'], 'e', 'f']);
  });

  it('follow tabs beside spaces', () => {
    expect(outline('if a:\n\tb\n        c\nd')).toEqual([['if a:', 'b', 'c'], 'd']);
  });

  it('are seen in a program that lost its line breaks', () => {
    expect(outline('import a b = c() def f(): return 1 print(b)')).toEqual(['import a', 'b = c()', ['def f():', 'return 1', 'print(b)']]);
  });
});

describe('expressions', () => {
  it.each(['x: int = y', 'a = b = c', 'a += b', 'x[1:2, ...] = y', 'a, *b = c', '(x := y)', 'f(*a, **b, c=d)', 'lambda x, *y, z=1: x', 'not a in b is not c', '{**a, "b": c}', '{a, b}', '{k: v for k, v in x if y if z}', '[*a, b]', 'a if b else c', 'await x', 'yield from x', '-a ** -b', 'x = yield', 'print(a, file=b)', 'raise A from b', 'assert a, b', 'del a, b', 'f(x for x in y)', 'a.b[c](d).e', 'x = "a" f"{b}" \'c\''])('are read whole: %s', (text) => {
    const { body } = parse(text);
    expect(body).toHaveLength(1);
    expect(body[0]?.range).toEqual([0, text.length]);
  });

  it('join a chain of one rank in one node', () => {
    expect(getTypes(`x = ${'a + '.repeat(5000)}a`).filter((type) => type === 'Operation')).toHaveLength(1);
  });

  it('read the statement print of Python 2', () => {
    expect(getTypes('print "a %s" % b, c')).toContain('Call');
  });
});

describe('programs that nobody wrote', () => {
  it.each([
    ['brackets', '('.repeat(100_000)],
    ['not', 'not '.repeat(100_000)],
    ['minus', '-'.repeat(100_000)],
    ['lambda', 'lambda: '.repeat(100_000)],
    ['power', 'a**'.repeat(100_000)],
    ['conditions', 'a if b else '.repeat(50_000)],
    ['blocks', 'if a: '.repeat(50_000)],
    ['indentation', Array.from({ length: 1000 }, (_, depth) => `${' '.repeat(depth)}if a:\n`).join('')],
    ['calls', `a${'()'.repeat(100_000)}`],
    ['members', `a${'.b'.repeat(100_000)}`],
    ['async', 'async '.repeat(100_000)],
    ['with', 'with ('.repeat(10_000)],
    ['match', 'match a\n'.repeat(50_000)],
    ['a chain', `x = ${'"a" + '.repeat(100_000)}`],
    ['a list', `x = [${'"abc", '.repeat(100_000)}]`],
    ['an f-string', `f"${'{a}'.repeat(50_000)}"`],
  ])('are walked to their end: %s', (_, text) => {
    expect(getTypes(text).length).toBeGreaterThan(1);
  });
});
