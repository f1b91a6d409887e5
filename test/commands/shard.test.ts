import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isInShard, readShard } from '../../src/core/shard.ts';
import { fake } from '../support/fake.ts';
import { inventory, makeFolder, run, type Outcome } from '../support/command.ts';

const policy = `${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: ['ssm:GetParameters'], Resource: 'arn:aws:ssm:us-east-1:123456789012:parameter/sandbox/shop/password' }] }, undefined, 2)}\n`;
const read = (name: string): string => `login(boto3.client("ssm").get_parameter(Name="${name}", WithDecryption=True)["Parameter"]["Value"])\n`;

/** What one file says of another, what is said of the whole, and more files than shards. */
const files: Readonly<Record<string, string>> = {
  'infra/policy.json': policy,
  'app/main.py': `import boto3\n${read('/sandbox/shop/password')}`,
  'app/other.py': `import boto3\n${read('/sandbox/shop/created')}${read('/sandbox/shop/passwort')}${read('/elsewhere/db')}`,
  'setup/create.sh': 'aws ssm put-parameter --type SecureString --name /sandbox/shop/created --value file:///dev/stdin\n',
  '.env': `DB_PASSWORD=${fake.password()}\nAPI_KEY=ssm:///sandbox/shop/password\n`,
  'src/a.ts': `// paramguard-disable-next-line -- is old\nconst x = 1;\nconst token = '${fake.githubToken()}';\n`,
  'src/b.ts': `export const token = '${fake.slackToken()}'; // paramguard-disable-line -- made up\n`,
  'src/c.ts': `export const token = '${fake.stripeKey()}';\n`,
  'src/d e%ü.ts': `export const key = '${fake.githubToken('d')}';\n`,
  'broken.tf': 'resource "a" {\n  password = \n',
  'test/low.test.ts': `const password = '${fake.password('low')}';\n`,
  ...Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`clean/${String(index)}.md`, `${String(index)}\n`])),
  'paramguard.yaml': 'allow:\n  - path: src/c.ts\n    reason: made up\n  - path: gone/**\n    reason: was made up\n  - name: token\n    path: src/none.ts\n    reason: ended\n    until: 2020-01-01\n',
  'inventory.json': inventory(['/sandbox/shop/password', '/prod/shop/db-password', '/prod/shop/token'], new Date('2020-01-01')),
};
const options = ['--store', 'file:inventory.json'];

const whole = (folder: string, ...args: readonly string[]): Outcome => run(folder, ['scan', ...options, ...args]);

/** Makes the report of each shard. */
const split = (folder: string, count: number, ...args: readonly string[]): string[] =>
  Array.from({ length: count }, (_, index) => {
    const name = `shard-${String(index + 1)}`;
    const { stdout } = whole(folder, '--shard', `${String(index + 1)}/${String(count)}`, ...args);
    writeFileSync(path.join(reports, name), stdout);
    return path.join(reports, name);
  });

let reports = '';
const make = (more: Readonly<Record<string, string>> = {}): string => {
  reports = makeFolder();
  const folder = makeFolder({ ...files, ...more });
  symlinkSync('/', path.join(folder, 'out'));
  return folder;
};

describe('a shard', () => {
  it('is told by two numbers', () => {
    expect(['3/8', '1/1', '0/8', '9/8', '1', '1/', '-1/2', '1/2/3', '1.5/2', ' 1/2', '1/100000', ''].map(readShard)).toEqual([{ index: 3, count: 8 }, { index: 1, count: 1 }, ...Array.from({ length: 10 }, () => undefined)]);
    const folder = makeFolder();
    expect(run(folder, ['scan', '--shard', '3/2'])).toEqual({ code: 2, stdout: '', stderr: 'paramguard: --shard must be like 3/8, part 3 of 8, not "3/2"\n' });
    for (const args of [['fix', '--shard', '1/2'], ['scan', '--changed', '--shard', '1/2'], ['scan', '--diff', 'HEAD', '--shard', '1/2']]) expect(run(folder, args)).toMatchObject({ code: 2, stderr: 'paramguard: --shard is for a scan of a tree or of a history; drop it here\n' });
  });

  it('has each name once, and about as many as the others', () => {
    const names = Array.from({ length: 8000 }, (_, index) => `src/${String(index % 90)}/file-${String(index)}.ts`);
    const shards = Array.from({ length: 8 }, (_, index) => names.filter((name) => isInShard({ index: index + 1, count: 8 }, name)));
    expect(shards.flat().sort()).toEqual([...names].sort());
    for (const { length } of shards) expect(length).toBeGreaterThan(850);
  });

  it('is the same on every machine and in every version', () => {
    expect(['README.md', 'src/index.ts', 'src/ü.ts', ''].map((name) => [1, 2, 3, 4, 5].find((index) => isInShard({ index, count: 5 }, name)))).toEqual([4, 4, 3, 5]);
  });

  it('reports its own files alone, and those of others are judged with it', () => {
    const folder = make();
    const all = split(folder, 3, '--format', 'json').flatMap((name) => (JSON.parse(readFileSync(name, 'utf8')) as { findings: { path: string; rule: string }[] }).findings.map((finding) => `${finding.path} ${finding.rule}`));
    expect(new Set(all).size).toBeGreaterThan(5);
    expect(all).toContain('infra/policy.json no-mismatched-grant');
  });
});

describe('joined shards are the whole', () => {
  it.each(['json', 'sarif'].flatMap((format) => [1, 2, 3, 7].map((count) => [format, count] as const)))('in %s, of %d', (format, count) => {
    const folder = make();
    const expected = whole(folder, '--format', format);
    const { code, stdout, stderr } = run(folder, ['merge', ...split(folder, count, '--format', format).reverse()]);
    expect(stdout).toBe(expected.stdout);
    expect({ code, stderr }).toEqual({ code: expected.code, stderr: '' });
  });

  it.each(['text', 'sarif'])('in %s, of JSON', (format) => {
    const folder = make();
    const names = split(folder, 3, '--format', 'json');
    expect(run(folder, ['merge', ...names, '--format', format]).stdout).toBe(whole(folder, '--format', format).stdout);
  });

  it('in what fails', () => {
    const clean = make({ 'paramguard.yaml': 'unusedSuppressions: fail\nallow:\n  - path: gone/**\n    reason: was made up\n' });
    for (const paths of [['clean'], ['src/a.ts'], ['.'], ['clean', 'nowhere']]) {
      const args = [...paths, '--format', 'json'];
      expect(run(clean, ['merge', ...split(clean, 4, ...args)]).code).toBe(whole(clean, ...args).code);
    }
    const strict = makeFolder({ 'a.md': 'a\n', 'b.md': 'b\n', 'paramguard.json': '{"unusedSuppressions": "fail", "allow": [{"path": "gone", "reason": "was made up"}], "store": "none"}' });
    const names = [1, 2].map((index) => `${reports}/s${String(index)}`);
    expect(names.map((name, index) => run(strict, ['scan', '--shard', `${String(index + 1)}/2`, '--format', 'json', '--output', name]).code)).toEqual([0, 0]);
    expect(run(strict, ['merge', ...names]).code).toBe(1);
    expect(run(strict, ['scan', '--require-verified', '--store', 'none']).code).toBe(1);
  });

  it('in a file, and without its reports where they lie in the tree', () => {
    const folder = make();
    expect(run(folder, ['merge', ...split(folder, 2, '--format', 'json'), '--output', path.join(reports, 'all.json')])).toMatchObject({ code: 2, stdout: '', stderr: '' });
    expect(readFileSync(path.join(reports, 'all.json'), 'utf8')).toBe(whole(folder, '--format', 'json').stdout);
  });
});

describe('reports that cannot be joined', () => {
  const merge = (folder: string, names: readonly string[]): { code: number | null; lines: string[]; unread: unknown } => {
    const { code, stdout, stderr } = run(folder, ['merge', ...names]);
    return { code, lines: stderr.trimEnd().split('\n').map((line) => line.replaceAll(`${reports}/`, '')), unread: stdout === '' ? [] : (JSON.parse(stdout) as { unread: { path: string }[] }).unread.map((entry) => entry.path.replace(`${reports}/`, '')) };
  };

  it('are said, and the others are joined', () => {
    const folder = makeFolder({ 'a.md': 'a\n', 'b.md': 'b\n', 'c.md': 'c\n' });
    reports = makeFolder();
    const [one = '', two = '', three = ''] = split(folder, 3, '--format', 'json');
    expect(merge(folder, [one, three])).toEqual({ code: 2, lines: ['paramguard: shard 2/3: there is no report of it: its files were not looked at'], unread: ['shard 2/3'] });
    expect(merge(folder, [one, two, three, two])).toEqual({ code: 2, lines: ['paramguard: shard-2: is of shard 2/3, and so is ' + two.replace(`${reports}/`, '') + ': it is left out'], unread: ['shard-2'] });
    writeFileSync(two, readFileSync(two, 'utf8').slice(0, 100));
    expect(merge(folder, [one, two, three, `${reports}/none`]).lines).toEqual(['paramguard: shard-2: is not whole JSON: it may be half written', 'paramguard: none: cannot be read (ENOENT)', 'paramguard: shard 2/3: there is no report of it: its files were not looked at']);
    symlinkSync('.', `${reports}/folder`);
    expect(merge(folder, [`${reports}/folder`])).toEqual({ code: 2, lines: ['paramguard: folder: cannot be read (EISDIR)', 'paramguard: there is no report to join'], unread: [] });
    expect(run(folder, ['merge'])).toMatchObject({ code: 2, stdout: '' });
  });

  it('are of another run', () => {
    const folder = makeFolder({ 'a.md': 'a\n', 'b.md': 'b\n' });
    reports = makeFolder();
    const [one = ''] = split(folder, 2, '--format', 'json');
    const first = readFileSync(one, 'utf8');
    const says = (...args: readonly string[]): string | undefined => {
      const name = `${reports}/first`;
      writeFileSync(name, first);
      writeFileSync(`${reports}/other`, run(folder, ['scan', '--store', 'file:inventory.json', ...args]).stdout);
      return merge(folder, [name, `${reports}/other`]).lines[0];
    };
    expect(says('--shard', '2/2', '--format', 'sarif')).toBe('paramguard: other: has another format than first: it is left out');
    expect(says('--shard', '2/3', '--format', 'json')).toBe('paramguard: other: is of 3 shards, another number than that of first: it is left out');
    expect(says('--shard', '2/2', '--format', 'json', '--no-skip')).toBe('paramguard: other: was made with other paths or options than first: it is left out');
    expect(says('--format', 'json')).toBe('paramguard: other: is the report of a whole run, not of a shard: make it with --shard');
    writeFileSync(path.join(folder, 'c.md'), 'c\n');
    expect(says('--shard', '2/2', '--format', 'json')).toBe('paramguard: other: was made of a tree with other files than first: it is left out');
    writeFileSync(path.join(folder, 'paramguard.json'), '{"prefix": "/a/b"}');
    expect(says('--shard', '2/2', '--format', 'json')).toBe('paramguard: other: was made with another config than first: it is left out');
    writeFileSync(`${reports}/other`, first.replace(/"version": "[^"]+"/u, '"version": "99.0.0"').replace('"index": 1', '"index": 2'));
    expect(merge(folder, [one, `${reports}/other`]).lines[0]).toBe('paramguard: other: was made by version 99.0.0, another than that of shard-1: it is left out');
  });
});
