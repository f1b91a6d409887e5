import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fake } from '../support/fake.ts';
import { git, inventory, makeFolder, put, run } from '../support/command.ts';

const password = fake.password();

describe('scan', () => {
  it('exits 0 on a clean folder and says how much it saw', () => {
    const folder = makeFolder({ 'a.ts': 'export const port = 8080;\n', '.env': 'PORT=8080\n' });
    expect(run(folder, ['scan'])).toEqual({ code: 0, stdout: 'No leaks found in 2 files.\n', stderr: '' });
  });

  it('shows the line masked, why, and the remedy with its evidence', () => {
    const folder = makeFolder({ 'db.ts': `export const dbPassword = '${password}';\n`, '.paramguard/inventory.json': inventory(['/prod/shop/db-password']) });
    const { code, stdout, stderr } = run(folder, ['scan', 'db.ts']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toMatchInlineSnapshot(`
      "db.ts
        1:28     high     A password is hard-coded in "dbPassword".  no-hardcoded-secrets
                 │ export const dbPassword = '****';
                 why Whoever can read the file, a fork or the git history has the secret.
                 fix read /prod/shop/db-password through the environment
                     /prod/shop/db-password: SecureString v7, checked 3 min ago in 123456789012/eu-west-1
                     Set DB_PASSWORD from /prod/shop/db-password where the code is deployed (ECS "secrets", or "paramguard exec"); it is read when the code starts.

      1 leak in 1 file (1 high). 1 verified fix: run "paramguard fix" to see it.
      "
    `);
  });

  it('scans only the paths that are named', () => {
    const folder = makeFolder({ 'a/x.ts': `const password = '${password}';`, 'b/y.ts': 'const a = 1;' });
    expect(run(folder, ['scan', 'b']).code).toBe(0);
    expect(run(folder, ['scan', 'a']).code).toBe(1);
    expect(run(folder, ['scan', 'a/x.ts', 'b']).code).toBe(1);
  });

  it('honours .gitignore in a repository and "ignore" of the config', () => {
    const folder = makeFolder({ '.gitignore': 'out/\n', 'out/x.ts': `const password = '${password}';`, 'legacy/x.ts': `const password = '${password}';`, 'paramguard.json': '{"ignore": ["legacy"]}' });
    git(folder, 'init', '-q');
    expect(run(folder, ['scan']).code).toBe(0);
    expect(run(folder, ['scan', 'out/x.ts']).code).toBe(1);
  });

  it('switches rules off by config', () => {
    const folder = makeFolder({ 'x.ts': `const password = '${password}';`, 'paramguard.yaml': 'rules:\n  no-hardcoded-secrets: off\n' });
    expect(run(folder, ['scan']).code).toBe(0);
    put(folder, 'paramguard.yaml', 'rules:\n  no-hardcoded-secrets: "on"\n');
    expect(run(folder, ['scan']).code).toBe(1);
  });

  it('honours a comment with a reason, and not one without', () => {
    const line = `const password = '${password}';`;
    const folder = makeFolder({ 'x.ts': `// paramguard-disable-next-line no-hardcoded-secrets -- rotated, kept for the migration\n${line}\n` });
    expect(run(folder, ['scan'])).toMatchObject({ code: 0, stdout: 'No leaks found in 1 file. 1 allowed by comments.\n' });
    put(folder, 'x.ts', `// paramguard-disable-next-line no-hardcoded-secrets\n${line}\n`);
    expect(run(folder, ['scan']).code).toBe(1);
    put(folder, 'x.ts', `// eslint-disable-next-line paramguard/no-hardcoded-secrets -- rotated\n${line}\n`);
    expect(run(folder, ['scan']).code).toBe(0);
    put(folder, 'x.ts', `// eslint-disable-next-line no-console -- other rule\n${line}\n`);
    expect(run(folder, ['scan']).code).toBe(1);
  });

  it('writes the report to a file', () => {
    const folder = makeFolder({ 'x.ts': `const password = '${password}';` });
    const { code, stdout } = run(folder, ['scan', '--format', 'json', '--output', 'out.json']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(run(folder, ['scan', 'out.json']).code).toBe(0);
  });

  it('finds what tools that need entropy miss', () => {
    const folder = makeFolder({ '.env': `DB_PASSWORD=${fake.weakPassword()}\n`, 'app.properties': `spring.datasource.password=${fake.weakPassword(2024)}\n` });
    const { stdout } = run(folder, ['scan', '--format', 'json']);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; path: string }[] };
    expect(findings.map(({ rule, path: file }) => `${file} ${rule}`)).toEqual(['.env no-plaintext-dotenv', 'app.properties no-hardcoded-secrets']);
  });
});

describe('scan --staged', () => {
  it('reads the index and not the work tree', () => {
    const folder = makeFolder({ 'x.ts': `const password = '${password}';\n` });
    git(folder, 'init', '-q');
    expect(run(folder, ['scan', '--staged'])).toMatchObject({ code: 0, stdout: 'No leaks found in 0 files.\n' });
    git(folder, 'add', 'x.ts');
    put(folder, 'x.ts', 'const password = process.env.DB_PASSWORD;\n');
    expect(run(folder, ['scan', '--staged']).code).toBe(1);
    git(folder, 'add', 'x.ts');
    put(folder, 'x.ts', `const password = '${password}';\n`);
    expect(run(folder, ['scan', '--staged']).code).toBe(0);
  });

  it('sees added, changed and renamed files, not deleted ones', () => {
    const folder = makeFolder({ 'old.ts': `const password = '${password}';\n`, 'gone.ts': `const password = '${password}';\n`, 'name with ü\n.ts': 'const a = 1;\n' });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    git(folder, 'commit', '-qm', 'first');
    git(folder, 'rm', '-q', 'gone.ts');
    expect(run(folder, ['scan', '--staged']).code).toBe(0);
    git(folder, 'mv', 'old.ts', 'new.ts');
    expect(run(folder, ['scan', '--staged']).stdout).toContain('new.ts');
    put(folder, 'name with ü\n.ts', `const password = '${password}';\n`);
    git(folder, 'add', '.');
    expect(run(folder, ['scan', '--staged', '--format', 'json']).stdout).toContain(String.raw`name with ü\n.ts`);
  });

  it('works from a folder below the top', () => {
    const folder = makeFolder({ 'a/x.ts': `const password = '${password}';\n`, 'b/y.ts': '' });
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    expect(run(path.join(folder, 'b'), ['scan', '--staged']).stdout).toContain('a/x.ts');
  });

  it('says so outside a repository', () => {
    expect(run(makeFolder(), ['scan', '--staged'])).toEqual({ code: 2, stdout: '', stderr: 'paramguard: --staged needs a git repository; there is none here\n' });
  });

  it('never runs what a repository configures', () => {
    const folder = makeFolder({ 'x.ts': 'const a = 1;\n', 'spy.sh': '#!/bin/sh\ntouch ran\n' });
    chmodSync(path.join(folder, 'spy.sh'), 0o755);
    git(folder, 'init', '-q');
    for (const key of ['core.fsmonitor', 'core.pager', 'diff.external', 'core.sshCommand']) git(folder, 'config', key, path.join(folder, 'spy.sh'));
    git(folder, '-c', 'core.fsmonitor=false', 'add', 'x.ts');
    run(folder, ['scan', '--staged']);
    const { stdout } = run(folder, ['scan', '--format', 'json']);
    expect(stdout).toContain('"files": 2');
  });
});

describe('bad input', () => {
  const bad = (files: Parameters<typeof makeFolder>[0], args: readonly string[] = ['scan']) => run(makeFolder(files), args);
  const clue = { 'good.ts': `const password = '${password}';\n` };

  it('reads a file that is not UTF-8 byte by byte, and says so', () => {
    const latin = Buffer.from(`# caf\u00E9\npassword = "${password}"\n`, 'latin1');
    expect(bad({ 'x.ini': latin })).toMatchObject({ code: 1, stderr: 'paramguard: x.ini: not valid UTF-8; read byte by byte, save it as UTF-8 to have it fixed\n' });
  });

  it('reads UTF-16 with and without a mark', () => {
    const wide = Buffer.from(`\uFEFFpassword = "${password}"\r\n`, 'utf16le');
    expect(bad({ 'x.ini': wide }).stdout).toContain('x.ini');
    expect(bad({ 'x.ini': wide.subarray(2) }).stdout).toContain('x.ini');
  });

  it('keeps columns right behind a byte order mark', () => {
    expect(bad({ 'x.ini': `\uFEFFpassword = "${password}"\n` }).stdout).toContain('1:13');
  });

  it('searches a binary file for token formats', () => {
    const binary = Buffer.concat([Buffer.from([0, 1, 2, 0]), Buffer.from(` ${fake.githubToken()} `), Buffer.from([0, 255])]);
    expect(bad({ 'x.blob': binary })).toMatchObject({ code: 1, stderr: 'paramguard: x.blob: binary; searched for token formats only\n' });
    expect(bad({ 'x.png': Buffer.from([0, 1, 2]) })).toMatchObject({ code: 0, stderr: '' });
  });

  it('says of many binary files how many they are, and names them when it is asked to', () => {
    const many = Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`${String(index)}.blob`, Buffer.from([0, 1, 2, 0])]));
    expect(bad(many)).toMatchObject({ code: 0, stderr: 'paramguard: 5 files, 0.blob the first of them: binary; searched for token formats only; --verbose names each\n' });
    expect(bad(many, ['scan', '--verbose']).stderr.split('\n')).toHaveLength(6);
  });

  it.skipIf(process.getuid?.() === 0)('says which file it may not read, and goes on', () => {
    const folder = makeFolder({ ...clue, 'secret.txt': 'x' });
    chmodSync(path.join(folder, 'secret.txt'), 0);
    expect(run(folder, ['scan'])).toMatchObject({ code: 2, stderr: expect.stringContaining('secret.txt: cannot be read (EACCES)') as string });
  });

  it('does not follow links that lead round, nowhere or out', () => {
    const folder = makeFolder(clue);
    const outside = makeFolder({ 'x.ts': `const password = '${password}';` });
    symlinkSync('loop', path.join(folder, 'loop'));
    symlinkSync('missing', path.join(folder, 'nowhere'));
    symlinkSync(path.join(outside, 'x.ts'), path.join(folder, 'out.ts'));
    symlinkSync('good.ts', path.join(folder, 'twice.ts'));
    mkdirSync(path.join(folder, 'sub'));
    symlinkSync('..', path.join(folder, 'sub/up'));
    const { code, stdout, stderr } = run(folder, ['scan']);
    expect(code).toBe(2);
    expect(stderr.split('\n').sort()).toEqual([
      '',
      'paramguard: loop: a link that leads back to itself; remove it or put it under "ignore" in the config',
      'paramguard: nowhere: a link that leads nowhere; remove it or put it under "ignore" in the config',
      'paramguard: out.ts: a link out of the tree, not followed; put it under "ignore" in the config',
    ]);
    expect(stdout).toContain('1 leak in 1 file');
  });

  it('refuses a file above the limit and scans the rest', () => {
    const { code, stdout, stderr } = bad({ ...clue, 'big.txt': 'x'.repeat(1_100_000) }, ['scan', '--max-file-size', '1']);
    expect(code).toBe(2);
    expect(stderr).toBe('paramguard: big.txt: too large (1 MB, limit 1 MB); raise --max-file-size or put it under "ignore" in the config\n');
    expect(stdout).toContain('good.ts');
  });

  it('scans a line of 20 MB and shows a short piece of it', () => {
    const { code, stdout } = bad({ 'x.min.js': `var a="${'b,'.repeat(10_000_000)}";var password='${password}';` });
    expect(code).toBe(1);
    expect(stdout.length).toBeLessThan(2000);
  });

  it.each([
    ['x.json', `{"password": "${password}", "Statement": [ {`],
    ['x.yaml', `a: [1, 2\npassword: "${password}"\n  b: {`],
    ['.env', 'PASSWORD="abc\nOTHER=1\n'],
    ['.env', 'this is no assignment\n'],
    ['x.ts', `const password = '${password}' ;; = {{{`],
  ])('malformed %s: one line, the rest goes on, never green', (name, text) => {
    const { code, stdout, stderr } = bad({ ...clue, [name]: text });
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(new RegExp(`^paramguard: ${name.replace('.', String.raw`\.`)}`, 'u'));
    expect(stdout).toContain('good.ts');
  });

  it.each([
    ['paramguard.yaml', 'store: [\n', 'paramguard.yaml:'],
    ['paramguard.json', '{"store": ', 'paramguard.json: not valid JSON'],
    ['paramguard.yaml', 'stor: aws\n', '"stor" is no setting'],
    ['paramguard.yaml', 'store: ftp\n', '"store" must be auto, aws, none or file:PATH'],
    ['paramguard.yaml', 'map:\n  DB: prod//x\n', '"map" has no valid parameter name for "DB"'],
    ['paramguard.yaml', 'rules:\n  no-such-rule: "off"\n', '"rules" has no rule "no-such-rule"'],
    ['paramguard.yaml', `a: &a [x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [${'*b,'.repeat(50)}]\nd: [${'*c,'.repeat(50)}]\n`, 'paramguard.yaml:'],
  ])('a bad config %s is one line', (name, text, expected) => {
    const { code, stdout, stderr } = bad({ ...clue, [name]: text });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(expected);
  });

  it.each([
    [['scan', '--format', 'xml'], '--format must be one of text, json, sarif, not "xml"'],
    [['scna'], 'the command must be one of'],
    [['scan', '--bogus'], '--bogus'],
    [['scan', 'missing.ts'], 'missing.ts: no such file or folder'],
    [['scan', '--config', 'missing.yaml'], 'missing.yaml: cannot be read'],
    [['scan', '--store', 'file:'], '--store must be'],
  ])('%s is one line and exit 2', (args, expected) => {
    const { code, stderr } = bad({}, args);
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(expected);
  });

  it.each([
    ['a broken inventory', '{"paramguard": 1, "para', 'file:inv.json'],
    ['a missing inventory', undefined, 'file:inv.json'],
  ])('%s offers no edit and hides no finding', (_, content, store) => {
    const { code, stdout, stderr } = bad({ ...clue, ...(content === undefined ? {} : { 'inv.json': content }) }, ['scan', 'good.ts', '--store', store]);
    expect(code).toBe(1);
    expect(stderr).toContain('inv.json');
    expect(stdout).toContain('fix none');
  });

  it('an unreachable AWS costs the edit, not the finding', () => {
    const folder = makeFolder(clue);
    const env = { AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x', AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_SSM: 'http://127.0.0.1:9' };
    const { code, stdout, stderr } = run(folder, ['scan', '--store', 'aws'], env);
    expect(code).toBe(1);
    expect(stdout).toContain('fix none');
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('keeps escape sequences of a scanned repository off the terminal', () => {
    const { stdout, stderr } = bad({ 'x.ini': `\u001B[2Jpassword = "${password}"\u001B]0;title\u0007\n`, '\u001B[31mx.txt': Buffer.from([0xff, 0x61]) });
    expect(stdout + stderr).not.toContain('\u001B');
  });

  it('keeps them off where it shows a name or an edit', () => {
    const folder = makeFolder({ '\u001B[31mx.sh': `# \u001B[2J\nDB_PASSWORD='${password}'\n# \u001B]0;title\u0007\n`, 'inventory.json': inventory(['/prod/shop/db-password']) });
    const runs = [['scan'], ['fix'], ['fix', '--apply']].map((command) => run(folder, [...command, '--store', 'file:inventory.json']));
    expect(runs.map(({ code }) => code)).toEqual([1, 1, 0]);
    expect(runs.map(({ stdout, stderr }) => stdout + stderr).join('')).not.toContain('\u001B');
  });
});
