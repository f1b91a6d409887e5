import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/core/config.ts';
import { Secret } from '../../src/core/secret.ts';
import { getStoredValue } from '../../src/core/stored-value.ts';
import { scanBytes } from '../../src/pipeline.ts';
import { planProblem } from '../../src/planning.ts';
import { root } from '../support/command.ts';
import { fill, secretValues } from '../support/fill.ts';

const fixtures = path.join(root, 'test/fixtures/carriers');
const name = '/prod/shop/pushed';
const parameter = { state: 'present', parameter: { name, type: 'SecureString', version: 1 }, evidence: { checkedAt: 0, region: 'eu-west-1' } } as const;

/** What stands in quotes, or behind a name and a sign without them, and has a made-up secret in it: all that a program may receive. */
const listValues = (text: string): string[] =>
  [...text.matchAll(/"(?:[A-Z_]+=)?([^"\n]*)"|'([^'\n]*)'|(?<==|= |: )([^\s"']+)/gu)].map((found) => found[1] ?? found[2] ?? found[3] ?? '').filter((value) => secretValues.some((secret) => value.includes(secret)));

/** `push` may say that it is not sure, and must never store anything but what the program receives now. */
describe.each(readdirSync(fixtures))('%s', (fixture) => {
  const folder = path.join(fixtures, fixture, 'before');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  it.each(files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))))('%s', async (file) => {
    const text = fill(readFileSync(path.join(folder, file), 'utf8'));
    const scanned = await scanBytes(folder, file, Buffer.from(text), defaultConfig);
    const known = listValues(text).map((value) => new Secret(value));
    for (const problem of scanned.problems) {
      if (problem.subject === undefined || problem.secret === undefined) continue;
      const remedy = planProblem(problem, scanned, { root: folder, config: { ...defaultConfig, map: { [problem.subject.name]: name } }, knowledge: { answers: new Map([[name, parameter]]), found: [] } });
      if (remedy.state === 'none') continue;
      const value = getStoredValue(text, problem, remedy.edits);
      if (typeof value !== 'string') expect(known.some((secret) => secret.isSame(value)), problem.subject.name).toBe(true);
    }
  });
});
