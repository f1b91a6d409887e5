import { expect, it } from 'vitest';
import type { Prefilter } from '../../src/prefilter/prefilter.ts';
import { createRandom, pick } from '../kernel/random-texts.ts';
import { fake } from '../support/fake.ts';
import { createNamePrefilter, lookAt } from './support.ts';

/** Whether a secret may be in it. */
const suspects = (prefilter: Prefilter, path: string, text: string): boolean => lookAt(prefilter, path, text)?.suspicions.secret === true;

const names = ['password', 'password_1', 'password_12', 'db_password', 'PASSWORD', 'token', 'api_key_2', 'the.secret', 'Input Password', 'passwörd'];
const givers = [' = ', '=', ': ', ' => ', '", "', ' is ', ' '];
const values = ['"x"', '"value-12"', '"value-1"', 'changeme', 'props.password', 'None', '"**"', `"${fake.password('line')}"`, fake.alphanumeric(20, 'line'), `"${fake.alphanumeric(24, 'other')}12"`];
const heads = ['', '  ', '\t', '// ', '"', "'", '<', '-D', '${', '"a" == '];

const makeLine = (random: (limit: number) => number): string => `${pick(heads, random)}${pick(names, random)}${pick(['', '"', "'"], random)}${pick(givers, random)}${pick(values, random)}${pick(['', ';', ' -', '"', '}', '\r'], random)}\n`;

it.each(['a.txt', 'a.java', 'a.conf', 'a.cfg', 'notes.md', 'i18n/a.txt', 'test/a.rb', 'Makefile'])('lines of %s that were judged before are judged as they were', (path) => {
  const random = createRandom(path.length);
  const old = createNamePrefilter();
  const lines = Array.from({ length: 60 }, () => makeLine(random));
  // in one look after the other, and within one
  for (let round = 0; round < 150; round++) {
    const text = `\n${Array.from({ length: 1 + random(4) }, () => pick(lines, random)).join('')}`;
    expect(suspects(old, path, text), JSON.stringify(text)).toBe(suspects(createNamePrefilter(), path, text));
  }
});
