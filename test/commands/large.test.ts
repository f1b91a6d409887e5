import { describe, expect, it } from 'vitest';
import { scanLarge } from '../../src/commands/sweep/large-file.ts';
import { pieceSize } from '../../src/commands/sweep/piece.ts';
import { defaultConfig } from '../../src/core/config.ts';
import { tooMany } from '../../src/core/many-problems.ts';
import { getLineStarts, getPosition } from '../../src/core/range.ts';
import { openFile } from '../../src/io/read-file.ts';
import { getRoom, scanBytes, type ScannedFile } from '../../src/pipeline.ts';
import { fake } from '../support/fake.ts';
import { makeFolder, run } from '../support/command.ts';

const piece = pieceSize;
const filling = 'nothing stands on this line, ünd nöthing is löng — 日本\n';

/** More than is read at once, with these lines where they are asked for. */
function fill(lines: readonly (readonly [at: number, line: string])[], line = filling, size = 8_700_000): string {
  let text = '';
  for (const [at, secret] of [...lines, [size, ''] as const]) text += `${line.repeat(Math.max(0, Math.ceil((at - Buffer.byteLength(text)) / Buffer.byteLength(line))))}${secret}`;
  return text;
}

interface Found {
  readonly kind: string;
  readonly start: { readonly line: number; readonly column: number };
}

function scan(name: string, content: string | Uint8Array, args: readonly string[] = []): { readonly code: number | null; readonly found: readonly Found[]; readonly out: string } {
  const { code, stdout, stderr } = run(makeFolder({ [name]: content }), ['scan', '--store', 'none', '--format', 'json', ...args]);
  return { code, found: (JSON.parse(stdout) as { findings: Found[] }).findings.map(({ kind, start }) => ({ kind, start })), out: stdout + stderr };
}

const place = (text: string, secret: string): Found['start'] => getPosition(getLineStarts(text), text.indexOf(secret));

describe('a file that is larger than what is read at once', () => {
  it('gives each secret at its line and column, wherever pieces end, once', () => {
    const tokens = Array.from({ length: 14 }, (_, index) => fake.githubToken(`large ${String(index)}`));
    const places = [0, piece - 8300, piece - 60, piece - 20, piece, piece + 30, piece + 8000, 2 * piece - 10, 3 * piece, 10 * piece, 10 * piece + 2000, 20 * piece + 7, 33 * piece, 8_600_000];
    const text = fill(tokens.map((token, index) => [places[index] ?? 0, `${'ü'.repeat(index)} token: "${token}"\r\n`]));
    const { code, found, out } = scan('big.log', text);
    expect(found).toEqual(tokens.map((token) => ({ kind: 'github-token', start: place(text, token) })));
    expect(code).toBe(1);
    for (const token of tokens) expect(out).not.toContain(token.slice(8));
    for (const jobs of ['1', '3']) expect(scan('big.log', text, ['--jobs', jobs]).found).toEqual(found);
  });

  it('lists the first of more findings than anybody reads, and says so', async () => {
    const text = Array.from({ length: 12_000 }, (_, index) => `token_${String(index)} = "${fake.alphanumeric(24, String(index))}"\n`).join('');
    const folder = makeFolder({ 'big.txt': text + filling.repeat(130_000) });
    const file = openFile(folder, 'big.txt');
    const scanned = [await scanBytes(folder, 'small.txt', Buffer.from(text), defaultConfig)];
    for (const jobs of [1, 3]) scanned.push(await scanLarge(file, { root: folder, path: 'big.txt', config: defaultConfig, getRoom: getRoom(defaultConfig), patience: 60_000, jobs }) as ScannedFile);
    file.close();
    const getLastLine = ({ problems, source, locate }: ScannedFile): number => {
      const at = getPosition(getLineStarts(source.text), problems.at(-1)?.range[0] ?? 0);
      return (locate?.(at) ?? at).line;
    };
    for (const one of scanned) {
      expect(one.problems).toHaveLength(10_000);
      expect(one.unread).toEqual([tooMany]);
      expect(getLastLine(one)).toBe(scanned[0] && getLastLine(scanned[0]));
    }
  });

  it('is looked at by one thread where others do not start', async () => {
    const token = fake.githubToken('alone');
    const folder = makeFolder({ 'big.log': fill([[20 * piece, `token: "${token}"\n`]]) });
    const file = openFile(folder, 'big.log');
    // the others look for a file that is not there
    const scanned = await scanLarge(file, { root: folder, path: 'elsewhere.log', config: defaultConfig, getRoom: getRoom(defaultConfig), patience: 60_000, jobs: 3 });
    file.close();
    expect(scanned).toMatchObject({ problems: [{ kind: 'github-token' }] });
  });

  it('gives the same places where all is one line, or lines end in a lone CR', () => {
    const [first, second] = [fake.stripeKey('one'), fake.githubToken('two')];
    for (const line of ['nothing is here, ', 'nöthing\r']) {
      const text = fill([[piece + 100, `"${first}" `], [piece + 180, `"${second}" `]], line);
      const { found, out } = scan('big.json', text);
      expect(found.map(({ start }) => start)).toEqual([place(text, first), place(text, second)]);
      expect(out).not.toContain(first.slice(8));
      expect(out).not.toContain(second.slice(8));
    }
  });

  it('is read for values by their names, keys of several lines and encoded ones', () => {
    const password = fake.password('large');
    const encoded = Buffer.from(`export GITHUB_TOKEN=${fake.githubToken('encoded')}`).toString('base64');
    const text = fill([[piece - 30, `db_password = "${password}"\n`], [2 * piece - 100, `${fake.pem('large')}\n`], [5 * piece, `value: ${encoded}\n`]]);
    const { found, out } = scan('big.conf', text);
    expect(found.map(({ start }) => start.line)).toEqual([place(text, password).line, place(text, '-----BEGIN').line, place(text, encoded).line]);
    expect(out).not.toContain(password);
  });

  it('is read byte by byte where it is binary, and named where its text has no parts', () => {
    const binary = Buffer.concat([Buffer.alloc(9_000_000), Buffer.from(fake.githubToken('binary'))]);
    expect(scan('big.image', binary).found).toMatchObject([{ kind: 'github-token', start: { line: 1, column: 9_000_001 } }]);
    const wide = scan('wide.txt', Buffer.from(`\uFEFF${fill([])}`, 'utf16le'));
    expect(wide).toMatchObject({ code: 2, out: expect.stringContaining('too large for text of UTF-16') });
  });

  it('is allowed by a comment beside it, and offers no edit', () => {
    const text = fill([[piece, `// paramguard-disable-next-line -- a test\nconst token = "${fake.githubToken('allowed')}";\n`], [3 * piece, `const token = "${fake.githubToken('seen')}";\n`]]);
    const folder = makeFolder({ 'big.js': text });
    const { stdout } = run(folder, ['scan', '--store', 'none']);
    expect(stdout).toContain(`  ${String(place(text, fake.githubToken('seen')).line)}:16`);
    expect(stdout).toContain('too large to be written');
    expect(stdout).toContain('1 leak in 1 file');
    expect(run(folder, ['fix', '--store', 'none']).stdout).toContain('too large to be written');
  });
});
