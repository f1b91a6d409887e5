import { expect, test } from 'vitest';
import { isPassStatement } from '../../src/python/pass-statement.ts';

const ask = (text: string): boolean => {
  const bytes = Buffer.from(text);
  const start = text.indexOf('pass');
  return isPassStatement(bytes, start, start + (/^\w+/u.exec(text.slice(start))?.[0].length ?? 0), bytes.length);
};

test.each(['pass', 'class A:\n    pass\n', 'class A: pass', 'if x: pass # none', 'try:\r\n\tpass\r\nfinally:', 'x = 1; pass; y = 2', 'class A:  pass  '])('%j', (text) => {
  expect(ask(text)).toBe(true);
});

test.each(['pass = read()', 'passes', '  passwd\n', 'f(pass)', '"pass"', "cfg['pass']", 'user.pass', 'user pass', 'pass: x', 'bypass\n', 'x = pass\n'])('no %j', (text) => {
  expect(ask(text)).toBe(false);
});
