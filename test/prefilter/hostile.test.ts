import { expect, it } from 'vitest';
import { createDetect } from '../../src/core/detect.ts';
import { createKernel } from '../../src/kernel/create-kernel.ts';
import { createPrefilter } from '../../src/prefilter/prefilter.ts';
import { growsTooFast } from '../support/growth.ts';

const prefilter = createPrefilter({
  formats: { getCommon: () => [], getAll: () => [] },
  custom: [],
  detect: createDetect([]),
  createKernel: (getKeywords) => createKernel(getKeywords(), { hasRuns: true }),
  toText: (bytes, length) => Buffer.from(bytes.buffer, bytes.byteOffset, length).toString('latin1'),
  loggers: [],
});

it.each([
  ['a.sh', '--password \\"#'],
  ['a.sh', 'PASSWORD="'],
  ['a.java', 'login("a", '],
  ['a.yaml', 'password: \\"#'],
  ['a.yaml', 'passwords:\n'],
  ['a.json', '{"password":'],
  ['a.xml', '<password '],
  ['a.properties', 'password = x '],
])('a look at %s of %j takes twice as long where it is twice as long', (path, unit) => {
  const work = (size: number): void => {
    const bytes = Buffer.from(unit.repeat(Math.ceil(size / unit.length)));
    prefilter.getRoom(bytes.length).set(bytes);
    prefilter.look(path, bytes.length, false);
  };
  expect(growsTooFast(work, { from: 4000, to: 64_000 })).toBe(false);
});
