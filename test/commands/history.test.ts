import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { git, makeFolder, put, run, type Outcome } from '../support/command.ts';

const token = fake.githubToken();
const other = fake.stripeKey();
const leak = (value: string): string => `start('${value}');\n`;

interface Shown {
  readonly path: string;
  readonly kind: string;
  readonly start: { readonly line: number };
  readonly introduced: { readonly commit: string; readonly authoredAt: string };
}

describe('scan --history', () => {
  it('finds what was deleted, with the first commit, author date and path, and shows no value', () => {
    const folder = makeRepository();
    const first = commit(folder, { 'src/a.js': `\n${leak(token)}` }, '2024-02-03T10:00:00Z');
    commit(folder, { 'src/a.js': `// moved\n\n${leak(token)}`, 'b.js': leak(token) });
    commit(folder, { 'src/a.js': 'start();\n', 'b.js': '' });
    expect(run(folder, ['scan'])).toMatchObject({ code: 0 });
    const { code, findings, outcome } = scanHistory(folder);
    expect({ code, stderr: outcome.stderr }).toEqual({ code: 1, stderr: '' });
    expect(findings).toMatchObject([{ path: 'src/a.js', kind: 'github-token', start: { line: 2 }, introduced: { commit: first, authoredAt: '2024-02-03T10:00:00.000Z' } }]);
    for (const format of ['text', 'sarif']) {
      const { stdout } = run(folder, ['scan', '--history', '--format', format], { XDG_CACHE_HOME: makeFolder() });
      expect(stdout).toContain(`Came in with ${first.slice(0, 12)} of 2024-02-03.`);
      expect(stdout).toContain('rotate it where it was issued');
      expect(stdout).not.toContain(token);
    }
  });

  it('reads merges, for what none of their parents has', () => {
    const folder = makeRepository();
    commit(folder, { 'a.js': 'start();\n' });
    git(folder, 'checkout', '-q', '-b', 'side');
    commit(folder, { 'b.js': 'end();\n' });
    git(folder, 'checkout', '-q', '-');
    commit(folder, { 'c.js': 'go();\n' });
    git(folder, 'merge', '-q', '--no-commit', '--no-ff', 'side');
    const merge = commit(folder, { 'b.js': leak(token) });
    commit(folder, { 'b.js': 'end();\n' });
    expect(scanHistory(folder).findings).toMatchObject([{ path: 'b.js', introduced: { commit: merge } }]);
  });

  it('takes ranges and dates as git does', () => {
    const folder = makeRepository();
    commit(folder, { 'a.js': leak(token) });
    git(folder, 'branch', 'base');
    commit(folder, { 'b.js': leak(other) });
    expect(scanHistory(folder, 'base..HEAD').findings.map((finding) => finding.path)).toEqual(['b.js']);
    expect(scanHistory(folder, 'HEAD', '^base').findings.map((finding) => finding.path)).toEqual(['b.js']);
    expect(scanHistory(folder, '--since', '2 weeks ago').findings).toHaveLength(2);
    expect(scanHistory(folder, '--since', '2099-01-01')).toMatchObject({ code: 0, findings: [] });
    expect(run(folder, ['scan', '--history', '--since', 'whenever'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--since must be a date') as string });
    expect(scanHistory(folder, 'nowhere..HEAD').outcome).toMatchObject({ code: 2, stderr: expect.stringContaining('no revision') as string });
  });

  it('works in bare and in empty repositories, in linked work trees, with SHA-256 and packed', () => {
    const folder = makeRepository();
    commit(folder, { 'a.js': leak(token) });
    commit(folder, { 'a.js': '' });
    git(folder, 'worktree', 'add', '-q', 'linked');
    expect(scanHistory(path.join(folder, 'linked')).findings).toHaveLength(1);
    git(folder, 'clone', '-q', '--bare', '.', 'bare.git');
    expect(scanHistory(path.join(folder, 'bare.git')).findings).toHaveLength(1);
    git(folder, 'gc', '-q');
    expect(scanHistory(folder).findings).toHaveLength(1);
    expect(scanHistory(makeRepository('--object-format=sha256'))).toMatchObject({ code: 0, findings: [] });
    const long = makeRepository('--object-format=sha256');
    commit(long, { 'a.js': leak(token) });
    expect(scanHistory(long).findings).toMatchObject([{ introduced: { commit: expect.stringMatching(/^[\da-f]{64}$/u) as string } }]);
    expect(run(makeFolder(), ['scan', '--history'])).toMatchObject({ code: 2, stderr: 'paramguard: --history needs a git repository that git can read, and git on the PATH\n' });
  });

  it('says that a shallow clone is cut, and names what a repository does not hold', () => {
    const folder = makeRepository();
    commit(folder, { 'a.js': leak(token) });
    commit(folder, { 'a.js': 'start();\n' });
    const clone = path.join(folder, 'clone');
    git(folder, 'clone', '-q', '--depth=1', `file://${folder}`, clone);
    expect(scanHistory(clone)).toMatchObject({ code: 0, outcome: { stderr: expect.stringContaining('a shallow clone') as string } });
    const { stdout } = git(folder, 'rev-parse', 'HEAD:a.js');
    rmSync(path.join(folder, '.git/objects', stdout.slice(0, 2), stdout.trim().slice(2)));
    const broken = scanHistory(folder);
    expect(broken.code).toBe(2);
    expect(broken.findings).toHaveLength(1);
    expect(broken.outcome.stderr).toMatch(/^paramguard: a\.js: a version of this file could not be read: the repository does not hold it/u);
  });

  it('leaves out links, ignored paths and folders of others', () => {
    const folder = makeRepository();
    commit(folder, { 'node_modules/x/a.js': leak(token), 'old/b.js': leak(other), 'paramguard.yaml': 'ignore: [old]\n' });
    expect(scanHistory(folder)).toMatchObject({ code: 0, findings: [] });
    expect(scanHistory(folder, '--no-skip').findings).toHaveLength(1);
  });

  it('builds on a run before, with the same result, and keeps no secret', { timeout: 120_000 }, () => {
    const cache = makeFolder();
    const folder = makeRepository();
    const steps: (() => void)[] = [
      () => commit(folder, { 'a.js': leak(token), 'b.md': 'no secret here\n' }),
      () => commit(folder, { 'a.js': `// more\n${leak(token)}${leak(other)}`, 'c.json': '{ "password": ' }),
      () => commit(folder, { 'a.js': 'start();\n', 'd.env': `DB_PASSWORD=${fake.password()}\n` }),
      () => undefined,
      () => git(folder, 'mv', 'd.env', 'e.env'),
      () => commit(folder, { 'vendor/modules.txt': '# x\n', 'vendor/x.js': leak(fake.githubToken('vendor')) }),
      () => commit(folder, { 'a.js': `// paramguard-ignore-next-line -- rotated\n${leak(fake.stripeKey('new'))}` }),
      () => git(folder, 'gc', '-q'),
      () => git(folder, 'reset', '-q', '--hard', 'HEAD~2'),
      () => commit(folder, { 'f.js': leak(fake.slackToken()) }, '2001-01-01T00:00:00Z'),
    ];
    for (const [step, act] of steps.entries()) {
      act();
      const built = scanWith(cache, folder);
      expect({ ...built.outcome, step }).toEqual({ ...scanHistory(folder).outcome, step });
      expect(scanWith(cache, folder).outcome, `again after step ${String(step)}`).toEqual(built.outcome);
    }
    const kept = listAll(cache).filter((name) => name.startsWith('paramguard/history/'));
    expect(kept).toHaveLength(1);
    const text = readFileSync(path.join(cache, kept[0] ?? ''), 'latin1');
    for (const secret of [token, other, fake.password()]) expect(text).not.toContain(secret.slice(0, 12));
    writeFileSync(path.join(cache, kept[0] ?? ''), text.slice(0, 200));
    expect(scanWith(cache, folder).outcome).toEqual(scanHistory(folder).outcome);
    rmSync(cache, { recursive: true });
    writeFileSync(cache, '');
    expect(scanWith(cache, folder).outcome).toMatchObject({ code: 1, stderr: expect.stringContaining('nothing is kept for the next run') as string });
  });

  it('does not build on a run with other rules of gitleaks', () => {
    const cache = makeFolder();
    const folder = makeRepository();
    commit(folder, { 'a.py': `password = "${fake.password()}"\n` });
    const allow = (expression: string): void => put(folder, '.gitleaks.toml', `[allowlist]\nregexes = ['''${expression}''']\n`);
    allow('.*');
    expect(scanWith(cache, folder)).toMatchObject({ code: 0, findings: [] });
    allow('^none$');
    const { outcome } = scanWith(cache, folder);
    expect(outcome).toEqual(scanHistory(folder).outcome);
    expect(outcome.code).toBe(1);
  });

  it('is not led to another history by replacements, and writes nothing into the repository', () => {
    const folder = makeRepository();
    const first = commit(folder, { 'a.js': leak(token) });
    const second = commit(folder, { 'a.js': 'start();\n' });
    git(folder, 'replace', first, second);
    const before = listAll(folder);
    expect(scanHistory(folder).findings).toMatchObject([{ introduced: { commit: first } }]);
    expect(listAll(folder)).toEqual(before);
  });
});

function makeRepository(...args: readonly string[]): string {
  const folder = makeFolder();
  git(folder, 'init', '-q', ...args);
  return folder;
}

/** The id of the commit. */
function commit(folder: string, files: Readonly<Record<string, string>>, date = '2025-01-01T00:00:00Z'): string {
  for (const [name, content] of Object.entries(files)) put(folder, name, content);
  git(folder, 'add', '-A');
  expect(git(folder, 'commit', '-q', '-m', 'change', '--date', date).code).toBe(0);
  return git(folder, 'rev-parse', 'HEAD').stdout.trim();
}

function scanHistory(folder: string, ...args: readonly string[]): { code: number | null; findings: readonly Shown[]; outcome: Outcome } {
  return scanWith(makeFolder(), folder, ...args);
}

function scanWith(cache: string, folder: string, ...args: readonly string[]): { code: number | null; findings: readonly Shown[]; outcome: Outcome } {
  const outcome = run(folder, ['scan', '--history', '--format', 'json', ...args], { XDG_CACHE_HOME: cache });
  return { code: outcome.code, findings: (JSON.parse(outcome.stdout) as { findings: Shown[] }).findings, outcome };
}

const listAll = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
