import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platform } from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeFileAtomically } from '../../src/io/write-file.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paramguard-write-'));
  path = join(folder, 'file.txt');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const getMode = async (): Promise<number> => (await stat(path)).mode & 0o777;

describe('writeFileAtomically', () => {
  it('writes text and bytes, in place of what was there', async () => {
    await writeFileAtomically(path, 'öld');
    expect(await readFile(path, 'utf8')).toBe('öld');
    await writeFileAtomically(path, Uint8Array.of(0, 255));
    expect([...(await readFile(path))]).toEqual([0, 255]);
    expect(await readdir(folder)).toEqual(['file.txt']);
  });

  it.skipIf(platform === 'win32')('keeps the old mode, unless it is told one', async () => {
    await writeFile(path, 'x');
    await chmod(path, 0o751);
    await writeFileAtomically(path, 'y');
    expect(await getMode()).toBe(0o751);
    await writeFileAtomically(path, 'z', { mode: 0o600 });
    expect(await getMode()).toBe(0o600);
  });

  it.skipIf(platform === 'win32')('leaves a read-only file as it is', async () => {
    await writeFile(path, 'x');
    await chmod(path, 0o444);
    await expect(writeFileAtomically(path, 'y')).rejects.toThrow('file.txt is not written: it is read-only');
    expect(await readFile(path, 'utf8')).toBe('x');
  });

  it('leaves the old file and no other where it fails', async () => {
    await mkdir(path);
    await expect(writeFileAtomically(path, 'x')).rejects.toThrow('link, a folder or a device');
    await expect(writeFileAtomically(join(folder, 'missing', 'file.txt'), 'x')).rejects.toThrow('file.txt cannot be written: ENOENT');
    await writeFile(join(folder, 'old.txt'), 'old');
    // fails after the temporary file was created
    // @ts-expect-error -- a number is no data
    await expect(writeFileAtomically(join(folder, 'old.txt'), 1)).rejects.toThrow();
    expect(await readFile(join(folder, 'old.txt'), 'utf8')).toBe('old');
    expect((await readdir(folder)).sort()).toEqual(['file.txt', 'old.txt']);
  });

  it.skipIf(platform === 'win32')('does not replace a link by a file', async () => {
    await writeFile(join(folder, 'target.txt'), 'old');
    await symlink('target.txt', path);
    await expect(writeFileAtomically(path, 'new')).rejects.toThrow('it is a link');
    expect(await readFile(path, 'utf8')).toBe('old');
  });
});
