import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/core/config.ts';
import { isNestedTooDeeply } from '../../src/ecmascript/nesting.ts';
import { scanWhole } from '../../src/pipeline.ts';
import { growsTooFast } from '../support/growth.ts';

/** What opens, stands within, closes. */
const nests: readonly (readonly [string, string, string])[] = [
  ['f(', '', ')'], ['[', '', ']'], ['{', '', '}'], ['`${', 'a', '}`'], ['({a:', '1', '})'], ['({a(){', '', '}})'], ['[()=>{', '', '}]'], ['x(async()=>{', '', '})'], ['class A{x=', '1', '}'], ['class A{x=()=>{', '', '}}'],
  ['@a(class{', '', '})'], ['<a b={', '1', '}/>'], ['<a>', '', '</a>'], ['let x:A<', 'B', '>'], ['x=>', 'x', ''], ['a=', 'a', ''], ['a?b:', 'a', ''], ['a?', 'b', ':c'], ['new ', 'a', ''], ['typeof ', 'a', ''], ['typeof\n', 'a', ''], ['!', 'a', ''],
  ['a+', 'a', ''], ['a+\n', 'a', ''], ['a**', 'a', ''], ['a&&', 'a', ''], ['a.b().', 'c', ''], ['a.b()\n.', 'c', ''], ['if(a);else ', ';', ''], ['if(a){}else ', ';', ''], ['if(a){}\nelse ', ';', ''], ['for(;;)', ';', ''], ['with(a)', ';', ''], ['do ', 'a', ';while(1)'],
  ['switch(a){case 1:', '', '}'], ['try{', '', '}catch{}'], ['a:', ';', ''], ['yield ', 'a', ''], ['class extends ', 'A', '{}'], ['a[")"][', 'a', ']'], ['f(")",', '', ')'], ['f(/[)"]/,', '', ')'], ['f(/* ) */', '', ')'], ['f( // )\n', '', ')'],
];

const flat: readonly string[] = [
  'f(a);', 'f(a)\n', 'a = b\n', 'function f(){}', 'x.y = function(a,b){return a+b};', '"a(",', '"((",', '`(${a}(`,', 'if(a){b()}', 'if(a)b();', 'const a = 1\n', 'case 1:', 'class A{m(){}n(){}}', '<path d="M0 0" fill="none"/>', '<li>one two</li>', '<li>one\ntwo</li>\n',
  'type A = B<C>\n', 'a: string\n', '{a:1},', '[1,2],', '/[("]/,', 'export * from "a"\n', 'a.b()\n', 'import a from "b"\n', '@a() b: C\n', 'a ? b : c;', 'async () => {};', '// it\'s (\n', '/* ( */', 'd(a<b,c>d);', 'if (a) return b\n',
];

describe('a program that nests deeply', () => {
  it.each(nests)('%j is not read, however it does', (open, middle, close) => {
    expect(isNestedTooDeeply(open.repeat(25_000) + middle + close.repeat(25_000))).toBe(true);
    expect(isNestedTooDeeply(open.repeat(100) + middle + close.repeat(100))).toBe(false);
  });

  it.each(flat)('%j again and again is not deep', (text) => {
    expect(isNestedTooDeeply(text.repeat(30_000))).toBe(false);
  });

  it.each(nests)('%j never ends the process, and its text is searched', { timeout: 60_000 }, async (open, middle, close) => {
    const secret = ['Xk29f', 'Lq81zPw'].join('');
    for (const count of [500, 1100, 1900, 3300, 9000]) {
      const text = `const password = "${secret}";\n${open.repeat(count)}${middle}${close.repeat(count)}`;
      const { problems, unread } = await scanWhole('/', open.startsWith('<a') ? 'a.tsx' : 'a.ts', new TextEncoder().encode(text), defaultConfig);
      expect(problems.map(({ subject }) => subject?.name), `${String(count)} times: ${JSON.stringify(unread)}`).toEqual(['password']);
    }
  });

  it.each(["'\\", '"\\', '= /[ ', '` ${ ', '\\`', '/*', '= /a ', '\n', '} ', ' '])('%j again and again takes twice as long where it is twice as long', (unit) => {
    expect(growsTooFast((size) => void isNestedTooDeeply(unit.repeat(Math.ceil(size / unit.length))), { from: 4000, to: 256_000 })).toBe(false);
  });
});
