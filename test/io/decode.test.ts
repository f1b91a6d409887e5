import { describe, expect, it } from 'vitest';
import { defaultConfig } from '../../src/core/config.ts';
import { decode } from '../../src/io/decode.ts';
import { scanBytes } from '../../src/pipeline.ts';
import { inventory, makeFolder, run } from '../support/command.ts';
import { fake } from '../support/fake.ts';

const token = fake.githubToken();
const text = `# Schlüssel für später\nhost = "db"\ntoken = "${token}"\n`;
const swap = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();
const utf16 = (content: string): Buffer => Buffer.from(content, 'utf16le');
const utf32 = (content: string, isBig: boolean): Buffer =>
  Buffer.concat(Array.from(content, (character) => { const unit = Buffer.alloc(4); isBig ? unit.writeUInt32BE(character.codePointAt(0)!) : unit.writeUInt32LE(character.codePointAt(0)!); return unit; }));

const encodings: readonly (readonly [name: string, bytes: Buffer, encoding: string])[] = [
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
  ['UTF-16LE', utf16(text), 'utf-16le'],
  ['UTF-16LE with a mark', utf16(`\uFEFF${text}`), 'utf-16le'],
  ['UTF-16BE', swap(utf16(text)), 'utf-16be'],
  ['UTF-16BE with a mark', swap(utf16(`\uFEFF${text}`)), 'utf-16be'],
  ['UTF-32LE', utf32(text, false), 'utf-32le'],
  ['UTF-32LE with a mark', utf32(`\uFEFF${text}`, false), 'utf-32le'],
  ['UTF-32BE', utf32(text, true), 'utf-32be'],
  ['UTF-32BE with a mark', utf32(`\uFEFF${text}`, true), 'utf-32be'],
  ['Latin-1', Buffer.from(text, 'latin1'), 'latin1'],
  ['UTF-16LE that ends within a character', utf16(text).subarray(0, -1), 'utf-16le'],
];

describe.each(encodings)('%s', (_, bytes, encoding) => {
  it('gives the text and the place of the token', async () => {
    const decoded = decode(bytes);
    expect(decoded).toMatchObject({ encoding, isBinary: false });
    expect(decoded.text.slice(0, 60)).toBe(text.slice(0, 60));
    const file = await scanBytes('/', 'settings.toml', bytes, defaultConfig);
    expect(file.problems.map(({ kind }) => kind)).toEqual(['github-token']);
    const start = text.indexOf(token);
    expect(file.problems[0]?.range).toEqual([start, start + token.length]);
  });
});

it('reads UTF-8 with a broken character as UTF-8', () => {
  const bytes = Buffer.concat([Buffer.from('Schlüssel für später, größer\n'), Buffer.from([0xc3]), Buffer.from(text)]);
  expect(decode(bytes)).toMatchObject({ encoding: 'broken utf-8', isBinary: false });
  expect(decode(bytes).text).toContain('größer');
});

describe('NUL bytes', () => {
  it('here and there leave a log a text', async () => {
    const log = Buffer.from(`${'GET /health 200\n'.repeat(50)}\0\0\npassword = "${fake.password()}"\n`);
    expect(decode(log).isBinary).toBe(false);
    expect((await scanBytes('/', 'app.ini', log, defaultConfig)).problems).toHaveLength(1);
  });

  it('everywhere make a file binary, in which tokens are found', async () => {
    const image = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0xff, 0xfe, 0, 1]), Buffer.from(fake.hex(64), 'hex'), Buffer.from(` ${token} `)]);
    expect(decode(image).isBinary).toBe(true);
    expect((await scanBytes('/', 'x.bin', image, defaultConfig)).problems.map(({ kind }) => kind)).toEqual(['github-token']);
  });

  it('beyond the sample do nothing', () => {
    expect(decode(Buffer.concat([Buffer.from('ü'.repeat(40_000)), Buffer.from([0])])).isBinary).toBe(false);
    expect(decode(Buffer.concat([Buffer.from([0x61]), Buffer.from('ü'.repeat(40_000)), Buffer.from([0])])).isBinary).toBe(false);
  });
});

it.each([[], [0], [0xff], [0xff, 0xfe], [0xef, 0xbb], [0, 0, 0xfe, 0xff]])('reads any few bytes: %s', (...bytes) => {
  expect(decode(Uint8Array.from(bytes)).text.length).toBeLessThan(3);
});

it('only UTF-8 is written, with its mark', () => {
  const env = `\uFEFFDB_PASSWORD=${fake.password()}\n# für später\n`;
  const names = inventory(['/prod/x/db-password']);
  const folder = makeFolder({ '.env': env, '.paramguard/inventory.json': names });
  expect(run(folder, ['fix', '--apply']).stdout).not.toContain('is not written');
  const wide = makeFolder({ '.env': utf16(env), '.paramguard/inventory.json': names });
  expect(run(wide, ['fix', '--apply']).stdout).toContain('the file is utf-16le and is not written; save it as UTF-8 first');
});
