import { expect, it } from 'vitest';
import { growsTooFast } from '../support/growth.ts';
import { createNamePrefilter, lookAt } from './support.ts';

const prefilter = createNamePrefilter();

it.each([
  ['a.sh', '--password \\"#'],
  ['a.sh', 'PASSWORD="'],
  ['a.java', 'login("a", '],
  ['a.yaml', 'password: \\"#'],
  ['a.yaml', 'passwords:\n'],
  ['a.json', '{"password":'],
  ['a.xml', '<password '],
  ['a.properties', 'password = x '],
  ['a.conf', '<password>'],
  ['a.xml', '<password>'],
])('a look at %s of %j takes twice as long where it is twice as long', (path, unit) => {
  const work = (size: number): void => void lookAt(prefilter, path, unit.repeat(Math.ceil(size / unit.length)));
  expect(growsTooFast(work, { from: 4000, to: 64_000 })).toBe(false);
});
