import { describe, expect, it } from 'vitest';
import { scanFile } from '../scanners/scan-file.ts';

const word = ['pass', 'word123'].join('');

const count = async (path: string, text: string): Promise<number> => (await scanFile(path, text.replaceAll('{}', word))).problems.filter(({ kind }) => kind === 'common-password').length;

describe('a word that is a common password', () => {
  it.each([
    ['a.js', 'const {} = process.env.PASSWORD_100;\n'],
    ['a.js', 'const other = {};\n'],
    ['a.js', 'function check({}) { return {}; }\n'],
    ['a.js', 'check(other, {}, x);\n'],
    ['a.js', 'const other = { {}: x };\n'],
    ['a.js', 'if ({} === other || {} !== x) y;\n'],
    ['a.js', 'other = {} ?? x;\n'],
    ['a.js', 'this.{}\n'],
    ['a.js', 'x = {}.length;\n'],
    ['a.js', 'type A = { {}?: string };\n'],
    ['a.json', '{"{}": "a"}\n'],
    ['a.yml', '{}: ${A}\n'],
    ['a.txt', '"{}": "${A}",\n'],
    ['a.py', '{} = os.environ["X"]\nprint(len({}))\n'],
    ['a.py', 'def check({}, other):\n    return x[{}]\n'],
    ['a.tf', 'x = var.{}\n'],
  ])('is a name in %s: %s', async (path, text) => {
    expect(await count(path, text)).toBe(0);
  });

  it.each([
    ['a.txt', '{}\n'],
    ['a.txt', 'the login is admin {}\n'],
    ['a.md', 'Log in as `admin` with `{}`.\n'],
    ['a.js', 'check(x, ["{}"]);\n'],
    ['a.js', 'const list = ["{}", `{}!`, x];\n', 2],
    ['a.xml', '<b>{}</b>\n'],
    ['a.txt', 'a=p@ssw0rd;\n'],
  ])('is one in %s: %s', async (path, text, found = 1) => {
    expect(await count(path, text)).toBe(found);
  });
});
