import { expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { createNamePrefilter, lookAt } from './support.ts';

const encode = (text: string): string => Buffer.from(text).toString('base64').replace(/=+$/u, '');

it('an encoded text in which nothing was found is not read again, another one is', () => {
  const prefilter = createNamePrefilter();
  const harmless = encode('name: nothing to see');
  const secret = encode(`api_token="${fake.alphanumeric(14)}"`);
  const isLayered = (text: string): boolean => lookAt(prefilter, 'a.txt', text)?.suspicions.layer ?? false;
  for (let turn = 0; turn < 2; turn++) {
    expect(isLayered(`x ${harmless} y`)).toBe(false);
    expect(isLayered(`x ${secret} y ${harmless}`)).toBe(true);
    expect(isLayered(`x ${harmless}\n${secret}\n`)).toBe(true);
  }
});

it('an encoded text is read with the lines below it, although it was harmless alone', () => {
  const prefilter = createNamePrefilter();
  const whole = encode(`${'some words of a text that says nothing at all, '.repeat(3)}\napi_token="${fake.alphanumeric(30)}"\n`);
  const lines = whole.match(/.{1,44}/gu) ?? [];
  const isLayered = (text: string): boolean => lookAt(prefilter, 'a.txt', text)?.suspicions.layer ?? false;
  for (const line of lines) isLayered(`x ${line} y`);
  expect(isLayered(lines.join('\n'))).toBe(true);
});
