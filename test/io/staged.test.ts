import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { listStaged } from '../../src/io/git.ts';
import { readStaged } from '../../src/io/git/staged.ts';
import { git, makeFolder, put } from '../support/command.ts';

const commit = (folder: string): void => void git(folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgSign=false', 'commit', '-qm', 'next', '--allow-empty');

function makeRepository(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder(files);
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'add', '.');
  commit(folder);
  return folder;
}

/** Folders in folders, with names that sort differently with and without their slash. */
const many = Object.fromEntries(Array.from({ length: 90 }, (_, index) => [`${['a', 'a.b', 'a-c', 'ü x'][index % 4] ?? ''}/${String(index % 7)}/f${String(index)}.txt`, `${'line\n'.repeat(index)}`]));

const changes: Readonly<Record<string, (folder: string) => void>> = {
  'nothing': () => undefined,
  'files added, changed, removed and renamed': (folder) => {
    put(folder, 'a/1/f8.txt', 'other\n');
    put(folder, 'a/new/deep/er/x.txt', 'new\n');
    put(folder, 'top.txt', 'new\n');
    rmSync(path.join(folder, 'a-c'), { recursive: true });
    git(folder, 'mv', 'a.b', 'b.b');
  },
  'a file in the place of a folder, and the other way round': (folder) => {
    rmSync(path.join(folder, 'a/1'), { recursive: true });
    put(folder, 'a/1', 'file\n');
    rmSync(path.join(folder, 'a/2'), { recursive: true });
    symlinkSync('1', path.join(folder, 'a/2'));
  },
  'a mode': (folder) => chmodSync(path.join(folder, 'a/1/f8.txt'), 0o755),
};

describe.each(['loose', 'packed'])('what is staged, against %s objects,', (kind) => {
  it.each(Object.entries(changes))('is what git tells: %s', async (_, change) => {
    const folder = makeRepository(many);
    put(folder, 'a/1/f8.txt', 'second\n');
    git(folder, 'add', '.');
    commit(folder);
    if (kind === 'packed') git(folder, 'gc', '-q');
    change(folder);
    git(folder, 'add', '-A');
    const told = readStaged(folder);
    expect(told).toBeDefined();
    expect(told).toEqual((await listStaged(folder)).map(({ path: file, id }) => ({ path: file, id })));
  });
});

describe('what is staged', () => {
  afterEach(() => {
    delete process.env['GIT_INDEX_FILE'];
  });

  it('is read before the first commit, in linked work trees, and from the index that a hook is given', async () => {
    const folder = makeFolder({ 'a.txt': 'a\n', 'b/c.txt': 'c\n' });
    git(folder, 'init', '-q', '-b', 'main');
    git(folder, 'add', '.');
    expect(readStaged(folder)?.map((entry) => entry.path) ?? (await listStaged(folder)).map((entry) => entry.path)).toEqual(['a.txt', 'b/c.txt']);
    commit(folder);
    const linked = path.join(makeFolder({}), 'linked');
    git(folder, 'worktree', 'add', '-q', '-b', 'side', linked);
    put(linked, 'b/d.txt', 'd\n');
    git(linked, 'add', '.');
    expect(readStaged(linked)).toMatchObject([{ path: 'b/d.txt' }]);
    process.env['GIT_INDEX_FILE'] = path.join(git(linked, 'rev-parse', '--absolute-git-dir').stdout.trim(), 'index');
    expect(readStaged(folder)).toMatchObject([{ path: 'b/d.txt' }]);
  });

  it.each<[string, (folder: string) => void]>([
    ['a merge has left in conflict', (folder) => {
      git(folder, 'checkout', '-qb', 'side');
      put(folder, 'a.txt', 'side\n');
      git(folder, 'add', '.');
      commit(folder);
      git(folder, 'checkout', '-q', 'main');
      put(folder, 'a.txt', 'main\n');
      git(folder, 'add', '.');
      commit(folder);
      git(folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', 'merge', 'side');
    }],
    ['is to be added later', (folder) => {
      put(folder, 'b.txt', 'b\n');
      git(folder, 'add', '--intent-to-add', 'b.txt');
    }],
    ['has an index of another version', (folder) => void git(folder, 'update-index', '--index-version', '4')],
    ['has a split index', (folder) => void git(folder, 'update-index', '--split-index')],
    ['has extensions', (folder) => void git(folder, 'config', 'extensions.worktreeConfig', 'true')],
    ['has objects that stand for others', (folder) => mkdirSync(path.join(folder, '.git/refs/replace'))],
    ['is broken', (folder) => writeFileSync(path.join(folder, '.git/index'), 'DIRC\0\0\0\u0002\u00ff\u00ff\u00ff\u00ff')],
  ])('is left to git where it %s', (_, change) => {
    const folder = makeRepository({ 'a.txt': 'a\n' });
    change(folder);
    expect(readStaged(folder)).toBeUndefined();
  });
});
