import { chmodSync, chownSync, cpSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Examined } from '../../src/commands/sweep/examine.ts';
import { recallTree, type TreeMemory } from '../../src/commands/tree-memory.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { readStamp } from '../../src/io/read-file.ts';
import { fake } from '../support/fake.ts';
import { makeFolder, put, run } from '../support/command.ts';

const names = Array.from({ length: 60 }, (_, index) => `src/page-${String(index).padStart(2, '0')}.ts`);
const text = 'export const greeting = 1;\n';

let folder = '';
let cache = '';
beforeEach(() => {
  folder = makeFolder(Object.fromEntries(names.map((name) => [name, text])));
  cache = makeFolder();
  process.env['XDG_CACHE_HOME'] = cache;
});

const soon = (): number => Date.now() + 60_000;

const recall = (changes: Partial<Parameters<typeof recallTree>[0]> = {}): TreeMemory => {
  const memory = recallTree({ root: folder, paths: names, isWhole: true, config: defaultConfig, sizeLimit: 1e6, now: soon(), build: 'first', ...changes });
  if (memory === undefined) throw new Error('nothing is kept');
  return memory;
};

/** As a sweep finds a clean file. */
const look = (file: string): Examined => {
  const found = readStamp(folder, file);
  return { state: 'clean', byteCount: found?.size ?? 0, reading: 'usual', stamp: found?.stamp };
};

/** A run: looks at the rest, and gives what all files turned out to be. */
function go(memory: TreeMemory, examine = look): (readonly [string, Examined])[] {
  const all = [...memory.join(memory.rest.map((file) => [file, examine(file)] as const))];
  expect(memory.keep()).toBeUndefined();
  return all;
}

describe('what is known of a tree', () => {
  it('is nothing at first, and then all that was clean', () => {
    expect(recall().rest).toEqual(names);
    const first = go(recall());
    const again = recall();
    expect(again.rest).toEqual([]);
    expect(go(again).map(([file, examined]) => [file, { ...examined, stamp: undefined }])).toEqual(first.map(([file, examined]) => [file, { ...examined, stamp: undefined }]));
  });

  it.each<[string, Examined]>([
    ['left out', { state: 'skipped' }],
    ['not read', { state: 'unread', reason: 'cannot be read' }],
    ['clean, of which nobody knows when it was written', { state: 'clean', byteCount: 3, reading: 'usual' }],
  ])('is nothing of a file that was %s', (_, examined) => {
    go(recall(), (file) => (file === names[7] ? examined : look(file)));
    const again = recall();
    expect(again.rest).toEqual([names[7]]);
    expect(go(again, () => examined)[7]).toEqual([names[7], examined]);
  });

  it('keeps how a file was read', () => {
    go(recall(), (file) => ({ ...look(file), reading: file === names[3] ? 'latin1' : file === names[4] ? 'binary' : 'broken' }) as Examined);
    expect(go(recall()).map(([, examined]) => 'reading' in examined && examined.reading).slice(2, 6)).toEqual(['broken', 'latin1', 'binary', 'broken']);
  });

  it('is nothing of what was written just before', () => {
    go(recall({ now: Date.now() }));
    expect(recall().rest).toEqual(names);
  });

  const target = 'src/page-20.ts';
  it.each<[string, (file: string) => void]>([
    ['is longer', (file) => writeFileSync(file, `${text} `)],
    ['has another text of the same length, and its old time', (file) => {
      const { atime, mtime } = statSync(file);
      writeFileSync(file, text.toUpperCase());
      utimesSync(file, atime, mtime);
    }],
    ['was replaced by another', (file) => {
      writeFileSync(`${file}.new`, text);
      renameSync(`${file}.new`, file);
    }],
    ['is gone', (file) => rmSync(file)],
    ['is a link now', (file) => {
      rmSync(file);
      symlinkSync('page-21.ts', file);
    }],
    ['is a folder now', (file) => {
      rmSync(file);
      mkdirSync(file);
    }],
    ['is one with another name of it', (file) => linkSync(file, `${file}.other`)],
  ])('is not taken for a file that %s', (_, change) => {
    go(recall());
    change(path.join(folder, target));
    expect(recall().rest).toEqual([target]);
  });

  it('is not taken for a folder that took the place of another', () => {
    cpSync(path.join(folder, 'src'), path.join(folder, 'other'), { recursive: true, preserveTimestamps: true });
    go(recall());
    renameSync(path.join(folder, 'src'), path.join(folder, 'old'));
    renameSync(path.join(folder, 'other'), path.join(folder, 'src'));
    expect(recall().rest).toEqual(names);
  });

  it('is not taken by another build, for another config, another root, or a file that is too large now', () => {
    go(recall());
    expect(recall({ build: 'second' }).rest).toEqual(names);
    expect(recall({ config: { ...defaultConfig, loggers: ['audit'] } }).rest).toEqual(names);
    expect(recall({ config: { ...defaultConfig, foreign: { id: 'a', detectors: [], allowances: [], warnings: [] } } }).rest).toEqual(names);
    expect(recall({ sizeLimit: 3 }).rest).toEqual(names);
    const copy = makeFolder();
    cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
    expect(recall({ root: copy }).rest).toEqual(names);
    expect(recall().rest).toEqual([]);
  });

  it('stays for files that a run was not about, and goes for those that are no more', () => {
    put(folder, 'src/a.ts', text);
    go(recall());
    const some = ['src/a.ts', ...names.slice(5)];
    const part = recall({ paths: some, isWhole: false });
    expect(part.rest).toEqual(['src/a.ts']);
    go(part);
    expect(recall({ paths: ['src/a.ts', ...names] }).rest).toEqual([]);
    put(folder, 'src/b.ts', text);
    go(recall({ paths: ['src/b.ts', ...names.slice(5)] }));
    expect(recall({ paths: ['src/a.ts', 'src/b.ts', ...names] }).rest).toEqual(['src/a.ts', ...names.slice(0, 5)]);
  });

  it('is of new files among old ones, whatever their names', () => {
    go(recall());
    const all = [...names, 'src/page-05b.ts', 'a b\n.ts', 'zé😀.ts', '.env'].sort();
    for (const name of all) put(folder, name, text);
    const fresh = all.filter((name) => !names.includes(name));
    // those were written anew
    expect(recall({ paths: all }).rest).toEqual(all);
    go(recall({ paths: all }));
    expect(recall({ paths: all }).rest).toEqual([]);
    expect(fresh).toHaveLength(4);
  });

  it.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['empty', () => new Uint8Array()],
    ['cut in the middle', (bytes) => bytes.subarray(0, bytes.length >> 1)],
    ['longer', (bytes) => Buffer.concat([bytes, Buffer.alloc(8)])],
    ['no JSON at its beginning', (bytes) => Buffer.concat([Buffer.from('{{'), bytes])],
    ['null at its beginning', (bytes) => Buffer.concat([Buffer.from('null'), bytes.subarray(bytes.indexOf(10))])],
    ['zeros behind its beginning', (bytes) => Buffer.concat([bytes.subarray(0, bytes.indexOf(10) + 1), Buffer.alloc(bytes.length - bytes.indexOf(10) - 1)])],
    ['random', (bytes) => Buffer.from(bytes.map((_, index) => (index * 7919) % 256))],
  ])('is nothing where the file is %s', (_, damage) => {
    go(recall());
    const [file = ''] = readdirSync(path.join(cache, 'paramguard/trees')).map((name) => path.join(cache, 'paramguard/trees', name));
    writeFileSync(file, damage(readFileSync(file)));
    expect(recall().rest).toEqual(names);
    go(recall());
    expect(recall().rest).toEqual([]);
  });

  it('is nothing where others may have written the file', () => {
    const list = (): string => path.join(cache, 'paramguard/trees', readdirSync(path.join(cache, 'paramguard/trees'))[0] ?? '');
    go(recall());
    chmodSync(list(), 0o620);
    expect(recall().rest).toEqual(names);
    chmodSync(list(), 0o600);
    expect(recall().rest).toEqual([]);
    // only root can give a file away
    if (process.getuid?.() !== 0) return;
    chownSync(list(), 12_345, 12_345);
    expect(recall().rest).toEqual(names);
  });

  it('does not pile up', () => {
    go(recall());
    const [file = ''] = readdirSync(path.join(cache, 'paramguard/trees')).map((name) => path.join(cache, 'paramguard/trees', name));
    utimesSync(file, new Date(), new Date(Date.now() - 70 * 86_400_000));
    go(recall({ root: `${folder}/.` }));
    expect(readdirSync(path.dirname(file))).toHaveLength(1);
    expect(recall().rest).toEqual(names);
  });

  it('is not kept of few files, or where the build cannot be told', () => {
    const tree = { root: folder, paths: names, isWhole: true, config: defaultConfig, sizeLimit: 1e6, now: soon(), build: 'first' };
    expect(recallTree({ ...tree, paths: names.slice(0, 49) })).toBeUndefined();
    expect(recallTree({ ...tree, build: undefined })).toBeUndefined();
  });
});

describe('scan of a tree that is as it was', () => {
  const scan = (...args: readonly string[]) => run(folder, ['scan', '--store', 'none', '--format', 'json', ...args], { XDG_CACHE_HOME: cache });
  const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3200));

  it('says the same, holds no text, and sees what changed', async () => {
    const value = fake.githubToken();
    put(folder, 'src/leak.ts', `export const token = '${value}';\n`);
    put(folder, 'src/old.md', Buffer.from('caf\u00e9\n', 'latin1'));
    put(folder, 'src/a.blob', new Uint8Array([0, 1, 2, 3]));
    await settle();
    const alone = scan('--no-cache');
    expect(readdirSync(cache)).toEqual([]);
    const first = scan();
    const [file = ''] = readdirSync(path.join(cache, 'paramguard/trees')).map((name) => path.join(cache, 'paramguard/trees', name));
    const kept = readFileSync(file, 'latin1');
    const again = scan();
    expect(alone.code).toBe(1);
    expect(alone.stderr).toContain('not valid UTF-8');
    expect(first).toEqual(alone);
    expect(again).toEqual(alone);
    expect(scan('--jobs', '3')).toEqual(alone);
    expect(scan('--verbose').stderr).toContain('paramguard: 62 of 63 files were clean in a run before and are as they were; --no-cache reads them again\n');
    expect(kept).toContain('src/page-59.ts');
    expect(kept).not.toContain('leak.ts');
    expect(kept).not.toContain(value);
    expect(kept).not.toContain('greeting');
    expect(statSync(file).mode & 0o777).toBe(0o600);

    const changed = path.join(folder, 'src/page-30.ts');
    const { atime, mtime } = statSync(changed);
    writeFileSync(changed, `const token='${value.slice(0, 1)}'`);
    writeFileSync(changed, `export const token = '${value}';\n`);
    utimesSync(changed, atime, mtime);
    const after = scan();
    expect(after).toEqual(scan('--no-cache'));
    expect(after.stdout).toContain('src/page-30.ts');
  }, 60_000);

  it('is not stopped by a cache folder that cannot be', async () => {
    await settle();
    writeFileSync(path.join(cache, 'paramguard'), '');
    expect(scan()).toMatchObject({ code: 0, stderr: '' });
    expect(scan('--verbose')).toMatchObject({ code: 0, stderr: expect.stringMatching(/^paramguard: nothing is kept for the next run: .* cannot be written \(\w+\)\n$/u) as string });
  }, 60_000);
});
