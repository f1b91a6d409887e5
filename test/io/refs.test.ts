import path from 'node:path';
import { expect, it } from 'vitest';
import { hashRefs } from '../../src/io/git/refs.ts';
import { openRepository } from '../../src/io/git/repository.ts';
import { git, makeFolder, put } from '../support/command.ts';

const hash = (folder: string): string | undefined => hashRefs(openRepository(folder));

it('a hash of refs changes with each of them, and with nothing else', () => {
  const folder = makeFolder({ 'a.txt': 'a\n' });
  git(folder, 'init', '-q');
  const commit = (): unknown => git(folder, 'commit', '-q', '--allow-empty', '-m', 'change');
  git(folder, 'add', '-A');
  commit();
  const seen = new Set([hash(folder)]);
  for (const change of [commit, () => git(folder, 'branch', 'other'), () => git(folder, 'tag', 'v1'), () => git(folder, 'checkout', '-q', '--detach'), commit, () => git(folder, 'pack-refs', '--all'), () => git(folder, 'branch', '-f', 'other'), () => git(folder, 'branch', '-D', 'other')]) {
    change();
    const { size } = seen;
    seen.add(hash(folder));
    expect(seen.size).toBe(size + 1);
  }
  put(folder, 'b.txt', 'b\n');
  git(folder, 'add', '-A');
  expect(seen.has(hash(folder))).toBe(true);
  expect(seen.has(undefined)).toBe(false);
});

it('is not told where refs may be elsewhere', () => {
  const folder = makeFolder({ 'a.txt': 'a\n' });
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'first');
  const linked = path.join(makeFolder(), 'linked');
  git(folder, 'worktree', 'add', '-q', linked);
  expect([hash(folder), hash(linked)]).toEqual([undefined, undefined]);
});
