import { expect, it } from 'vitest';
import { mayLogSecret } from '../../src/flow/may-log-secret.ts';
import { growsTooFast } from '../support/growth.ts';

/** What is opened, and how it is closed. */
const shapes: readonly (readonly [string, string])[] = [
  ['a=>', ''],
  ['a.', ''],
  ['console.log(a.', ')'],
  ['(a=', ')'],
  ['console.log(', ')'],
  ['(a)=>{a=1};', ''],
  ['({a:', '})'],
  ['const {headers:', '} = b;'],
  ['function f(a){', '}'],
  ['f(a=>', ')'],
  ['f(a,', ')'],
  ['`${', '}`'],
  ['a=', ''],
  ['a<', ''],
  ['throw ', ''],
  ['console.log(this.a);this.a=this.b;', ''],
  ['let a=b;', ''],
  ['{let a=b;', '}'],
  ['(a=(b,{c:d})=>{', '})'],
];

it.each(shapes)('a program of %j takes twice as long where it is twice as long', (open, close) => {
  const work = (size: number): void => {
    const count = Math.ceil(size / (open.length + close.length));
    mayLogSecret(`let token = 1;\nconsole.log(b);\n${open.repeat(count)}x${close.repeat(count)}`);
  };
  expect(growsTooFast(work, { from: 8000, to: 64_000 })).toBe(false);
});

it('a program as large as is followed ends', () => {
  for (const [open, close] of shapes) {
    const count = Math.floor(490_000 / (open.length + close.length));
    expect(typeof mayLogSecret(`let token = 1;\nconsole.log(b);\n${open.repeat(count)}x${close.repeat(count)}`)).toBe('boolean');
  }
});
