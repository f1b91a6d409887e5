import { describe, expect, it } from 'vitest';
import { tokenize, type FieldToken, type Token } from '../../src/python/tokens.ts';

/** Tokens as the text they stand for, line breaks as `¶` with the indentation of the line that follows. */
const read = (text: string): string[] => tokenize(text).map((token) => show(token, text));

const show = (token: Token, text: string): string =>
  token.type === 'newline' ? `¶${token.indent === undefined ? '' : String(token.indent)}`
  : token.type === 'string' ? `${text.slice(...token.range)}${token.isClosed ? '' : '…'}`
  : token.text;

const getFields = (text: string): string[] => tokenize(text).flatMap((token) => (token.type === 'string' ? token.fields.flatMap((field) => listField(field, text)) : []));

const listField = ({ range, fields }: FieldToken, text: string): string[] => [text.slice(...range), ...fields.flatMap((field) => listField(field, text))];

describe('tokens', () => {
  it.each([
    ['x = 1', ['¶0', 'x', '=', '1', '¶']],
    ['if a:\n\tb\n  c\n', ['¶0', 'if', 'a', ':', '¶8', 'b', '¶2', 'c', '¶0', '¶']],
    ['a\n\n   # comment\n\nb', ['¶0', 'a', '¶0', 'b', '¶']],
    ['f(a,\n  b)', ['¶0', 'f', '(', 'a', ',', 'b', ')', '¶']],
    ['a = b \\\n  + c', ['¶0', 'a', '=', 'b', '+', 'c', '¶']],
    ['a\r\nb\rc', ['¶0', 'a', '¶0', 'b', '¶0', 'c', '¶']],
    ['ä1 = 0x_fF + 1_0.5e-3j', ['¶0', 'ä1', '=', '0x_fF', '+', '1_0.5e-3j', '¶']],
    ['a //= b ** c -> d := ...', ['¶0', 'a', '//=', 'b', '**', 'c', '->', 'd', ':=', '...', '¶']],
    [`rb'a\\'b' Rb"c" f'' u"x" bu"y"`, ['¶0', `rb'a\\'b'`, 'Rb"c"', `f''`, 'u"x"', 'bu', '"y"', '¶']],
    ['"""a\n"b"\n""" x', ['¶0', '"""a\n"b"\n"""', 'x', '¶']],
    ['"a\\\nb" c', ['¶0', '"a\\\nb"', 'c', '¶']],
    ['\0x\0=\0"a\0b"', ['¶0', 'x', '=', '"a\0b"', '¶']],
  ])('of %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['f"a{b}c{d!r}e{f:>10}g{h=}"', ['{b}', '{d!r}', '{f:>10}', '{h=}']],
    ['f"{{a}} {b}"', ['{b}']],
    ['f"{a:{w}.{p}}"', ['{a:{w}.{p}}', '{w}', '{p}']],
    [`f"{d['k']} {d["k"]}"`, [`{d['k']}`, `{d["k"]}`]],
    [`f"{f"{f'{x}'}"}"`, [`{f"{f'{x}'}"}`]],
    ['f"{a != b} {x if y else z} {(lambda: 1)()} {d[1:2]}"', ['{a != b}', '{x if y else z}', '{(lambda: 1)()}', '{d[1:2]}']],
    ['f"\\N{DASH}{x}" rf"\\{y}"', ['{x}', '{y}']],
    ['f"""{\n  a\n} " {b}"""', ['{\n  a\n}', '{b}']],
    ['f"{\n  a\n}"', ['{\n  a\n}']],
    ['f"{{x}:y}" f"{a"', []],
  ])('of the fields of %j', (text, expected) => {
    expect(getFields(text)).toEqual(expected);
  });

  it.each([
    ['x = "abc\ny = 2', ['¶0', 'x', '=', '"abc…', '¶0', 'y', '=', '2', '¶']],
    ['x = """abc\ny = 2', ['¶0', 'x', '=', '"""abc…', '¶0', 'y', '=', '2', '¶']],
    ['f(a, [b\ndef g(): pass', ['¶0', 'f', '(', 'a', ',', '[', 'b', '¶0', 'def', 'g', '(', ')', ':', 'pass', '¶']],
    ['x)\ny', ['¶0', 'x', ')', '¶0', 'y', '¶']],
    ['f"{a\nb = 1', ['¶0', 'f"{a…', '¶0', 'b', '=', '1', '¶']],
    ['f"{a" + b', ['¶0', 'f"{a"', '+', 'b', '¶']],
  ])('after what is no Python: %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('give back the whole text where nothing is left out', () => {
    const text = 'def f(a: str = "x") -> None:\n    return f"{a!r:>{w}}" % b"\\x00"  # end\n';
    for (const token of tokenize(text)) if (token.type !== 'newline' && token.type !== 'string') expect(text.slice(...token.range)).toBe(token.text);
  });
});

describe('programs that nobody wrote', () => {
  it.each([
    ['brackets', '('.repeat(100_000)],
    ['brackets of all kinds', `x = ${'[{('.repeat(33_000)}`],
    ['f-strings in f-strings', 'f"{'.repeat(50_000)],
    ['f-strings that are not closed', 'f"{a\n'.repeat(50_000)],
    ['escaped quotes', '\\"""'.repeat(200_000)],
    ['one string', `x = "${'a'.repeat(5_000_000)}"`],
    ['one string without an end', `x = "${'a'.repeat(5_000_000)}`],
    ['NUL', '\0'.repeat(1_000_000)],
    ['tabs', '\t'.repeat(1_000_000)],
    ['closing brackets', ')'.repeat(200_000)],
  ])('are read to their end: %s', (_, text) => {
    expect(tokenize(text).at(-1)?.range[1]).toBe(text.length);
  });
});
