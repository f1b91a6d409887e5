import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { readCacheFile, writeCacheFile } from '../../src/io/user-cache.ts';
import { command, makeFolder } from '../support/command.ts';

let cache = '';
beforeEach(() => {
  cache = makeFolder();
  process.env['XDG_CACHE_HOME'] = cache;
});

const write = (text: string, name = 'trees/a') => writeCacheFile(name, () => Buffer.from(text));
const others = expect.objectContaining({ isFull: false, line: expect.stringContaining('others can write to it, or it is a link') as string }) as unknown;

it('gives back what was written, the last of it', () => {
  expect(readCacheFile('trees/a')).toBeUndefined();
  expect(write('first')).toBeUndefined();
  expect(write('second')).toBeUndefined();
  expect(readCacheFile('trees/a')?.toString()).toBe('second');
  expect(readdirSync(path.join(cache, 'paramguard/trees'))).toEqual(['a']);
});

it('writes to no folder that others can write to', () => {
  write('x');
  for (const folder of ['paramguard', 'paramguard/trees']) {
    chmodSync(path.join(cache, folder), 0o777);
    expect(write('y')).toEqual(others);
    chmodSync(path.join(cache, folder), 0o700);
  }
  expect(readCacheFile('trees/a')?.toString()).toBe('x');
});

it('follows no link, and removes nothing behind one', () => {
  const elsewhere = makeFolder({ 'old.txt': 'mine\n' });
  utimesSync(path.join(elsewhere, 'old.txt'), new Date(0), new Date(0));
  mkdirSync(path.join(cache, 'paramguard'), { mode: 0o700 });
  symlinkSync(elsewhere, path.join(cache, 'paramguard/trees'));
  expect(write('x')).toEqual(others);
  expect(readdirSync(elsewhere)).toEqual(['old.txt']);
  expect(write('x', 'history/a')).toBeUndefined();
  symlinkSync(path.join(elsewhere, 'new.txt'), path.join(cache, `paramguard/history/b.${String(process.pid)}.tmp`));
  expect(write('x', 'history/b')?.line).toContain('EEXIST');
  expect(existsSync(path.join(elsewhere, 'new.txt'))).toBe(false);
  expect(write('x', 'history/b')).toBeUndefined();
});

it('removes what no run has written for long, and nothing newer', () => {
  write('x', 'trees/old');
  write('x', 'trees/new');
  utimesSync(path.join(cache, 'paramguard/trees/old'), new Date(), new Date(Date.now() - 61 * 86_400_000));
  utimesSync(path.join(cache, 'paramguard/trees/new'), new Date(), new Date(Date.now() - 59 * 86_400_000));
  write('x');
  expect(readdirSync(path.join(cache, 'paramguard/trees')).sort()).toEqual(['a', 'new']);
});

it('does without a home', () => {
  const folder = makeFolder(Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`src/page-${String(index)}.ts`, 'start();\n'])));
  const old = new Date(Date.now() - 3_600_000);
  for (const name of readdirSync(path.join(folder, 'src'))) utimesSync(path.join(folder, 'src', name), old, old);
  chmodSync(folder, 0o755);
  // only root can run as somebody whom the machine does not know
  const isRoot = process.getuid?.() === 0;
  const somebody = isRoot ? { uid: 54_321, gid: 54_321 } : {};
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3200);
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, 'scan', '--store', 'none'], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], ...(isRoot ? {} : { XDG_CACHE_HOME: cache }) }, ...somebody });
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'No leaks found in 60 files.\n', stderr: '' });
});

it('says where a file is in the way', () => {
  writeFileSync(path.join(cache, 'paramguard'), 'x');
  expect(write('x')?.line).toMatch(/^nothing is kept for the next run: .*paramguard\/trees cannot be written \((?:ENOTDIR|EEXIST)\)$/u);
  expect(readFileSync(path.join(cache, 'paramguard'), 'utf8')).toBe('x');
});
