import { execFileSync } from 'node:child_process';
import { chmod, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { platform } from 'node:process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Found, ParameterFacts } from '../../src/core/store.ts';
import { createInventoryStore, readInventory, writeInventory } from '../../src/io/inventory-file.ts';
import { describeStoreContract } from '../support/store-contract.ts';

let folder = '';
let path = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'paramguard-inventory-'));
  path = join(folder, '.paramguard', 'inventory.json');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const evidence = { checkedAt: Date.parse('2026-01-02T03:04:05.006Z'), account: '123456789012', region: 'eu-west-1' };
const parameter: ParameterFacts = { name: '/a', type: 'SecureString', version: 3, keyId: 'alias/aws/ssm' };
const found = (...parameters: readonly ParameterFacts[]): Found => ({ state: 'found', parameters, evidence });

describeStoreContract('createInventoryStore', async (seeds) => {
  const home = await mkdtemp(join(tmpdir(), 'paramguard-inventory-'));
  const file = join(home, 'inventory.json');
  // the seeds carry their values: the writer must leave them out
  await writeInventory(file, { ...found(...seeds), evidence: { checkedAt: Date.now(), region: 'eu-west-1' } });
  return { store: createInventoryStore(file), close: () => rm(home, { recursive: true }) };
});

describe('writeInventory', () => {
  it('writes the known fields only, ordered by name', async () => {
    const extra = { name: '/b', type: 'String', version: 1, value: 'not to be kept' } as const;
    await writeInventory(path, found(extra, parameter));
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({
      paramguard: 1,
      takenAt: '2026-01-02T03:04:05.006Z',
      account: '123456789012',
      region: 'eu-west-1',
      parameters: { '/a': { type: 'SecureString', version: 3, keyId: 'alias/aws/ssm' }, '/b': { type: 'String', version: 1 } },
    });
    expect(await readFile(path, 'utf8')).not.toContain('not to be kept');
  });

  it('is read back as it was written, odd names included', async () => {
    const odd = { name: '__proto__', type: 'String', version: 1 } as const;
    await writeInventory(path, found(parameter, odd));
    expect(await createInventoryStore(path).list()).toEqual(found(parameter, odd));
  });

  it.skipIf(platform === 'win32')('lets its owner only read it, also where the old file was open to all', async () => {
    await writeInventory(path, found());
    await chmod(path, 0o644);
    await writeInventory(path, found(parameter));
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.skipIf(platform === 'win32')('writes through no link and leaves nothing behind', async () => {
    const outside = join(folder, 'outside.json');
    await writeFile(outside, 'untouched');
    await mkdir(join(folder, '.paramguard'));
    await symlink(outside, path);
    await expect(writeInventory(path, found())).rejects.toThrow('is a link');
    expect((await lstat(path)).isSymbolicLink()).toBe(true);
    await symlink(join(folder, '.paramguard'), join(folder, 'link'));
    await expect(writeInventory(join(folder, 'link', 'new.json'), found())).rejects.toThrow('its folder is a link');
    expect(await readFile(outside, 'utf8')).toBe('untouched');
    expect(await readdir(join(folder, '.paramguard'))).toEqual(['inventory.json']);
  });
});

describe('readInventory', () => {
  const valid = { paramguard: 1, takenAt: '2026-01-02T03:04:05Z', region: 'eu-west-1', parameters: { '/a': { type: 'String', version: 1 } } };

  it('says how to get an inventory where there is none', async () => {
    expect(readInventory(path)).toMatchObject({ state: 'unknown', reason: 'no-store', detail: expect.stringContaining('paramguard sync') });
    const store = createInventoryStore(path);
    expect((await store.lookUp(['/a'])).get('/a')).toMatchObject({ state: 'unknown', reason: 'no-store' });
    expect(await store.search(['a'])).toMatchObject({ state: 'unknown', reason: 'no-store' });
    expect(await store.list()).toMatchObject({ state: 'unknown', reason: 'no-store' });
  });

  it('ignores fields that it does not know', async () => {
    await put({ ...valid, comment: 'x', parameters: { '/a': { type: 'String', version: 1, value: 'leak', tier: 'Standard' } } });
    const reading = readInventory(path);
    expect(reading.state === 'read' ? [...reading.parameters.values()] : reading).toEqual([{ name: '/a', type: 'String', version: 1 }]);
  });

  it.each([
    ['half of it', JSON.stringify(valid).slice(0, 60)],
    ['nothing', ''],
    ['no object', '[]'],
    ['null', 'null'],
    ['another version', { ...valid, paramguard: 2 }],
    ['no time', { ...valid, takenAt: undefined }],
    ['a time that is none', { ...valid, takenAt: 'yesterday' }],
    ['a time to come', { ...valid, takenAt: '2999-01-02T03:04:05Z' }],
    ['no region', { ...valid, region: undefined }],
    ['an escape sequence for a region', { ...valid, region: '\u001B[2J' }],
    ['a short account', { ...valid, account: '123' }],
    ['a list of parameters', { ...valid, parameters: [] }],
    ['an unknown type', { ...valid, parameters: { '/a': { type: 'Secret', version: 1 } } }],
    ['a text for a version', { ...valid, parameters: { '/a': { type: 'String', version: '1' } } }],
    ['a malformed name', { ...valid, parameters: { '/a b': { type: 'String', version: 1 } } }],
    ['a key id on two lines', { ...valid, parameters: { '/a': { type: 'String', version: 1, keyId: 'a\nb' } } }],
    ['null for a parameter', { ...valid, parameters: { '/a': null } }],
  ])('believes nothing of a file that holds %s', async (_, content) => {
    await put(content);
    const reading = readInventory(path);
    expect(reading).toMatchObject({ state: 'unknown', reason: 'failed', detail: expect.stringContaining('paramguard sync') });
    expect(reading).toHaveProperty('detail', expect.not.stringContaining('\n'));
  });

  it('does not read a file of more than 50 MB', async () => {
    await put(valid);
    await truncate(path, 50_000_001);
    expect(readInventory(path)).toMatchObject({ state: 'unknown', detail: expect.stringContaining('50 MB') });
  });

  it('does not wait for a folder or a pipe', async () => {
    await mkdir(path, { recursive: true });
    expect(readInventory(path)).toMatchObject({ state: 'unknown', detail: expect.stringContaining('not a file') });
    if (platform === 'win32') return;
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    expect(readInventory(pipe)).toMatchObject({ state: 'unknown', detail: expect.stringContaining('not a file') });
  });

  it('parses again only after the file changed', async () => {
    await put(valid);
    const first = readInventory(path);
    expect(readInventory(path)).toBe(first);
    await put({ ...valid, region: 'eu-west-2' });
    await utimes(path, new Date(), new Date(Date.now() + 5000));
    expect(readInventory(path)).toMatchObject({ evidence: { region: 'eu-west-2' } });
    await rm(path);
    expect(readInventory(path)).toMatchObject({ reason: 'no-store' });
  });

  it('does not call absent what an inventory cannot hold', async () => {
    await put(valid);
    const answers = await createInventoryStore(path).lookUp(['/a:label', '/aws/service/x', '/aws/reference/secretsmanager/x', '/b']);
    expect([...answers.values()].map(({ state }) => state)).toEqual(['unknown', 'unknown', 'unknown', 'absent']);
  });

  it('knows the current version, and which ones cannot be there', async () => {
    await put({ ...valid, parameters: { '/a': { type: 'String', version: 150 } } });
    const answers = await createInventoryStore(path).lookUp(['/a:150', '/a:151', '/a:50', '/a:51', '/b:1']);
    expect([...answers.values()].map((answer) => (answer.state === 'absent' ? answer.what : answer.state))).toEqual(['present', 'version', 'version', 'unknown', 'parameter']);
  });

  it('answers for ARNs of its own account and region only', async () => {
    await put({ ...valid, account: '123456789012' });
    const arns = ['eu-west-1:123456789012', 'us-east-1:123456789012', 'eu-west-1:210987654321'].map((place) => `arn:aws:ssm:${place}:parameter/a`);
    const answers = await createInventoryStore(path).lookUp([...arns, `${arns[0] ?? ''}b`]);
    expect([...answers.values()].map((answer) => (answer.state === 'unknown' ? answer.reason : answer.state))).toEqual(['present', 'other-region', 'other-account', 'absent']);
    expect(answers.get(arns[1] ?? '')).toHaveProperty('detail', expect.stringMatching(/us-east-1.*eu-west-1/u));
    expect(answers.get(arns[2] ?? '')).toHaveProperty('detail', expect.stringMatching(/210987654321.*123456789012/u));
  });
});

async function put(content: unknown): Promise<void> {
  await mkdir(join(folder, '.paramguard'), { recursive: true });
  await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content));
}
