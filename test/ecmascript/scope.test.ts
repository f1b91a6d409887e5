import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, test } from 'vitest';
import { type Binding, analyzeScopes, type Scopes } from '../../src/ecmascript/scope.ts';
import { walk } from '../../src/ecmascript/walk.ts';
import { type ParserName, parsers } from './parsers.ts';

const all: ParserName[] = ['typescript-eslint', 'oxc', 'espree'];
const typed: ParserName[] = ['typescript-eslint', 'oxc'];

/** The identifiers `here` of a text, in order of place: what the cases ask about. */
function look(text: string, parser: ParserName, name = 'here'): { scopes: Scopes; identifiers: TSESTree.Identifier[] } {
  const program = parsers[parser](text);
  const identifiers: TSESTree.Identifier[] = [];
  walk(program, (node) => {
    if (node.type === 'Identifier' && node.name === name) identifiers.push(node);
    return undefined;
  });
  return { scopes: analyzeScopes(program), identifiers: identifiers.sort((a, b) => a.range[0] - b.range[0]) };
}

function describeBinding(text: string, binding: Binding | undefined): string {
  if (binding === undefined) return 'global';
  const { kind, sources, parameter, imported } = binding;
  const from = sources.map(({ expression, path, omitted, operator }) =>
    [operator === '=' ? '' : `${operator} `, text.slice(...expression.range), ...path.map((step) => `.${step}`), ...omitted.map((key) => ` -${key}`)].join(''),
  );
  if (parameter !== undefined) from.unshift(['#', parameter.index, ...parameter.path.map((step) => `.${step}`), ...parameter.omitted.map((key) => ` -${key}`)].join(''));
  if (imported !== undefined) from.unshift(`${imported.source}:${imported.name}`);
  return [kind, ...from].join(' | ');
}

const cases: [title: string, text: string, expected: string][] = [
  ['const', 'const here = a.b; f(here);', 'variable | a.b'],
  ['let, assigned twice', 'let here = 1; here = b; f(here);', 'variable | 1 | b'],
  ['compound assignment', 'let here = a; here += b; f(here);', 'variable | a | += b'],
  ['a name of nobody', 'f(here);', 'global'],
  ['an object pattern', 'const { a: { here } } = x(); f(here);', 'variable | x().a.here'],
  ['a rename with a default', 'const { a: here = 1 } = x; f(here);', 'variable | x.a | 1'],
  ['the rest of an object', 'const { a, "b-c": d, ...here } = x; f(here);', 'variable | x -a -b-c'],
  ['an array pattern', 'const [, [here]] = x; f(here);', 'variable | x.1.0'],
  ['the rest of an array', 'const [a, ...here] = x; f(here);', 'variable | x'],
  ['a computed key', 'const { [k]: here } = x; f(here);', 'variable | x.*'],
  ['assigned by a pattern', 'let here; ({ a: here } = x); [here] = y; f(here);', 'variable | x.a | y.0'],
  ['a parameter', 'function g(a, here) { f(here); }', 'parameter | #1'],
  ['a parameter with a default', 'const g = (here = 1) => f(here);', 'parameter | #0 | 1'],
  ['a destructured parameter', 'const g = (a, { b: [here], ...rest }) => f(here);', 'parameter | #1.b.0'],
  ['the rest of a parameter', 'const g = ({ b, ...here }) => f(here);', 'parameter | #0 -b'],
  ['a rest parameter', 'function g(...here) { f(here); }', 'parameter | #0'],
  ['an import', 'import { x as here } from "m"; f(here);', 'import | m:x'],
  ['a default import', 'import here from "m"; f(here);', 'import | m:default'],
  ['a namespace', 'import * as here from "m"; f(here);', 'import | m:*'],
  ['a function', 'f(here); function here() {}', 'function'],
  ['a class', 'class here {} f(here);', 'class'],
  ['its own name', 'const g = function here() { f(here); };', 'function'],
  ['catch', 'try { a(); } catch (here) { f(here); }', 'catch'],
  ['for-of', 'for (const here of xs) f(here);', 'variable | xs.*'],
  ['for-of with a pattern', 'for (const [a, { b: here }] of xs) f(here);', 'variable | xs.*.1.b'],
  ['for-of of an outer name', 'let here; for (here of xs) f(here);', 'variable | xs.*'],
  ['for-in', 'for (const here in xs) f(here);', 'variable'],
  ['a var of a block', 'function g() { if (a) { var here = 1; } f(here); }', 'variable | 1'],
  ['a let of a block is not seen outside', '{ let here = 1; } f(here);', 'global'],
  ['a shadow', 'const here = 1; { const here = 2; { f(here); } }', 'variable | 2'],
  ['a shadow that ended', 'const here = 1; { const here = 2; } f(here);', 'variable | 1'],
  ['assigned in a closure', 'let here; const g = () => { here = b; }; f(here);', 'variable | b'],
  ['an inner assignment is of the inner name', 'let here = 1; { let here = 2; here = 3; } f(here);', 'variable | 1'],
  ['a parameter default sees parameters', 'const here = 1; const g = (here, b = f(here)) => b;', 'parameter | #0'],
  ['a switch', 'switch (a) { case 1: let here = 2; f(here); }', 'variable | 2'],
  ['counted', 'let here = 0; here++; f(here);', 'variable | 0 | ++ here++'],
  ['a static block', 'class A { static { const here = 1; f(here); } }', 'variable | 1'],
];

const typedCases: [title: string, text: string, expected: string][] = [
  ['a typed parameter', 'function g(here: string | undefined) { f(here!); }', 'parameter | #0'],
  ['a parameter property', 'class A { constructor(private here: string) { f(here); } }', 'parameter | #0'],
  ['an overload', 'function g(here: string): void; function g(here: unknown) { f(here); }', 'parameter | #0'],
  ['an enum', 'enum here { A } f(here);', 'enum'],
  ['a namespace block', 'const here = 1; namespace N { const here = 2; f(here); }', 'variable | 2'],
  ['import equals', 'import here = require("m"); f(here);', 'import | m:*'],
  ['a decorated class', '@D((here) => f(here)) class A { m() {} }', 'parameter | #0'],
  ['a cast', 'const here = <string>a; f(here as string);', 'variable | <string>a'],
];

describe.each(all)('with %s', (parser) => {
  test.each(cases)('finds %s', (_title, text, expected) => {
    const { scopes, identifiers } = look(text, parser);
    const asked = identifiers.find(({ range }) => text.slice(0, range[0]).endsWith('f('));
    expect(describeBinding(text, asked && scopes.getBinding(asked))).toBe(expected);
  });
});

describe.each(typed)('with %s', (parser) => {
  test.each(typedCases)('finds %s', (_title, text, expected) => {
    const { scopes, identifiers } = look(text, parser);
    const asked = identifiers.find(({ range }) => text.slice(0, range[0]).endsWith('f('));
    expect(describeBinding(text, asked && scopes.getBinding(asked))).toBe(expected);
  });

  test('reads declared types', () => {
    const { scopes, identifiers } = look('const here: boolean = x; interface T { a: 1 } type U = T;', parser);
    expect(identifiers[0] && scopes.getBinding(identifiers[0])?.typeAnnotation?.type).toBe('TSBooleanKeyword');
    expect([...scopes.types.keys()]).toEqual(['T', 'U']);
  });
});

test('notes writes to properties', () => {
  const text = 'const here = {}; here.a.b = 1; here[k] = 2; delete here.c; here.push(3, ...xs); Object.assign(here, y); here.m.set("k", 4);';
  const { scopes, identifiers } = look(text, 'oxc');
  const binding = identifiers[0] && scopes.getBinding(identifiers[0]);
  expect(binding?.writes.map(({ path, value }) => `${path.join('.')} = ${value === undefined ? 'deleted' : text.slice(...value.range)}`)).toEqual([
    'a.b = 1',
    '* = 2',
    'c = deleted',
    '* = 3',
    ' = xs',
    ' = y',
    'm.* = 4',
  ]);
  expect(binding?.isReassigned).toBe(false);
});

test('notes writes to this', () => {
  const text = 'class A { here = 1; constructor() { this.a = 2; } m() { const g = () => { this.b.c = 3; }; } }';
  const { scopes, identifiers } = look(text, 'espree');
  const enclosing = identifiers[0] && scopes.getEnclosingClass(identifiers[0]);
  expect(enclosing && scopes.getWritesToThis(enclosing).map(({ path }) => path.join('.')).sort()).toEqual(['a', 'b.c', 'here']);
});

test('tells what is at the top level', () => {
  const text = 'here; { here; } function f() { here; } const g = () => here; class A { x = here; static { here; } }';
  const { scopes, identifiers } = look(text, 'oxc');
  expect(identifiers.map((node) => scopes.isTopLevel(node))).toEqual([true, true, false, false, false, false]);
  expect(identifiers.map((node) => scopes.getEnclosingFunction(node)?.type)).toEqual([undefined, undefined, 'FunctionDeclaration', 'ArrowFunctionExpression', undefined, undefined]);
});

test('gives the call that a callback is an argument of, and all names', () => {
  const program = parsers.espree('xs.map((x) => x.y); new P(function z() {}); const q = () => {};');
  const scopes = analyzeScopes(program);
  expect(scopes.calls.map((call) => call.arguments[0] !== undefined && scopes.getCallOf(call.arguments[0]) === call)).toEqual([true, true]);
  expect([...scopes.names].sort()).toEqual(['P', 'map', 'q', 'x', 'xs', 'y', 'z']);
  expect(analyzeScopes(program)).toBe(scopes);
});
