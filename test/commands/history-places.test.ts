import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createLook, createSearch } from '../../src/commands/history/look.ts';
import { createSightings } from '../../src/commands/history/sightings.ts';
import { createSuspect } from '../../src/commands/history/suspect.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { createIdTable } from '../../src/io/git/id-table.ts';
import { findSecrets, scanBytes } from '../../src/pipeline.ts';
import { root } from '../support/command.ts';
import { fake } from '../support/fake.ts';
import { fill } from '../support/fill.ts';

const fixtures = ['carriers', 'javascript'].flatMap((kind) => {
  const folder = path.join(root, 'test/fixtures', kind);
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => (entry.isFile() ? [path.relative(folder, path.join(entry.parentPath, entry.name))] : [])).map((file) => [kind, file] as const);
});

const readFixture = (kind: string, file: string): Buffer => Buffer.from(fill(readFileSync(path.join(root, 'test/fixtures', kind, file), 'utf8')));

const search = createSearch(defaultConfig);
const find = createLook(search);

/** Whether a history reads the file whole. */
function isRead(file: string, bytes: Uint8Array): boolean {
  const sightings = createSightings(createIdTable(20));
  const suspect = createSuspect(sightings, search, false);
  const numbers = find(bytes, 0, bytes.length).map((place) => sightings.surroundings.add(bytes, place));
  return suspect.isAlways(file) || suspect.choose(file, numbers).length > 0;
}

it('has fixtures with secrets', () => {
  expect(fixtures.filter(([kind, file]) => isRead(file, readFixture(kind, file))).length).toBeGreaterThan(30);
});

it.each(fixtures)('what a tree finds in %s/%s a history reads, and finds the same', async (kind, file) => {
  const bytes = readFixture(kind, file);
  const list = (problems: Awaited<ReturnType<typeof scanBytes>>['problems']): unknown[] => problems.filter(({ secret }) => secret !== undefined).map(({ ruleId, range }) => [ruleId, range]).filter(([ruleId]) => ruleId !== 'no-logged-secrets');
  const expected = list((await scanBytes(root, file, bytes, defaultConfig)).problems);
  expect(list((await findSecrets(root, file, bytes, defaultConfig))?.problems ?? [])).toEqual(expected);
  if (expected.length > 0) expect(isRead(file, bytes)).toBe(true);
});

const secret = fake.alphanumeric(18, 'commands');

it.each([
  ['ci.yml', `steps:\n  - run: curl -u admin:${secret} https://example.org\n`],
  ['run.sh', `#!/bin/sh\nmysql -u root -p${secret} db < a.sql\n`],
  ['README.md', `\`\`\`sh\nmytool --password=${secret} --verbose\n\`\`\`\n`],
])('what a command takes in %s is read', async (file, text) => {
  expect((await findSecrets(root, file, Buffer.from(text), defaultConfig))?.problems).toHaveLength(1);
  expect(isRead(file, Buffer.from(text))).toBe(true);
});
