import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeFolder, root, type Outcome } from '../support/command.ts';

/** The command as it is where the build left no compiled code for this version of V8. */
function install() {
  const bin = path.join(makeFolder(), 'bin');
  cpSync(path.join(root, 'dist/bin'), bin, { recursive: true, filter: (file) => path.basename(file) !== 'code' });
  const cache = makeFolder();
  const folder = makeFolder({ 'src/a.ts': 'export const greeting = 1;\n' });
  const node = (args: readonly string[], env: Readonly<Record<string, string>> = {}): Outcome => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: folder, XDG_CACHE_HOME: cache, ...env } });
    return { code: status, stdout, stderr };
  };
  const launcher = path.join(bin, 'paramguard.cjs');
  return {
    bin,
    cache,
    scan: (...args: readonly string[]) => node([launcher, 'scan', '--store', 'none', ...args]),
    /** Whether V8 takes what was kept; `undefined` where there is nothing. */
    isTaken: () => node(['-p', `const { load, scripts } = require(${JSON.stringify(launcher)}); load('main.cjs'); String(scripts.get('start.cjs').cachedDataRejected === undefined ? undefined : !scripts.get('start.cjs').cachedDataRejected)`]).stdout.trim(),
    list: () => readdirSync(path.join(cache, 'paramguard/code')).map((name) => path.join(cache, 'paramguard/code', name)),
  };
}

const clean = { code: 0, stdout: 'No leaks found in 1 file.\n', stderr: '' };

describe('compiled code that the build did not leave', () => {
  it('is kept by the first run and taken by the next', () => {
    const { scan, isTaken, list } = install();
    expect(isTaken()).toBe('undefined');
    expect(scan()).toEqual(clean);
    expect(isTaken()).toBe('true');
    expect(list().map((file) => path.basename(file))).toEqual([expect.stringMatching(/^[\da-f]{32}-.*-start\.cjs$/u)]);
    expect(scan()).toEqual(clean);
  });

  it('is made anew where it does not fit', () => {
    const { scan, isTaken, list } = install();
    scan();
    const [file = ''] = list();
    const code = readFileSync(file);
    const flip = (place: number): Uint8Array => code.map((byte, index) => (index === Math.floor(place * code.length) ? 255 - byte : byte));
    for (const damaged of [code.subarray(0, 1000), code.subarray(0, 1001), Buffer.alloc(code.length), Buffer.alloc(0), Buffer.concat([code, code]), ...[0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9].map(flip)]) {
      writeFileSync(file, damaged);
      expect(scan()).toEqual(clean);
      expect(isTaken()).toBe('true');
    }
  });

  it('is not that of another build', () => {
    const { scan, isTaken, bin } = install();
    scan();
    writeFileSync(path.join(bin, 'on-demand/build'), 'f'.repeat(32));
    expect(isTaken()).toBe('undefined');
  });

  it('is not kept with --no-cache, or where nothing can be written', () => {
    const { scan, cache } = install();
    expect(scan('--no-cache')).toEqual(clean);
    expect(readdirSync(cache)).toEqual([]);
    writeFileSync(path.join(cache, 'paramguard'), '');
    expect(scan()).toEqual(clean);
  });
});
