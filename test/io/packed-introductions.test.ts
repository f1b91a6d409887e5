import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createIdTable } from '../../src/io/git/id-table.ts';
import { readIntroductions, type Introductions } from '../../src/io/git/introductions.ts';
import { createPacks } from '../../src/io/git/pack-files.ts';
import { readPackedIntroductions } from '../../src/io/git/packed-introductions.ts';
import { openRepository } from '../../src/io/git/repository.ts';
import { readTips } from '../../src/io/git/tips.ts';
import { git, makeFolder } from '../support/command.ts';

describe('what came in, from packs', () => {
  it.each([1, 2, 3, 4, 5, 6])('is what git tells of history %i', async (seed) => {
    const folder = makeHistory(seed);
    const told = await askGit(folder);
    expect(told.length).toBeGreaterThan(100);
    expect(await readPacks(folder)).toEqual(told);
    git(folder, 'repack', '-q', '-adf', '--depth=50', '--window=50');
    expect(await readPacks(folder)).toEqual(told);
    git(folder, '-c', 'repack.useDeltaBaseOffset=false', '-c', 'pack.packSizeLimit=1m', 'repack', '-q', '-adf');
    expect(await readPacks(folder)).toEqual(told);
    git(folder, 'clone', '-q', '--shared', '--mirror', '.', 'borrowed.git');
    expect(await readPacks(path.join(folder, 'borrowed.git'))).toEqual(await askGit(path.join(folder, 'borrowed.git')));
  });

  it('is the same where some of it is not packed yet', async () => {
    const folder = makeHistory(7);
    const packs = path.join(folder, 'objects/pack');
    importCommits(folder, 'commit refs/heads/more\ncommitter a <a@example.com> 1700000000 +0000\ndata 1\nx\nfrom refs/heads/main\nM 100644 inline new/file.txt\ndata 3\nnew\n\n', ['-c', 'fastimport.unpackLimit=1000']);
    expect(readdirSync(packs).filter((name) => name.endsWith('.pack'))).toHaveLength(1);
    const told = await askGit(folder);
    expect(told).toContainEqual(expect.stringContaining('new/file.txt'));
    expect(await readPacks(folder)).toEqual(told);
  });

  it('is left to git where a tree is missing or a pack is damaged', async () => {
    const folder = makeHistory(8);
    const told = await askGit(folder);
    git(folder, 'repack', '-q', '-adf');
    const packs = path.join(folder, 'objects/pack');
    const name = readdirSync(packs).find((file) => file.endsWith('.pack')) ?? '';
    const bytes = readFileSync(path.join(packs, name));
    rmSync(path.join(packs, name));
    for (let at = 20; at < bytes.length; at += Math.ceil(bytes.length / 40)) {
      writeFileSync(path.join(packs, name), Buffer.from(bytes).fill(0x5a, at, at + 8));
      expect([undefined, told]).toContainEqual(await readPacks(folder));
    }
    writeFileSync(path.join(packs, name), bytes);
    const tree = git(folder, 'rev-parse', 'main^{tree}').stdout.trim();
    const index = path.join(packs, name.replace(/pack$/u, 'idx'));
    const ids = readFileSync(index);
    ids[ids.indexOf(Buffer.from(tree, 'hex')) + 19]! ^= 1;
    rmSync(index);
    writeFileSync(index, ids);
    expect(await readPacks(folder)).toBeUndefined();
  });
});

const flatten = ({ blobs, paths, commits, blobOf, pathOf, commitOf }: Introductions): string[] => [
  ...commits.map((commit) => JSON.stringify(commit)),
  ...blobOf.map((blob, row) => `${blobs.toHex(blob)} ${paths[pathOf[row] ?? 0] ?? ''} ${commits[commitOf[row] ?? 0]?.id ?? ''}`),
];

const askGit = async (folder: string): Promise<string[]> => flatten(await readIntroductions(openRepository(folder), { revisions: [] }, createIdTable(20), new AbortController().signal));

async function readPacks(folder: string): Promise<string[] | undefined> {
  const repository = openRepository(folder);
  const tips = await readTips(repository);
  if (tips === undefined) return undefined;
  const packs = createPacks(repository);
  const steps = readPackedIntroductions(repository, packs.open(), tips, createIdTable(20));
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  packs.close();
  return step.value && flatten(step.value);
}

const names = ['a', 'a/b', 'a/b/c', 'a.b', 'a-b/x', 'b/same', 'c/same', 'd/e/f/g/h', 'd/e/f/i', 'zz', 'ä/ö', 'file with blanks', '.env'];

/** Merges of up to four, branches that trade files, files that become folders, links, other repositories, changes of mode only, clocks that go wrong. */
function makeHistory(seed: number): string {
  let state = seed;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const pick = <T>(list: readonly T[]): T => list[draw(list.length)]!;
  const commits: string[] = [];
  for (let mark = 1; mark <= 120; mark++) {
    const parents = mark < 3 ? [] : [...new Set(Array.from({ length: pick([1, 1, 1, 1, 2, 2, 4]) }, () => Math.max(1, mark - 1 - draw(8))))];
    const time = 1_600_000_000 + Math.floor(mark / 3) + pick([0, 0, 0, 0, -40, 90]);
    const changes = Array.from({ length: 1 + draw(5) }, () => {
      const name = pick(names);
      const text = `${'line\n'.repeat(draw(30))}${String(draw(12))}\n`;
      return pick([
        `D ${name}\n`,
        `M 160000 ${'1'.repeat(39)}${String(draw(3))} ${name}\n`,
        ...['100644', '100644', '100644', '100644', '100755', '120000'].map((mode) => `M ${mode} inline ${name}\ndata ${String(text.length)}\n${text}\n`),
      ]);
    });
    commits.push(`commit refs/heads/${mark === 120 ? 'main' : `side${String(draw(5))}`}\nmark :${String(mark)}\nauthor a <a@example.com> ${String(time - draw(1000))} +0100\ncommitter b <b@example.com> ${String(time)} -0700\ndata 1\nx\n${parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} :${String(parent)}\n`).join('')}${changes.join('')}\n`);
  }
  const folder = makeFolder();
  git(folder, 'init', '-q', '--bare');
  importCommits(folder, `${commits.join('')}tag v1\nfrom :60\ntagger b <b@example.com> 1600000000 +0000\ndata 1\nx\n`);
  return folder;
}

function importCommits(folder: string, text: string, options: readonly string[] = ['-c', 'fastimport.unpackLimit=1']): void {
  expect(spawnSync('git', [...options, 'fast-import', '--quiet', '--force'], { cwd: folder, input: text })).toMatchObject({ status: 0 });
}
