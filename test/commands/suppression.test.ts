import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';
import paramguard from '../../src/index.ts';
import { fake } from '../support/fake.ts';
import { git, inventory, makeFolder, put, run } from '../support/command.ts';

const password = fake.password();
const line = `const password = '${password}';`;
const rule = 'no-hardcoded-secrets';

const scan = (files: Record<string, string>, ...args: string[]) => {
  const folder = makeFolder(files);
  return { folder, ...run(folder, ['scan', ...args]) };
};

interface JsonReport {
  readonly findings: readonly { readonly suppressed?: string; readonly suppressedBy?: object; readonly fingerprint: string }[];
  readonly suppressions: readonly object[];
}

const scanJson = (folder: string): JsonReport => JSON.parse(run(folder, ['scan', '--format', 'json']).stdout) as JsonReport;

describe('comments', () => {
  it('allow findings in all reports, and say by what', () => {
    const { folder, stdout, code } = scan({ 'x.js': `// paramguard-disable-next-line ${rule} until 2999-01-31 -- of the sandbox\n${line}\n`, 'y.js': `${line} // gitleaks:allow\n`, 'z.sql': `-- paramguard-disable-file -- samples\nALTER USER a IDENTIFIED BY '${password}';\n` });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No leaks found in 3 files. 2 allowed by comments, 1 by comments for other scanners.\n' });
    expect(scanJson(folder).findings.map(({ suppressed, suppressedBy }) => ({ suppressed, suppressedBy }))).toEqual([
      { suppressed: 'of the sandbox', suppressedBy: { source: 'comment', label: 'paramguard-disable-next-line', until: '2999-01-31' } },
      { suppressed: 'gitleaks:allow', suppressedBy: { source: 'marker', label: 'gitleaks:allow' } },
      { suppressed: 'samples', suppressedBy: { source: 'comment', label: 'paramguard-disable-file' } },
    ]);
    const sarif = run(folder, ['scan', '--format', 'sarif']).stdout;
    expect([...sarif.matchAll(/"kind": "inSource"/gu)]).toHaveLength(3);
  });

  it('say when they allow nothing, and fail a strict run', () => {
    const files = { 'x.js': '// paramguard-disable-next-line no-hardcoded-secrets -- long gone\nconst a = 1;\n' };
    const { folder, code, stdout } = scan(files);
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'suppressions\n  x.js:1  paramguard-disable-next-line allows nothing here: remove it\n\nNo leaks found in 1 file.\n' });
    expect(scanJson(folder).suppressions).toEqual([{ state: 'unused', path: 'x.js', line: 1, reason: 'paramguard-disable-next-line allows nothing here: remove it' }]);
    expect(run(folder, ['scan', '--format', 'sarif']).stdout).toContain('"level": "note"');
    expect(run(folder, ['scan', '--strict-suppressions']).code).toBe(1);
    put(folder, 'paramguard.yaml', 'unusedSuppressions: fail\n');
    expect(run(folder, ['scan']).code).toBe(1);
    put(folder, 'paramguard.yaml', 'unusedSuppressions: off\n');
    expect(run(folder, ['scan'])).toMatchObject({ code: 0, stdout: 'No leaks found in 2 files.\n' });
  });

  it.each([
    [`// paramguard-disable-next-line ${rule} until 2020-01-31 -- moves soon\n`, 'paramguard-disable-next-line ended on 2020-01-31 and has no effect: remove it, or give it another date'],
    [`// paramguard-disable-next-line ${rule}\n`, 'paramguard-disable-next-line has no effect without a reason: end it with " -- why"'],
    [`// paramguard-disable-next-line ${rule} until soon -- moves\n`, 'paramguard-disable-next-line has no effect: write the date as in "until 2027-01-31"'],
  ])('without effect are said: %j', (comment, reason) => {
    const { code, stdout } = scan({ 'x.js': `${comment}${line}\n` });
    expect(code).toBe(1);
    expect(stdout).toContain(`x.js:1  ${reason}\n`);
  });

  it('are no unused ones in a manual, in a file that could not be read, and for a rule that is off', () => {
    expect(scan({ 'a.md': '```js\n// paramguard-disable-line -- how it is done\n```\n' }).stdout).toBe('No leaks found in 1 file.\n');
    expect(scan({ 'a.json': '{ // paramguard-disable-line -- see there\n "password": [' }).stdout).not.toContain('allows nothing');
    expect(scan({ 'a.js': '// paramguard-disable-line no-logged-secrets -- later\n', 'paramguard.yaml': 'rules:\n  no-logged-secrets: off\n' }).stdout).toBe('No leaks found in 2 files.\n');
  });

  it('hold for staged files, for fix and in ESLint alike', async () => {
    const text = `// paramguard-disable -- of the sandbox\n${line}\n// paramguard-enable\n`;
    const folder = makeFolder({ 'db.js': text, 'package.json': '{"type":"module"}', '.paramguard/inventory.json': inventory(['/prod/shop/password']) });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    expect(run(folder, ['scan', '--staged'])).toMatchObject({ code: 0 });
    expect(run(folder, ['fix']).stdout).toBe('No leaks found.\n');
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: paramguard.configs.recommended });
    const lint = async (code: string) => (await eslint.lintText(code, { filePath: 'db.js' })).flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
    expect(await lint(text)).toEqual([]);
    expect(await lint(`${line} // pragma: allowlist secret\n`)).toEqual([]);
    expect(await lint(`${line}\n`)).toEqual([`paramguard/${rule}`]);
  });
});

describe('comments for other scanners', () => {
  it('can be switched off', () => {
    expect(scan({ 'y.js': `${line} // gitleaks:allow\n`, 'paramguard.yaml': 'markers: off\n' }).code).toBe(1);
  });

  it('are not said where they allow nothing: another scanner may need them', () => {
    expect(scan({ 'y.js': 'const a = 1; // gitleaks:allow\n' }, '--strict-suppressions')).toMatchObject({ code: 0, stdout: 'No leaks found in 1 file.\n' });
  });
});

describe('allow in the config', () => {
  const files = { 'test/x.js': `${line}\n`, 'src/y.js': `${line}\n` };
  const config = (...entries: object[]): string => JSON.stringify({ allow: entries });

  it.each([
    [{ path: 'test/' }, 1],
    [{ path: ['test/', 'src/'] }, 2],
    [{ detector: 'password-value' }, 2],
    [{ detector: 'password-value', path: 'src/**' }, 1],
    [{ name: 'pass*' }, 2],
    [{ name: '*word', path: 'src/**' }, 1],
    [{ name: 'token' }, 0],
    [{ rule }, 2],
    [{ rule: 'no-logged-secrets' }, 0],
  ])('%j allows %i', (entry, number) => {
    const { folder, stdout } = scan({ ...files, 'paramguard.json': config({ ...entry, reason: 'of the sandbox' }) });
    expect(stdout).toContain(number === 0 ? 'paramguard.json  allow[0] (of the sandbox) allows nothing: remove it' : `${String(number)} allowed by the config.`);
    expect(run(folder, ['scan', 'src']).stdout).not.toContain('allows nothing');
  });

  it('allows one finding by its fingerprint', () => {
    const folder = makeFolder(files);
    const [first] = scanJson(folder).findings;
    put(folder, 'paramguard.json', config({ fingerprint: first?.fingerprint, reason: 'of the sandbox' }));
    expect(run(folder, ['scan']).stdout).toContain('1 allowed by the config.');
  });

  it('ends with its date', () => {
    const { code, stdout } = scan({ ...files, 'paramguard.json': config({ path: '**', reason: 'of the sandbox', until: '2020-01-31' }) });
    expect(code).toBe(1);
    expect(stdout).toContain('paramguard.json  allow[0] (of the sandbox) ended on 2020-01-31: remove it, or give it another date');
  });

  it('holds in ESLint', async () => {
    const folder = makeFolder({ ...files, 'paramguard.json': config({ path: 'test/', reason: 'of the sandbox' }) });
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: paramguard.configs.recommended });
    const results = await eslint.lintFiles(['**/*.js']);
    expect(results.map(({ messages }) => messages.length).sort()).toEqual([0, 1]);
  });

  it.each([
    [{ reason: 'why not' }, 'allows everything'],
    [{ path: 'a' }, 'has no reason'],
    [{ path: 'a', reason: 'x' }, 'has no reason'],
    [{ path: 'a', reason: 'sandbox', until: 'soon' }, 'needs a date'],
    [{ path: [], reason: 'sandbox' }, 'needs a text or a list of texts as "path"'],
    [{ rule: 'no-such-rule', reason: 'sandbox' }, 'names no rule of ours'],
    [{ value: 'a', reason: 'sandbox' }, 'a secret stands in no config'],
    [{ file: 'a', reason: 'sandbox' }, 'has "file"'],
  ])('refuses %j', (entry, words) => {
    const { code, stderr } = scan({ ...files, 'paramguard.json': config(entry) });
    expect(code).toBe(2);
    expect(stderr).toContain(words);
  });
});
