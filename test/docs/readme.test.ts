import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ESLint, type Linter } from 'eslint';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../src/core/config.ts';
import { fake } from '../support/fake.ts';
import { fakeKeys } from '../support/aws-environment.ts';
import { git, inventory, makeFolder, put, root, run, runAsync } from '../support/command.ts';
import { answerFrom, startFaultServer } from '../support/fault-server.ts';
import { readBlocks, type Block } from '../support/markdown.ts';

const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const blocks = readBlocks(readme);
const scripts = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }).scripts;

const find = (mark: string): Block => {
  const block = blocks.find(({ text }) => text.includes(mark));
  if (block === undefined) throw new Error(`the README has no block with ${mark}`);
  return block;
};

/** A project with one leak and its parameter. */
const makeProject = (): string =>
  makeFolder({
    '.env': `DB_PASSWORD=${fake.weakPassword()}\n`,
    'package.json': '{"type": "module"}',
    'paramguard.json': '{"inventory": "inventory.json", "prefix": "/prod/shop"}',
    'inventory.json': inventory(['/prod/shop/db-password']),
  });

describe('README', () => {
  it('knows every block', () => {
    const known = ['npm ci && npm run demo', 'npx paramguard sync', 'npx paramguard push', 'prefix: /prod/shop', 'stages: [', 'eslint.config.js', 'exec npx paramguard', 'lefthook.yml', '.pre-commit-config.yaml', '.github/workflows', 'paramguard-disable-next-line', 'src/orders.ts'];
    expect(blocks.filter(({ text }) => !known.some((mark) => text.includes(mark)))).toEqual([]);
  });

  it('names scripts that are there', () => {
    const commands = find('npm ci && npm run demo').text.trim().split('\n');
    expect(commands).toEqual(['npm ci && npm run demo', 'npm ci && npm test']);
    expect(scripts).toHaveProperty('demo');
    expect(scripts).toHaveProperty('test');
  });

  it('shows what the command prints', () => {
    const folder = makeProject();
    const { stdout } = run(folder, ['scan']);
    const shapes = find('src/orders.ts').text.split('\n').map(toShape).filter((shape) => shape !== '');
    expect(new Set(shapes)).toEqual(new Set([...new Set(stdout.split('\n').map(toShape))].filter((shape) => shapes.includes(shape))));
  });

  it('gives commands that do what it says', () => {
    const folder = makeProject();
    const codes = find('npx paramguard sync').text.split('\n').flatMap((line) => {
      const args = /^npx paramguard (?<args>[^#]+)/u.exec(line)?.groups?.['args']?.trim().split(' ');
      return args === undefined ? [] : [[args.join(' '), run(folder, args, { AWS_REGION: 'eu-west-1' }).code]];
    });
    expect(codes).toEqual([['sync', 2], ['scan', 1], ['fix', 1], ['policy', 0]]);
    expect(run(folder, ['fix', '--apply']).code).toBe(0);
    expect(run(folder, ['scan']).code).toBe(0);
  });

  it('gives commands that move secrets as it says', async () => {
    const server = await startFaultServer((call) => answerFrom({}, call));
    onTestFinished(() => server.close());
    const folder = makeFolder({ '.env': `PORT=1\nHOST=a\nDB_PASSWORD=${fake.weakPassword()}\n`, 'paramguard.json': '{"prefix": "/prod/shop"}' });
    const outcomes: unknown[] = [];
    for (const [, line = ''] of find('npx paramguard push').text.matchAll(/^npx paramguard ([^#\n]+)/gmu)) {
      const { code, stdout } = await runAsync(folder, line.trim().split(' '), { ...fakeKeys, AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_SSM: server.endpoint });
      outcomes.push([line.trim(), code, /create \S+|not stored/u.exec(stdout)?.[0]]);
    }
    expect(outcomes).toEqual([['push .env', 1, 'create /prod/shop/db-password'], ['push .env:3', 1, 'create /prod/shop/db-password'], ['match', 0, 'not stored']]);
    expect(server.calls.filter(({ action }) => action === 'PutParameter')).toEqual([]);
  });

  it('shows settings that are valid', () => {
    for (const mark of ['prefix: /prod/shop', 'stages: [']) expect(parseConfig(parse(find(mark).text))).toHaveProperty('config');
  });

  it('shows an ESLint config that works', async () => {
    const folder = makeProject();
    put(folder, 'eslint.config.js', find('eslint.config.js').text.replace("'paramguard'", JSON.stringify(pathToFileURL(path.join(root, 'dist/lib/index.js')).href)));
    const { default: config } = (await import(pathToFileURL(path.join(folder, 'eslint.config.js')).href)) as { default: Linter.Config[] };
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: config });
    const [result] = await eslint.lintFiles(['.env']);
    expect(result?.messages.map(({ ruleId, suggestions }) => [ruleId, suggestions?.[0]?.fix.text])).toEqual([['paramguard/no-plaintext-dotenv', 'ssm:///prod/shop/db-password']]);
  });

  it.each(['lefthook.yml', '.github/workflows', '.pre-commit-config.yaml'])('shows a %s that parses and runs', (mark) => {
    const folder = makeProject();
    git(folder, 'init', '-q');
    git(folder, 'add', '.');
    const commands = [...JSON.stringify(parse(find(mark).text)).matchAll(/npx paramguard (?<args>[^"]+)/gu)].map((found) => found.groups?.['args'] ?? '');
    expect(mark === '.pre-commit-config.yaml' ? ['none'] : commands).not.toEqual([]);
    for (const args of commands) expect(run(folder, args.split(' '))).toMatchObject({ code: 1, stderr: '' });
  });

  it('names hooks that .pre-commit-hooks.yaml has', () => {
    const config = parse(find('.pre-commit-config.yaml').text) as { repos: { hooks: { id: string }[] }[] };
    const hooks = parse(readFileSync(path.join(root, '.pre-commit-hooks.yaml'), 'utf8')) as { id: string }[];
    expect(config.repos.flatMap((repo) => repo.hooks.map(({ id }) => id))).toEqual(hooks.map(({ id }) => id));
  });

  it('shows a comment that allows a finding', () => {
    const comment = find('paramguard-disable-next-line').text;
    const folder = makeFolder({ 'x.js': `${comment}const password = '${fake.password()}';\n` });
    expect(run(folder, ['scan'])).toMatchObject({ code: 0 });
  });
});

/** A line of output without what differs from case to case. */
const toShape = (line: string): string => (/^ +why/u.test(line) ? 'why' : /^ +fix/u.test(line) ? 'fix' : /checked .+ in \d{12}\//u.test(line) ? 'evidence' : /│/u.test(line) ? 'excerpt' : '');
