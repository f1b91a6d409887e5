import { truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { git, makeFolder, put, run } from '../support/command.ts';

const leak = `export const dbPassword = '${fake.password()}';\n`;

describe('scan of a tree', () => {
  it.each(['with git', 'without git'])('takes patterns, %s', (kind) => {
    const folder = makeFolder({ 'src/a.ts': leak, 'src/deep/b.ts': leak, 'src/c.py': '', 'other/d.ts': leak });
    if (kind === 'with git') git(folder, 'init', '-q');
    expect(run(folder, ['scan', '--store', 'none', 'src/**/*.ts']).stdout).toContain('2 leaks in 2 files');
    expect(run(folder, ['scan', '--store', 'none', './src/*.{ts,py}', 'other']).stdout).toContain('2 leaks in 3 files');
    expect(run(folder, ['scan', 'src/*.rb'])).toMatchObject({ code: 2, stderr: 'paramguard: src/*.rb: no such file or folder; check the path\n' });
  });

  it('names a file twice and looks at it once', () => {
    const folder = makeFolder({ 'src/a.ts': leak });
    expect(run(folder, ['scan', '--store', 'none', 'src', 'src/a.ts', '.']).stdout).toContain('1 leak in 1 file');
  });

  it('names repositories within the one that is scanned', () => {
    const folder = makeFolder({ 'a.ts': '', 'sub/b.ts': leak, 'other/c.ts': leak });
    for (const inner of ['sub', 'other']) {
      git(path.join(folder, inner), 'init', '-q');
      git(path.join(folder, inner), 'add', '.');
      git(path.join(folder, inner), '-c', 'user.name=t', '-c', 'user.email=t@example.com', 'commit', '-qm', 'first');
    }
    git(folder, 'init', '-q');
    git(folder, 'add', 'a.ts', 'sub');
    const { code, stderr } = run(folder, ['scan', '--store', 'none']);
    expect({ code, lines: stderr.trim().split('\n').sort() }).toEqual({
      code: 0,
      lines: ['other/', 'sub'].map((inner) => `paramguard: ${inner}: a repository of its own, which is not looked at; scan it by itself`),
    });
  });

  it('walks where there is no git, past what others wrote', () => {
    const folder = makeFolder({ '.hidden/a.ts': leak, 'node_modules/x/index.js': leak, 'deep/node_modules/y/index.js': leak, '.git/config': leak });
    const { stdout } = run(folder, ['scan', '--store', 'none']);
    expect(stdout).toContain('1 leak in 1 file');
    expect(stdout).toContain('Skipped 2 folders (deep/node_modules/, node_modules/)');
    expect(run(folder, ['scan', '--store', 'none', '--no-skip']).stdout).toContain('3 leaks in 3 files');
  });

  it('names a very large file, and does not read it', () => {
    const folder = makeFolder({ 'a.ts': leak, 'big.log': '' });
    truncateSync(path.join(folder, 'big.log'), 12 * 1024 ** 3);
    expect(run(folder, ['scan', '--store', 'none'])).toMatchObject({ code: 2, stdout: expect.stringContaining('1 leak in 1 file'), stderr: 'paramguard: big.log: too large (12288 MB, limit 10000 MB); raise --max-file-size or put it under "ignore" in the config\n' });
  });

  it.runIf(process.platform === 'linux').each(['with git', 'without git'])('says of a name that is not UTF-8 that it was not looked at, %s', (kind) => {
    const folder = makeFolder({ 'a.ts': '' });
    writeFileSync(Buffer.concat([Buffer.from(`${folder}/caf`), Uint8Array.of(0xe9), Buffer.from('.ts')]), leak);
    if (kind === 'with git') git(folder, 'init', '-q');
    const { code, stderr } = run(folder, ['scan']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: 'paramguard: caf\uFFFD.ts: its name is not valid UTF-8; rename it, or put it under "ignore" in the config\n' });
  });

  it('reads files of every size up to the limit', () => {
    const folder = makeFolder();
    for (const size of [65_535, 65_536, 65_537, 200_000, 1_048_576]) put(folder, `${String(size)}.txt`, `${'a b c d e\n'.repeat(size)}`.slice(0, size - 41).concat(`\n${fake.githubToken(String(size))}`));
    expect(run(folder, ['scan', '--store', 'none', '--max-file-size', '1', '--jobs', '1']).stdout).toContain('5 leaks in 5 files');
  });
});
