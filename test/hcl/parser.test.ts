import { describe, expect, it } from 'vitest';
import { parseHcl } from '../../src/hcl/parser.ts';
import { isOn, walkBody } from '../../src/hcl/walk.ts';

/** The texts of a file, with what leads to them. */
function read(text: string): { texts: string[]; error: number | undefined } {
  const { body, error } = parseHcl(text);
  const texts = [...walkBody(body, text)].filter((cursor) => isOn(cursor, 'text')).map(({ node }) => text.slice(...node.content));
  return { texts, error };
}

describe('texts', () => {
  it.each([
    ['an attribute', 'a = "x"', ['x']],
    ['escapes', String.raw`a = "x\"y\\"`, [String.raw`x\"y\\`]],
    ['holes with strings and braces', 'a = "${b["c"]}-${{ d = "e" }}-f"\nb = "g"', ['${b["c"]}-${{ d = "e" }}-f', 'g']],
    ['what looks like a hole', 'a = "$${b}"', ['$${b}']],
    ['blocks, after attributes', 'resource "r" "n" {\n  a = "x"\n  b "l" { c = "y" }\n}\nd = "z"', ['z', 'x', 'y']],
    ['a block in a line', 'a { b = "x" }', ['x']],
    ['comments', '# a = "1"\n// "2"\n/* "3"\n"4" */ a = "x" # "5"', ['x']],
    ['lists and objects', 'a = [\n  "x", # c\n  { b = "y", "c" : "z"\n d = "w" },\n]', ['x', 'y', 'z', 'w']],
    ['calls', 'a = merge(jsonencode({ b = "x" }), var.y...)', ['x']],
    ['a condition', 'a = var.b ? "x" : "y"', ['x', 'y']],
    ['a loop over a list', 'a = [for k, v in var.b : "x" if v != "y"]', ['x', 'y']],
    ['a loop over a map', 'a = { for k, v in var.b : k => "x"... }', ['x']],
    ['an index', 'a = var.b["x"].c[0]', ['x']],
    ['operations', 'a = (-1 + 2) * 3 == 5 && !var.b || "x" == c', ['x']],
    ['functions of providers', 'a = provider::aws::arn_parse("x")', ['x']],
    ['a heredoc', 'a = <<-EOT\n  x ${b}\n  EOT\nc = "y"', ['  x ${b}\n', 'y']],
    ['JSON in a heredoc', 'a = <<E\n{"b": ["x"], "c": {"d": null}}\nE\n', ['{"b": ["x"], "c": {"d": null}}\n', 'x']],
    ['CRLF', 'a = "x"\r\nb = <<E\r\ny\r\nE\r\nc = "z"\r\n', ['x', 'y\r\n', 'z']],
  ])('of %s', (_, text, texts) => {
    expect(read(text)).toEqual({ texts, error: undefined });
  });
});

describe('what is no HCL', () => {
  it.each([
    ['a line', 'a = "x"\n??\nb = "y"', ['x', 'y']],
    ['an open string', 'a = "x\nb = "y"', ['x', 'y']],
    ['an open bracket at the end', 'a = "x"\nb = ["y",', ['x', 'y']],
    ['a stray brace', 'a = "x"\n}\nb = "y"', ['x', 'y']],
    ['an open heredoc', 'a = <<E\nb = "y"', ['y']],
  ])('%s costs nothing else', (_, text, texts) => {
    expect(read(text).texts).toEqual(texts);
  });

  it.each(['', '\0', '"', '${', '<<', '<<E', 'a', 'a =', 'a {', 'a = [', 'a = {', 'a = {b', 'a = f(', '/*', 'a = "${', 'a = b.', 'a = b[', 'a = ?:', '...', 'a b "c'])('stands %j', (text) => {
    expect(read(text).texts.length).toBeLessThan(3);
  });

  it.each([
    ['brackets', `a = ${'['.repeat(100_000)}`],
    ['objects', `a = ${'{\na = '.repeat(50_000)}`],
    ['blocks', 'a {\n'.repeat(50_000)],
    ['calls', `a = ${'f('.repeat(100_000)}`],
    ['open holes', '"${\n'.repeat(100_000)],
    ['open heredocs', Array.from({ length: 50_000 }, (_, index) => `a = <<E${index}\n`).join('')],
  ])('comes to an end with %s', (_, text) => {
    read(text);
  });
});
