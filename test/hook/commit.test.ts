import { chmodSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { fake } from '../support/fake.ts';
import { command, git, inventory, makeFolder, put, root, run, type Outcome } from '../support/command.ts';

const password = fake.weakPassword();

describe('a real commit in a real repository', () => {
  it('is refused with a leak and accepted after the fix', () => {
    const folder = makeFolder({
      '.env': `PORT=8080\nDB_PASSWORD=${password}\n`,
      'paramguard.json': '{"inventory": "inventory.json", "prefix": "/prod/shop"}',
      'inventory.json': inventory(['/prod/shop/db-password']),
    });
    git(folder, 'init', '-q');
    installHook(folder, getHookLine());
    git(folder, 'add', '.');
    const refused = commit(folder);
    expect(refused.code).toBe(1);
    expect(refused.stderr + refused.stdout).toContain('A password stands in plain text in "DB_PASSWORD".');
    expect(refused.stderr + refused.stdout).not.toContain(password);
    expect(git(folder, 'log', '--oneline').code).not.toBe(0);

    expect(run(folder, ['fix', '--apply'])).toMatchObject({ code: 0 });
    expect(readFileSync(path.join(folder, '.env'), 'utf8')).toBe('PORT=8080\nDB_PASSWORD=ssm:///prod/shop/db-password\n');
    expect(commit(folder).code, 'the index still holds the leak').toBe(1);
    git(folder, 'add', '.');
    expect(commit(folder).code).toBe(0);
    expect(git(folder, 'log', '--oneline').stdout).toContain('shop');
  });

  it('works in a linked work tree and with core.hooksPath', () => {
    const folder = makeFolder({ 'a.txt': 'a\n' });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'first');
    git(folder, 'worktree', 'add', '-q', 'linked');
    put(folder, 'hooks/pre-commit', `#!/bin/sh\n${getHookLine()}\n`);
    chmodSync(path.join(folder, 'hooks/pre-commit'), 0o755);
    git(folder, 'config', 'core.hooksPath', path.join(folder, 'hooks'));
    const linked = path.join(folder, 'linked');
    put(linked, '.env', `DB_PASSWORD=${password}\n`);
    git(linked, 'add', '.env');
    expect(commit(linked).code).toBe(1);
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as { entry: string; language: string; pass_filenames: boolean }[];

  it('calls the command as package.json names it', () => {
    const { bin } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { bin: Record<string, string> };
    const [name = '', ...args] = hook?.entry.split(' ') ?? [];
    expect(existsSync(path.join(root, bin[name] ?? 'missing'))).toBe(true);
    expect(args).toEqual(['scan', '--staged']);
    expect(hook).toMatchObject({ language: 'node', pass_filenames: false });
  });
});

const commit = (folder: string): Outcome => git(folder, 'commit', '-qm', 'shop');

function installHook(folder: string, line: string): void {
  put(folder, '.git/hooks/pre-commit', `#!/bin/sh\n${line}\n`);
  chmodSync(path.join(folder, '.git/hooks/pre-commit'), 0o755);
}

/** The line that the README gives for a plain hook, with the built command in the place of `npx paramguard`. */
function getHookLine(): string {
  const line = /^exec (?<line>npx paramguard scan --staged)$/mu.exec(readFileSync(path.join(root, 'README.md'), 'utf8'))?.groups?.['line'];
  if (line === undefined) throw new Error('the README no longer shows the hook');
  return line.replace('npx paramguard', `exec "${process.execPath}" "${command}"`);
}
