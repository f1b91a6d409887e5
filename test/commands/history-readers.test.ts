import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/core/config.ts';
import { Secret } from '../../src/core/secret.ts';
import { createIdTable } from '../../src/io/git/id-table.ts';
import { readIntroductions } from '../../src/io/git/introductions.ts';
import { createPackedBlobs } from '../../src/io/git/packed-blobs.ts';
import { findPacked } from '../../src/io/git/packed-room.ts';
import { createPacks } from '../../src/io/git/pack-files.ts';
import { listRoots, openWalk } from '../../src/io/git/pack-walk.ts';
import { openRepository } from '../../src/io/git/repository.ts';
import { findSecrets } from '../../src/pipeline.ts';
import { createUnpacker } from '../../src/kernel/unpack.ts';
import { fake } from '../support/fake.ts';
import { git, makeFolder, put, run } from '../support/command.ts';

describe('the readers of a history', () => {
  it('find the same: loose objects, one pack, deltas by id, several packs, borrowed ones', { timeout: 120_000 }, () => {
    const folder = makeHistory(25);
    const loose = scanHistory(folder);
    expect(loose.code).toBe(1);
    expect(JSON.parse(loose.stdout)).toMatchObject({ findings: expect.arrayContaining([expect.objectContaining({ kind: 'github-token' })]) as unknown });
    git(folder, 'repack', '-q', '-adf', '--depth=50', '--window=50');
    expect(scanHistory(folder)).toEqual(loose);
    git(folder, '-c', 'repack.useDeltaBaseOffset=false', 'repack', '-q', '-adf');
    expect(scanHistory(folder)).toEqual(loose);
    git(folder, '-c', 'pack.packSizeLimit=1m', 'repack', '-q', '-adf');
    expect(scanHistory(folder)).toEqual(loose);
    git(folder, 'clone', '-q', '--shared', '--bare', '.', 'borrowed.git');
    expect(scanHistory(path.join(folder, 'borrowed.git'))).toEqual(loose);
    expect(visitAll(folder).size).toBeGreaterThan(100);
  });

  it('find what reading every version whole finds', { timeout: 120_000 }, async () => {
    const folder = makeHistory(25);
    const { paths, blobs, pathOf, blobOf } = await readIntroductions(openRepository(folder), { revisions: [] }, createIdTable(20), new AbortController().signal);
    const number = Secret.createNumbering();
    const secrets = new Set<string>();
    for (const [row, blob] of blobOf.entries()) {
      const bytes = spawnSync('git', ['cat-file', 'blob', blobs.toHex(blob)], { cwd: folder }).stdout;
      for (const { kind, secret } of (await findSecrets(folder, paths[pathOf[row] ?? 0] ?? '', bytes, defaultConfig))?.problems ?? []) if (secret !== undefined) secrets.add(`${kind} ${String(number(secret))}`);
    }
    expect(secrets.size).toBeGreaterThan(20);
    expect(JSON.parse(scanHistory(folder).stdout)).toMatchObject({ findings: { length: secrets.size } });
  });

  it('never crash, nor call a repository clean, because of a damaged pack or index', { timeout: 60_000 }, () => {
    const folder = makeHistory(12);
    git(folder, 'repack', '-q', '-adf', '--depth=50');
    const pack = path.join(folder, '.git/objects/pack');
    const [index = ''] = readdirSync(pack).filter((name) => name.endsWith('.idx'));
    for (const file of [index, index.replace('.idx', '.pack')].map((name) => path.join(pack, name))) {
      const bytes = readFileSync(file);
      for (const at of [7, 1040, bytes.length >> 1, bytes.length - 45]) {
        const damaged = Buffer.from(bytes).fill(0x5a, at, at + 4);
        writeFileSync(`${file}.new`, damaged);
        renameSync(`${file}.new`, file);
        const { code, stderr } = run(folder, ['scan', '--history', '--format', 'json'], { XDG_CACHE_HOME: makeFolder() });
        expect([1, 2]).toContain(code);
        expect(stderr).not.toContain('internal error');
      }
      writeFileSync(`${file}.new`, bytes);
      renameSync(`${file}.new`, file);
    }
    expect(run(folder, ['scan', '--history'], { XDG_CACHE_HOME: makeFolder() }).code).toBe(1);
  });
});

/** What the reader of packs gives, checked by the ids. */
function visitAll(folder: string): Set<string> {
  const seen = new Set<string>();
  const visit = (id: Uint8Array, content: Uint8Array): undefined => {
    const hex = Buffer.from(id).toString('hex');
    expect(createHash('sha1').update(`blob ${String(content.length)}\0`).update(content).digest('hex')).toBe(hex);
    seen.add(hex);
  };
  const packs = createPacks(openRepository(folder));
  const readPacked = createPackedBlobs(packs.open());
  for (const pack of packs.open()) {
    const steps = openWalk(pack, { unpacker: createUnpacker()!, shortestSpan: 100, sizeLimit: 1e9, visit })(listRoots(pack.objects));
    while (steps.next().done !== true);
  }
  for (const hex of seen) {
    const content = readPacked(findPacked(packs.open(), Buffer.from(hex, 'hex')), 1e9);
    expect(content && createHash('sha1').update(`blob ${String(content.length)}\0`).update(content).digest('hex')).toBe(hex);
  }
  packs.close();
  return seen;
}

/** Files that grow, shrink and trade lines, with secrets among them now and then. */
function makeHistory(commits: number): string {
  const folder = makeFolder();
  git(folder, 'init', '-q');
  git(folder, 'config', 'gc.auto', '0');
  let state = 12_345;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
  const files = new Map(['a.js', 'src/b.py', 'c.yaml', 'd.txt', 'e.env', 'f.json'].map((name) => [name, [] as string[]]));
  const makeLine = (name: string, seed: string): string => {
    const secrets = [() => fake.githubToken(seed), () => fake.stripeKey(seed), () => fake.password(seed), () => Buffer.from(`password: ${fake.password(seed)} and more`.repeat(2)).toString('base64')];
    const value = draw(12) === 0 ? (secrets[draw(4)]?.() ?? '') : `value ${String(draw(1000))}`;
    const key = ['dbPassword', 'api_token', 'title', 'count'][draw(4)] ?? '';
    return name.endsWith('.yaml') ? `${key}${String(draw(99))}: "${value}"` : name.endsWith('.env') ? `${key.toUpperCase()}=${value}` : `${key} = '${value}';`;
  };
  for (let commit = 0; commit < commits; commit++) {
    for (const [name, lines] of files) {
      if (draw(3) === 0 && commit > 0) continue;
      for (let edit = draw(6); edit >= 0; edit--) {
        const at = draw(lines.length + 1);
        if (draw(4) === 0) lines.splice(at, draw(5));
        else if (draw(6) === 0) lines.push(...lines.splice(at, draw(10)));
        else lines.splice(at, 0, ...Array.from({ length: 1 + draw(20) }, (_, index) => makeLine(name, `${name}${String(commit)}.${String(edit)}.${String(index)}`)));
      }
      put(folder, name, `${lines.join('\n')}\n`);
    }
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'change');
  }
  return folder;
}

const scanHistory = (folder: string): { code: number | null; stdout: string } => {
  const { code, stdout } = run(folder, ['scan', '--history', '--format', 'json'], { XDG_CACHE_HOME: makeFolder() });
  return { code, stdout };
};
