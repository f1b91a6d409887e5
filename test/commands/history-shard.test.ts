import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { git, makeFolder, put, run } from '../support/command.ts';

const leak = (name: string): string => `start('${fake.githubToken(name)}');\n`;

/** Secrets that came in under several paths, in one second and later, allowed in some places, and files that came and went. */
function makeRepository(): string {
  const folder = makeFolder();
  git(folder, 'init', '-q');
  const commit = (files: Readonly<Record<string, string>>): void => {
    for (const [name, text] of Object.entries(files)) put(folder, name, text);
    git(folder, 'add', '-A');
    git(folder, 'commit', '-qm', 'more');
  };
  commit(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`src/${String(index)}.js`, `${index % 3 === 0 ? leak(String(index)) : 'start();\n'}// ${String(index)}\n`])));
  commit({ 'a.js': leak('0'), 'test/b.test.js': leak('x'), 'same.js': 'start();\n// 1\n', 'c.js': `start('${fake.stripeKey()}'); // paramguard-disable-line -- made up\n` });
  commit({ 'd.js': `start('${fake.stripeKey()}');\n`, 'lib/x.js': leak('x'), 'src/3.js': 'start();\n' });
  commit({ '.env': `DB_PASSWORD=${fake.password()}\n`, 'e/.env': `DB_PASSWORD=${fake.password()}\nOTHER_PASSWORD=${fake.password('other')}\n` });
  commit({ '.env': '', 'src/0.js': '', 'a.js': '' });
  return folder;
}

const scan = (folder: string, ...args: readonly string[]) => run(folder, ['scan', '--history', ...args]);

function split(folder: string, count: number, ...args: readonly string[]): string[] {
  const reports = makeFolder();
  return Array.from({ length: count }, (_, index) => {
    const name = path.join(reports, `shard-${String(index + 1)}`);
    writeFileSync(name, scan(folder, '--shard', `${String(index + 1)}/${String(count)}`, ...args).stdout);
    return name;
  });
}

describe('joined shards of a history are the whole', () => {
  it.each(['json', 'sarif'].flatMap((format) => [1, 2, 5].map((count) => [format, count] as const)))('in %s, of %d', (format, count) => {
    const folder = makeRepository();
    const expected = scan(folder, '--format', format);
    const { code, stdout, stderr } = run(folder, ['merge', ...split(folder, count, '--format', format).reverse()]);
    expect(stdout).toBe(expected.stdout);
    expect({ code, stderr }).toEqual({ code: expected.code, stderr: '' });
    expect(expected.stdout.split('Came in with').length + expected.stdout.split('"introduced"').length).toBeGreaterThan(8);
  });

  it('packed or not, in text, of a range', () => {
    const folder = makeRepository();
    const names = split(folder, 3, '--format', 'json', 'HEAD~2..HEAD');
    expect(run(folder, ['merge', ...names, '--format', 'text']).stdout).toBe(scan(folder, 'HEAD~2..HEAD').stdout);
    git(folder, 'gc', '-q');
    expect(run(folder, ['merge', ...split(folder, 3, '--format', 'json')]).stdout).toBe(scan(folder, '--format', 'json').stdout);
  });
});

it('a report of a shard holds no secret, and another repository has other keys', () => {
  const [one = ''] = split(makeRepository(), 1, '--format', 'json');
  const text = readFileSync(one, 'utf8');
  for (const value of [fake.githubToken('0'), fake.stripeKey(), fake.password()]) expect(text).not.toContain(value);
  const folder = makeRepository();
  put(folder, 'more.js', 'start();\n');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-qm', 'more');
  const [other = ''] = split(folder, 1, '--format', 'json');
  const getKeys = (name: string): string[] => (JSON.parse(readFileSync(name, 'utf8')) as { shard: { sightings: { key: string }[] } }).shard.sightings.map(({ key }) => key);
  expect(getKeys(one).length).toBeGreaterThan(3);
  expect(getKeys(one).filter((key) => getKeys(other).includes(key))).toEqual([]);
  expect(run(folder, ['merge', one, other])).toMatchObject({ code: 2 });
});
