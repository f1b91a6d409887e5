import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import paramguard from '../../src/index.ts';
import { git, makeFolder, put, run } from '../support/command.ts';

const parts = ['aB3dE6gH', 'kL9mN2pQ', 'rS5tU8vW', 'xY1zA4bC'];
const value = `acme_${parts.join('')}`;
const formats = JSON.stringify({ formats: [{ id: 'acme-token', title: 'an Acme token', anchor: 'acme_', body: '[A-Za-z\\d]{32}', matches: [['acme_', ...parts]] }] });
const source = `start('${value}');\n`;

describe('formats of the config', () => {
  it('are found by the command, before a commit and in ESLint, and never shown', async () => {
    const folder = makeFolder({ 'a.js': source, 'paramguard.json': formats });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    for (const args of [['scan'], ['scan', '--staged'], ['scan', '--format', 'sarif']]) {
      const { code, stdout, stderr } = run(folder, args);
      expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
      expect(stdout).toContain('An Acme token is hard-coded here.');
      expect(stdout).not.toContain(parts[0]);
    }
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: paramguard.configs.recommended });
    expect((await eslint.lintFiles(['a.js']))[0]?.messages.map(({ message }) => message)).toEqual([expect.stringContaining('An Acme token') as string]);
  });

  it('that do not find their examples are an error', () => {
    const folder = makeFolder({ 'a.js': source, 'paramguard.json': formats.replace('{32}', '{33}') });
    expect(run(folder, ['scan'])).toMatchObject({ code: 2, stderr: expect.stringContaining('paramguard.json: "formats" has a format acme-token that does not find example 1 of its "matches"') as string });
  });
});

describe('the configuration of gitleaks', () => {
  const toml = `
[extend]
useDefault = true
[[rules]]
id = "acme"
description = "Acme token"
regex = '''(?i)acme_([a-z0-9]{32})'''
keywords = ["acme_"]
[[rules]]
id = "odd"
regex = '''(a+)+b'''
keywords = ["aaa"]
[allowlist]
paths = ['''^samples/''']
`;

  it('is read and said where it stands beside the config', () => {
    const folder = makeFolder({ 'a.js': source, 'samples/b.js': source, '.gitleaks.toml': toml });
    const { code, stdout, stderr } = run(folder, ['scan']);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'paramguard: .gitleaks.toml: taken into account: 1 of its rules, 1 allow-lists of paths ("gitleaks: off" in the config leaves it out)\nparamguard: .gitleaks.toml: the rule odd is not used: its expression repeats a part that can take the same text in several ways: the time would double with every character\n',
    });
    expect(stdout).toContain('a.js\n');
    expect(stdout).toContain('1 allowed by the config.');
    expect(stdout).not.toContain(parts[0]);
    put(folder, 'paramguard.yaml', 'gitleaks: off\n');
    expect(run(folder, ['scan'])).toMatchObject({ code: 0, stderr: '' });
    put(folder, 'paramguard.yaml', 'gitleaks: ./.gitleaks.toml\n');
    expect(run(folder, ['scan']).code).toBe(1);
  });

  it.each([
    ['[[rules]\n', '.gitleaks.toml:1: not valid TOML'],
    [`a = "${value}" b`, '.gitleaks.toml:1: not valid TOML'],
  ])('that is broken is an error: %j', (text, words) => {
    const { code, stderr } = run(makeFolder({ '.gitleaks.toml': text }), ['scan']);
    expect({ code, stderr: stderr.trim() }).toEqual({ code: 2, stderr: `paramguard: ${words}` });
  });

  it('that is named and missing is an error', () => {
    expect(run(makeFolder({ 'paramguard.yaml': 'gitleaks: other.toml\n' }), ['scan'])).toMatchObject({ code: 2, stderr: 'paramguard: other.toml: cannot be read; say under "gitleaks" in the config where it is, or off\n' });
  });
});
