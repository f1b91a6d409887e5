import { describe, expect, it } from 'vitest';
import { readValue } from '../../src/core/assigned-value.ts';
import { isCode } from '../../src/core/text-places.ts';
import { mayBeAssigned } from '../../src/prefilter/assigned-bytes.ts';
import { getNameEnd, getNameStart } from '../../src/prefilter/look-tests.ts';
import { createRandom, pick, type Random } from '../kernel/random-texts.ts';

const names = ['password', 'DB_PASSWORD', 'db.password', 'client-secret', 'setPassword', 'Password', 'DdbPassword'];

const befores = ['', ' ', '"', "'", '<', '-', ' -', '${', '&', '?', '(', '[', '.', 'Input ', '"value1" == ', "'value1' === ", '"value1".equals(', '"value1".equalsIgnoreCase(user.', 'strcmp(', 'user='];

const betweens = [
  '', ' ', '\t', '  ', '"', "'", '\\"', ']', '[0]', '[]', '}', '>', '=', '==', '===', '!=', '=>', ':=', '?=', '||=', '??', '||', '?:', ':', '::', ',', ', ', ', with: ', '{', '(', ')', '.', '@',
  ': string', ": &'static str ", ' string ', ' []byte', ' { get; set; } ', '.equals(', '.compareTo(', ').send_keys(', ').fill(', 'String::from(', 'new String(', '[]byte(', 'Buffer.from(', 'Secret::new(String::from(',
  'encoder.encode(', 'encoder().encode(', 'r', 'LR', '@', '\n', '\r\n', 'words ', '+', '#', '1',
];

const values = ['"value1"', "'value1'", '`value1`', '\\"value1\\"', 'value1', 'value1"', 'value1}', '>value1</', '   value1', 'ab', 'abc&x=1', 'abc', 'value1&user=x', ''];

const make = (random: Random): { readonly text: string; readonly start: number; readonly end: number } => {
  const name = pick(names, random);
  const before = `line\n${pick(befores, random)}`;
  const between = Array.from({ length: random(5) }, () => pick(betweens, random)).join('');
  const text = `${before}${name}${between}${pick(values, random)}${pick(['', '\n', ' ', ');', '"'], random)}`;
  return { text, start: getNameStart(text, before.length), end: getNameEnd(text, before.length) };
};

describe('the bytes beside a name', () => {
  it('never rule out a value in quotes that is read there, nor one right behind it', () => {
    const random = createRandom(7);
    let readCount = 0;
    for (let round = 0; round < 300_000; round++) {
      const { text, start, end } = make(random);
      const found = readValue(text, start, text.slice(start, end), true);
      if (found === undefined) continue;
      const place = { bytes: Buffer.from(`${text}${'\0'.repeat(64)}`), length: text.length, start, end };
      const isRead = !isCode(found, 'text');
      if (isRead) readCount++;
      if (!mayBeAssigned(place, false) || (isRead && !mayBeAssigned(place, true))) expect.fail(text);
    }
    expect(readCount).toBeGreaterThan(10_000);
  });
});
