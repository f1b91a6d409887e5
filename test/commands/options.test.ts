import { describe, expect, it } from 'vitest';
import { readOptions } from '../../src/commands/options.ts';

describe('options', () => {
  it('are the same in every way of writing them', () => {
    const plain = readOptions(['scan', 'src', '--format', 'json', '--jobs', '2', '--no-skip', 'test']);
    expect(plain).toMatchObject({ command: 'scan', paths: ['src', 'test'], format: 'json', jobs: 2, isSkipping: false });
    expect(readOptions(['--no-skip', '--format=json', 'scan', 'src', '--jobs=2', 'test'])).toStrictEqual(plain);
    expect(readOptions(['scan', '--format', 'json', '--jobs', '2', '--no-skip', '--', 'src', 'test'])).toStrictEqual(plain);
    expect(readOptions(['-h'])).toStrictEqual(readOptions(['--help']));
    expect(readOptions(['--version']).command).toBe('version');
  });

  it('that are unknown, or lack a value, are an error', () => {
    for (const argv of [['scan', '--unknown'], ['scan', '--format'], ['scan', '--format', '--staged'], ['scan', '--staged=yes'], ['scan', '-x'], ['scan', '--constructor'], ['scan', '--__proto__', 'x']]) {
      expect(() => readOptions(argv), argv.join(' ')).toThrow('see paramguard --help');
    }
  });

  it('take a path that begins with a hyphen behind two', () => {
    expect(readOptions(['scan', '--', '-odd']).paths).toStrictEqual(['-odd']);
  });
});
