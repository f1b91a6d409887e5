import { describe, expect, it } from 'vitest';
import { createByteClass } from '../../src/kernel/byte-class.ts';
import { createKernel } from '../../src/kernel/create-kernel.ts';
import type { Kernel, KernelOptions, Keyword } from '../../src/kernel/keyword.ts';
import { createPlainKernel } from '../../src/kernel/plain.ts';
import { findSlowly, isReadAsLayer, type Event } from './oracle.ts';
import { makeKeywords, makeText } from './random-texts.ts';

type Create = (keywords: readonly Keyword[], options?: KernelOptions) => Kernel;

const kernels: readonly (readonly [string, Create])[] = [['plain', createPlainKernel], ['SIMD', createKernel]];

const letters = createByteClass([65, 90], [97, 122]);
const digits = createByteClass([48, 57]);

function findAll(kernel: Kernel, text: Uint8Array, start = 0): Event[] {
  kernel.getRoom(text.length).set(text);
  const events: Event[] = [];
  kernel.find(text.length, (keyword, index) => void events.push([keyword, index]), start);
  return events;
}

const find = (create: Create, keywords: readonly Keyword[], text: string, options?: KernelOptions): Event[] => findAll(create(keywords, options), Buffer.from(text));

describe.each(kernels)('the %s kernel', (_, create) => {
  it('finds literals in the order of their places, then of the keywords', () => {
    const keywords = [{ text: 'word' }, { text: 'pass' }, { text: 'PASSWORD', isCaseless: true }];
    expect(find(create, keywords, 'Password password pass')).toEqual([[2, 0], [0, 4], [1, 9], [2, 9], [0, 13], [1, 18]]);
  });

  it('tells case where it counts, and what only differs in bit 5', () => {
    const keywords = [{ text: 'key_@' , isCaseless: true }, { text: 'Key' }];
    expect(find(create, keywords, 'KEY_@ key_` Key\u007F@ kEy_@')).toEqual([[0, 0], [1, 12], [0, 18]]);
  });

  it('finds text above ASCII, and literals of more than sixteen bytes', () => {
    const keywords = [{ text: '密码' }, { text: 'a-very-long-keyword-it-is', isCaseless: true }];
    expect(find(create, keywords, '密码 A-very-long-keyword-IT-is a-very-long-keyword-it-iz')).toEqual([[0, 0], [1, 7]]);
  });

  it('looks at what stands before', () => {
    expect(find(create, [{ text: 'pat', before: letters }], 'pat cpat _pat')).toEqual([[0, 0], [0, 10]]);
  });

  it('looks at what follows, to the end of the text', () => {
    const keyword = { text: 'sk-', follows: [{ bytes: letters, count: 2 }, { bytes: digits, count: 3 }] };
    expect(find(create, [keyword], 'sk-ab123 sk-a1234 sk-ab12x sk-ab12')).toEqual([[0, 0]]);
    expect(find(create, [keyword], 'sk-ab123')).toEqual([[0, 0]]);
  });

  it('looks for a stretch near, in characters, and for a digit in it', () => {
    const near = { bytes: createByteClass([48, 57], [97, 102]), count: 8, reach: 10 };
    expect(find(create, [{ text: 'dog', near }], 'dog=abcdefab')).toEqual([[0, 0]]);
    expect(find(create, [{ text: 'dog', near: { ...near, hasDigit: true } }], 'dog=abcdefabc dog=abcdefab1')).toEqual([[0, 14]]);
    expect(find(create, [{ text: 'dog', near }], `dog${' '.repeat(9)}abcdefab`)).toEqual([[0, 0]]);
    expect(find(create, [{ text: 'dog', near }], `dog${' '.repeat(10)}abcdefab`)).toEqual([]);
    expect(find(create, [{ text: 'dog', near }], `dog${'é'.repeat(9)}abcdefab`)).toEqual([[0, 0]]);
    expect(find(create, [{ text: 'dog', near }], `dog${'é'.repeat(10)}abcdefab`)).toEqual([]);
  });

  it('stops when it is told to, and begins where it is told to', () => {
    const kernel = create([{ text: 'key' }]);
    const text = Buffer.from('key key key');
    kernel.getRoom(text.length).set(text);
    const seen: number[] = [];
    expect(kernel.find(text.length, (__, index) => seen.push(index) === 2)).toBe(true);
    expect(seen).toEqual([0, 4]);
    expect(kernel.find(text.length, () => false)).toBe(false);
    expect(findAll(kernel, text, 1)).toEqual([[0, 4], [0, 8]]);
  });

  it('counts the lines that end, and the blanks, between two places', () => {
    const text = Array.from({ length: 400 }, (__, index) => '\r\n \n\rab\r\n'.charAt((index * 7919) % 10)).join('');
    const kernel = create([{ text: 'key' }]);
    findAll(kernel, Buffer.from(`${text}\n\n`));
    findAll(kernel, Buffer.from(text));
    const ends = Array.from(text.matchAll(/\r\n|\r|\n/gu), (end) => end.index + end[0].length - 1);
    for (const [from, to] of [[0, 400], [0, 399], [1, 17], [3, 3], [20, 37], [300, 400]] as const) {
      expect(kernel.countBreaks(from, to)).toBe(ends.filter((end) => end >= from && end < to).length);
      expect(kernel.countBlanks(from, Math.min(to, text.length))).toBe(Array.from(text.slice(from, to)).filter((character) => character <= ' ').length);
    }
  });

  it('does not see what a longer text left behind', () => {
    const kernel = create([{ text: 'key' }], { hasRuns: true });
    findAll(kernel, Buffer.from('abc key key'));
    expect(findAll(kernel, Buffer.from('abc ke'))).toEqual([]);
    expect(findAll(kernel, Buffer.from(''))).toEqual([]);
  });

  it('finds runs that may be text', () => {
    const encoded = Buffer.from('a text that is longer than the shortest').toString('base64');
    const hex = Buffer.from('a text that is long').toString('hex');
    expect(find(create, [], `x ${encoded} ${hex}`, { hasRuns: true })).toEqual([[0, 2], [0, 2 + encoded.length + 1]]);
    expect(find(create, [], `${'/'.repeat(30)} ${encoded.slice(0, 23)} src/a-path-of-several-words/x`, { hasRuns: true })).toEqual([]);
  });

  it('refuses a keyword of two bytes', () => {
    expect(() => create([{ text: 'ab' }])).toThrow(RangeError);
  });

  it('drops nothing, however much there is', () => {
    const keywords = Array.from({ length: 40 }, () => ({ text: 'aaa' }));
    expect(find(create, keywords, 'a'.repeat(3000))).toHaveLength(40 * 2998);
  });

  it('says what trying everything says, on random texts', { timeout: 120_000 }, () => {
    for (let seed = 0; seed < 400; seed++) {
      const keywords = makeKeywords(seed);
      const kernel = create(keywords, { hasRuns: seed % 2 === 0 });
      for (let turn = 0; turn < 5; turn++) {
        const text = makeText(seed * 5 + turn, keywords);
        expect(findAll(kernel, text), `seed ${seed}, turn ${turn}`).toEqual(findSlowly(keywords, text, seed % 2 === 0));
      }
    }
  });
});

describe('what the oracle takes for a run', () => {
  it('is all that the layers read', () => {
    for (let seed = 0; seed < 300; seed++) {
      const text = Buffer.from(makeText(seed, [])).toString(seed % 2 === 0 ? 'base64' : 'hex').replaceAll('=', '');
      if (text.length < 32 || !isReadAsLayer(text)) continue;
      expect(findSlowly([], Buffer.from(text), true)).toEqual([[0, 0]]);
    }
  });
});
