import { chmodSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { command, git, makeFolder, put, run } from '../support/command.ts';

describe('scan --changed', () => {
  it('takes staged, unstaged and untracked files, and no others', () => {
    const folder = makeRepository({ 'old.ts': leak(), 'staged.ts': '', 'unstaged.ts': '', 'gone.ts': leak(), '.gitignore': 'ignored.ts\n' });
    put(folder, 'staged.ts', leak());
    git(folder, 'add', 'staged.ts');
    put(folder, 'unstaged.ts', leak());
    put(folder, 'new folder/untracked ü\n.ts', leak());
    put(folder, 'ignored.ts', leak());
    rmSync(path.join(folder, 'gone.ts'));
    expect(list(folder, '--changed')).toEqual(['new folder/untracked ü\n.ts:1', 'staged.ts:1', 'unstaged.ts:1']);
    expect(list(folder, '--changed', 'new folder')).toEqual(['new folder/untracked ü\n.ts:1']);
    expect(list(path.join(folder, 'new folder'), '--changed', '../staged.ts')).toEqual(['staged.ts:1']);
  });

  it('sees renamed files, and files that a merge has left in conflict', () => {
    const folder = makeRepository({ 'a.ts': leak(), 'b.ts': 'export const b = 1;\n' });
    git(folder, 'checkout', '-qb', 'side');
    commit(folder, { 'b.ts': 'export const b = 2;\n' });
    git(folder, 'checkout', '-q', 'main');
    commit(folder, { 'b.ts': leak() });
    git(folder, 'merge', 'side');
    git(folder, 'mv', 'a.ts', 'c.ts');
    const { code, stdout } = run(folder, ['scan', '--changed']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: expect.stringMatching(/\bb\.ts[^]*\bc\.ts[^]*2 leaks in 2 files \(2 high\)\. 1 place could not/u) });
  });

  it('works before the first commit, as --staged does', () => {
    const folder = makeFolder({ 'a.ts': leak() });
    expect(run(folder, ['scan', '--changed'])).toMatchObject({ code: 2, stderr: 'paramguard: --changed needs a git repository; there is none here\n' });
    git(folder, 'init', '-q');
    expect(list(folder, '--changed')).toEqual(['a.ts:1']);
    git(folder, 'add', '.');
    expect(list(folder, '--changed')).toEqual(['a.ts:1']);
    expect(list(folder, '--staged')).toEqual(['a.ts:1']);
  });
});

describe('scan --diff', () => {
  it('reports what the branch adds since it left the other, and nothing that was there', () => {
    const folder = makeRepository({ 'a.ts': `${leak('oldPassword')}export const a = 1;\n`, 'b.ts': leak() });
    git(folder, 'checkout', '-qb', 'side');
    const old = git(folder, 'show', 'HEAD:a.ts').stdout;
    commit(folder, { 'a.ts': `// moved down\n${old.replace('a = 1', 'a = 2')}${leak('newPassword')}`, 'new/c.ts': `\n${leak()}` });
    git(folder, 'checkout', '-q', 'main');
    commit(folder, { 'of-main.ts': leak() });
    git(folder, 'checkout', '-q', 'side');
    put(folder, 'uncommitted.ts', leak());
    expect(list(folder, '--diff', 'main')).toEqual(['a.ts:4', 'new/c.ts:2']);
    expect(list(folder, '--diff', 'main', 'new')).toEqual(['new/c.ts:2']);
    expect(list(path.join(folder, 'new'), '--diff', 'main~1', 'c.ts')).toEqual(['new/c.ts:2']);
    expect(list(folder, '--diff', 'HEAD')).toEqual([]);
  });

  it('reports a value of several lines of which one is new', () => {
    const key = fake.pem().split('\n');
    const folder = makeRepository({ 'key.txt': `${key.map((line, index) => (index === 2 ? 'cut' : line)).join('\n')}\n` });
    commit(folder, { 'key.txt': `${key.join('\n')}\n` });
    expect(list(folder, '--diff', 'HEAD~1')).toEqual(['key.txt:1']);
  });

  it('follows a renamed file, and takes a binary one whole', () => {
    const body = 'export const a = 1;\n'.repeat(40);
    const folder = makeRepository({ 'a.ts': `${leak()}${body}`, 'data.dat': Uint8Array.of(0, 1, 2, 3) });
    git(folder, 'mv', 'a.ts', 'b.ts');
    commit(folder, { 'b.ts': `${git(folder, 'show', 'HEAD:a.ts').stdout}${leak()}`, 'data.dat': Buffer.concat([Uint8Array.of(0, 1, 2, 3, 0, 1), Buffer.from(` ${fake.slackToken()} `)]), 'mode.sh': '' });
    expect(list(folder, '--diff', 'HEAD~1')).toEqual(['b.ts:42', 'data.dat:1']);
  });

  it('works in a linked work tree and in a submodule', () => {
    const inner = makeRepository({ 'a.ts': 'export const a = 1;\n' });
    commit(inner, { 'a.ts': leak() });
    const folder = makeRepository({ 'a.ts': 'export const a = 1;\n' });
    git(folder, '-c', 'protocol.file.allow=always', 'submodule', 'add', '-q', inner, 'module');
    expect(list(path.join(folder, 'module'), '--diff', 'HEAD~1')).toEqual(['a.ts:1']);
    git(folder, 'worktree', 'add', '-qb', 'side', 'linked');
    const linked = path.join(folder, 'linked');
    commit(linked, { 'b.ts': leak() });
    expect(list(linked, '--diff', 'main')).toEqual(['b.ts:1']);
    put(linked, 'c.ts', leak());
    git(linked, 'add', 'c.ts');
    expect(list(linked, '--changed')).toEqual(['c.ts:1']);
    expect(list(linked, '--staged')).toEqual(['c.ts:1']);
  });

  it('says what it needs', () => {
    const folder = makeRepository({ 'a.ts': '' });
    git(folder, 'checkout', '-q', '--orphan', 'other');
    commit(folder, { 'b.ts': '' });
    const fail = (base: string): unknown => run(folder, ['scan', '--diff', base]);
    expect(fail('main')).toMatchObject({ code: 2, stderr: 'paramguard: git finds no commit that main and HEAD have in common; in a shallow clone, fetch more of the history\n' });
    expect(fail('nowhere')).toMatchObject({ code: 2, stderr: 'paramguard: --diff nowhere: git knows no such commit, or the repository has none yet; in CI, fetch the branch first\n' });
    expect(fail('main..HEAD')).toMatchObject({ code: 2, stderr: 'paramguard: --diff must be a branch, tag or commit, not "main..HEAD"\n' });
    expect(run(folder, ['scan', '--diff=--output=x'])).toMatchObject({ code: 2, stderr: expect.stringContaining('must be a branch') });
    expect(run(folder, ['scan', '--diff', 'main', '--changed'])).toMatchObject({ code: 2, stderr: expect.stringContaining('give one of them') });
    expect(run(folder, ['fix', '--changed'])).toMatchObject({ code: 2, stderr: expect.stringContaining('go with scan only') });
  });
});

describe('scan --staged', () => {
  it('reads the index of a commit of some of the files', () => {
    const folder = makeRepository({ 'a.ts': '', 'b.ts': '' });
    put(folder, '.git/hooks/pre-commit', `#!/bin/sh\nexec "${process.execPath}" "${command}" scan --staged\n`);
    chmodSync(path.join(folder, '.git/hooks/pre-commit'), 0o755);
    put(folder, 'a.ts', 'export const a = 1;\n');
    put(folder, 'b.ts', leak());
    git(folder, 'add', '.');
    expect(git(folder, 'commit', '-qm', 'one', 'b.ts').code).toBe(1);
    expect(git(folder, 'commit', '-qm', 'one', 'a.ts').code).toBe(0);
    expect(git(folder, 'commit', '-qm', 'rest').code).toBe(1);
  });

  it('reads what git keeps in packs, and names what it cannot read or is too large', () => {
    const folder = makeRepository({ 'a.ts': leak(), 'b.ts': '', 'c.ts': 'export const c = 1;\n', 'd.txt': 'd'.repeat(2_000_000) });
    git(folder, 'rm', '-q', '--cached', 'a.ts', 'd.txt');
    git(folder, 'commit', '-qm', 'second');
    git(folder, 'gc', '-q');
    put(folder, 'c.ts', leak('lostPassword'));
    git(folder, 'add', '.');
    const id = git(folder, 'rev-parse', ':c.ts').stdout.trim();
    rmSync(path.join(folder, '.git/objects', id.slice(0, 2), id.slice(2)));
    const { code, stdout, stderr } = run(folder, ['scan', '--staged', '--max-file-size', '1']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: expect.stringMatching(/^a\.ts\n[^]*1 leak in 1 file .* 2 places could not be looked at/u) });
    expect(stderr).toBe('paramguard: c.ts: git cannot read it; "git fsck" tells what is wrong\nparamguard: d.txt: too large (limit 1 MB); raise --max-file-size or put it under "ignore" in the config\n');
  });
});

const leak = (name = 'dbPassword'): string => `export const ${name} = '${fake.password()}';\n`;

type Files = Readonly<Record<string, string | Uint8Array>>;

function makeRepository(files: Files): string {
  const folder = makeFolder();
  git(folder, 'init', '-q');
  commit(folder, files);
  return folder;
}

function commit(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) put(folder, name, content);
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'change');
}

/** `path:line` of each finding. */
function list(folder: string, ...args: readonly string[]): string[] {
  const { stdout, stderr } = run(folder, ['scan', '--store', 'none', '--format', 'json', ...args]);
  const { findings } = JSON.parse(stdout === '' ? `{"findings": [{"path": ${JSON.stringify(stderr)}}]}` : stdout) as { findings: { path: string; start: { line: number } }[] };
  return findings.map(({ path: file, start }) => `${file}:${String(start?.line)}`);
}
