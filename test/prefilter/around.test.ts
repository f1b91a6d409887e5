import { expect, it } from 'vitest';
import { createRandom, pick } from '../kernel/random-texts.ts';
import { fake } from '../support/fake.ts';
import { createNamePrefilter, lookAt } from './support.ts';

const names = ['password_1', 'password_12', 'password_123', 'db_password', 'token_1', 'password', 'secret_7'];
const values = ['password_1', 'password1', 'password_12', 'value-1', 'x-12', 'var.x', 'secret', fake.password('around'), `${fake.alphanumeric(24, 'around')}12`];

it('a value of a Terraform file is tried with each name around it that may say something else', () => {
  const random = createRandom(5);
  let count = 0;
  for (let round = 0; round < 250; round++) {
    const lines = Array.from({ length: 1 + random(6) }, () => `${pick(names, random)} = "${pick(values, random)}"\n`);
    const suspects = (text: string): boolean => lookAt(createNamePrefilter(), 'a.tf', text)?.suspicions.secret === true;
    if (!lines.some(suspects)) continue;
    count++;
    expect(suspects(`\n${lines.join('')}`), lines.join('')).toBe(true);
  }
  expect(count).toBeGreaterThan(50);
});
