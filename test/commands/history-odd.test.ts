import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { git, makeFolder, put, run, type Outcome } from '../support/command.ts';
import { fake } from '../support/fake.ts';

const leak = (seed: string): string => `const token = '${fake.githubToken(seed)}';\n`;

describe('a history', () => {
  it('of a partial clone is read as far as it is there, and nothing is fetched', () => {
    const origin = makeRepository({ 'a.js': leak('a'), 'large.js': leak('large') + '// text\n'.repeat(2000) });
    git(origin, 'config', 'uploadpack.allowFilter', 'true');
    const clone = path.join(makeFolder(), 'clone');
    expect(git(origin, 'clone', '-q', '--no-checkout', '--filter=blob:limit=1k', `file://${origin}`, clone).code).toBe(0);
    const before = git(clone, 'count-objects', '-v').stdout;
    const { code, stdout, stderr } = scan(clone);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ path: 'a.js' }] });
    expect(stderr).toMatch(/^paramguard: large\.js: a version of this file could not be read: the repository does not hold it; a partial clone gets it with "git fetch --refetch" \([\da-f]{12}\)\n$/u);
    expect(git(clone, 'count-objects', '-v').stdout).toBe(before);
  });

  it.each([4, 200])('names a version that git cannot read from its byte %i on, and reads the others', (damage) => {
    const text = Array.from({ length: 100 }, (_, line) => `// ${fake.password(String(line))}\n`).join('');
    const folder = makeRepository({ 'a.js': leak('a'), 'b.js': text + leak('b'), 'c.js': leak('c'), 'd.js': leak('d') });
    const id = git(folder, 'rev-parse', 'HEAD:b.js').stdout.trim();
    const file = path.join(folder, '.git/objects', id.slice(0, 2), id.slice(2));
    chmodSync(file, 0o644);
    writeFileSync(file, readFileSync(file).fill(0x5a, damage));
    const { code, stdout, stderr } = scan(folder);
    expect(code).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ findings: [{ path: 'a.js' }, { path: 'c.js' }, { path: 'd.js' }] });
    expect(stderr).toContain('paramguard: b.js: a version of this file could not be read');
  });

  it.each(['rev-list', 'cat-file'])('is the same when its packs are written anew before git answers %s', (name) => {
    const folder = makeRepository(Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`${String(index)}.js`, leak(String(index))])));
    git(folder, 'repack', '-q', '-ad');
    put(folder, 'new.js', leak('new'));
    git(folder, 'add', '-A');
    git(folder, 'commit', '-q', '-m', 'more');
    const whole = scan(folder);
    expect(JSON.parse(whole.stdout)).toMatchObject({ findings: { length: 41 } });
    const tools = makeFolder({ git: `#!/bin/sh\nPATH=$REAL_PATH\ncase " $* " in *" ${name} "*) git -c core.looseCompression=1 repack -q -adf >&2;; esac\nexec git "$@"\n` });
    chmodSync(path.join(tools, 'git'), 0o755);
    const packs = listPacks(folder);
    expect(scan(folder, { PATH: `${tools}:${process.env['PATH'] ?? ''}`, REAL_PATH: process.env['PATH'] ?? '' })).toEqual(whole);
    expect(listPacks(folder)).not.toEqual(packs);
  });

  it('is read where nothing can be kept of it, and says so in one line', () => {
    const folder = makeRepository({ 'a.js': leak('a') });
    const whole = scan(folder);
    expect(scan(folder, { XDG_CACHE_HOME: path.join(folder, 'a.js') })).toEqual({ ...whole, stderr: expect.stringMatching(/^paramguard: [^\n]*\n$/u) as string });
  });
});

function makeRepository(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder(files);
  git(folder, 'init', '-q');
  git(folder, 'config', 'gc.auto', '0');
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '-m', 'first');
  return folder;
}

const scan = (folder: string, env: Readonly<Record<string, string>> = {}): Outcome => run(folder, ['scan', '--history', '--format', 'json'], { XDG_CACHE_HOME: makeFolder(), ...env });

const listPacks = (folder: string): string[] => readdirSync(path.join(folder, '.git/objects/pack')).filter((name) => name.endsWith('.pack'));
