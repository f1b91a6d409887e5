import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkTemplate } from '../support/cfn-lint.ts';
import { isRequired } from '../support/checker.ts';
import { command, git, makeFolder, put, root, run } from '../support/command.ts';
import { fake } from '../support/fake.ts';
import { readBlocks } from '../support/markdown.ts';

const blocks = readBlocks(readFileSync(path.join(root, 'docs/sharding.md'), 'utf8'));
const find = (mark: string): string => blocks.find(({ text }) => text.includes(mark))?.text ?? '';

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

interface Workflow {
  readonly jobs: Readonly<Record<'scan' | 'merge', { readonly steps: readonly Step[]; readonly strategy?: { readonly matrix: { readonly shard: readonly number[] } } }>>;
}

const makeTree = (): string => {
  const folder = makeFolder({ 'a.ts': `const token = '${fake.githubToken()}';\n`, 'b.ts': `const token = '${fake.slackToken()}';\n`, 'c.md': 'c\n', 'd.md': 'd\n', 'e.md': 'e\n' });
  git(folder, 'init', '-q');
  git(folder, 'add', '.');
  git(folder, 'commit', '-qm', 'first');
  return folder;
};

/** Programs that a page names, in a folder for PATH. */
function makePrograms(programs: Readonly<Record<string, string>>): string {
  const folder = makeFolder();
  for (const [name, script] of Object.entries(programs)) {
    put(folder, name, `#!/bin/sh\n${script}\n`);
    chmodSync(path.join(folder, name), 0o755);
  }
  return folder;
}

const paramguard = `exec "${process.execPath}" "${command}" "$@"`;

/** A shell as GitHub's runners start it for a step. */
const runScript = (cwd: string, programs: string, args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  spawnSync(args[0] ?? '', args.slice(1), { cwd, encoding: 'utf8', env: { PATH: `${programs}:${process.env['PATH'] ?? ''}`, HOME: cwd, ...env } });

const getShape = (text: string): string[] => (JSON.parse(text) as { runs: { results: { fingerprint: string }[] }[] }).runs.flatMap(({ results }) => results.map((result) => JSON.stringify(result)));

it('knows every block', () => {
  expect(blocks.map(({ text }) => ['# .github/workflows/paramguard.yml', '# stack.yaml', 'submit-job'].find((mark) => text.includes(mark)))).toEqual(['# .github/workflows/paramguard.yml', '# stack.yaml', 'submit-job']);
});

it('shows a matrix that finds what one scan finds', () => {
  const { jobs } = parse(find('.github/workflows')) as Workflow;
  const programs = makePrograms({ npx: `shift\n${paramguard}` });
  const shards = jobs.scan.strategy?.matrix.shard ?? [];
  expect(shards).toEqual([1, 2, 3]);
  const artifacts = makeFolder();
  for (const shard of shards) {
    const fill = (text = ''): string => text.replaceAll('${{ matrix.shard }}', String(shard)).replaceAll('${{ strategy.job-total }}', String(shards.length));
    const tree = makeTree();
    const outcomes = jobs.scan.steps.flatMap((step) => (step.run === undefined ? [] : [runScript(tree, programs, ['bash', '-e', '-o', 'pipefail', '-c', fill(step.run)])]));
    expect(outcomes.map(({ status, stderr }) => ({ status, stderr }))).toEqual([{ status: 0, stderr: '' }]);
    const upload = jobs.scan.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))?.with;
    expect(fill(upload?.['name'])).toMatch(/^shard-\d$/u);
    copyFileSync(path.join(tree, fill(upload?.['path'])), path.join(artifacts, fill(upload?.['path'])));
  }
  const work = makeFolder();
  const download = jobs.merge.steps.find(({ uses }) => uses?.startsWith('actions/download-artifact@'))?.with;
  mkdirSync(path.join(work, download?.['path'] ?? ''));
  for (const shard of shards) copyFileSync(path.join(artifacts, `shard-${String(shard)}.json`), path.join(work, download?.['path'] ?? '', `shard-${String(shard)}.json`));
  const merge = jobs.merge.steps.find((step) => step.run !== undefined)?.run ?? '';
  expect(runScript(work, programs, ['bash', '-e', '-o', 'pipefail', '-c', merge])).toMatchObject({ status: 1, stderr: '' });
  const sarif = readFileSync(path.join(work, jobs.merge.steps.at(-1)?.with?.['sarif_file'] ?? ''), 'utf8');
  expect(getShape(sarif)).toEqual(getShape(run(makeTree(), ['scan', '--format', 'sarif']).stdout));
});

interface Template {
  readonly Resources: Readonly<Record<'Scan' | 'Merge', { readonly Properties: { readonly JobDefinitionName: string; readonly ContainerProperties: { readonly Command: readonly string[] } } }>>;
}

it('shows an array job that finds what one scan finds', () => {
  const { Resources: resources } = parse(find('# stack.yaml'), { logLevel: 'silent' }) as Template;
  const tree = makeTree();
  git(tree, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  const commit = git(tree, 'rev-parse', 'HEAD').stdout.trim();
  const bucket = makeFolder();
  // a bucket that is a folder
  const programs = makePrograms({ paramguard, aws: `shift 2\nif [ "$1" = --recursive ]; then shift; cp -r "${bucket}/\${1#s3://}" "$2"; else mkdir -p "$(dirname "${bucket}/\${2#s3://}")"; cp "$1" "${bucket}/\${2#s3://}"; fi` });
  const start = (name: 'Scan' | 'Merge', env: Readonly<Record<string, string>>) =>
    runScript(makeFolder(), programs, resources[name].Properties.ContainerProperties.Command.map((word) => (word === 'Ref::commit' ? commit : word)), { REPOSITORY: tree, BUCKET: 'reports', ...env });
  for (const index of ['0', '1', '2']) expect(start('Scan', { AWS_BATCH_JOB_ARRAY_INDEX: index, AWS_BATCH_JOB_ARRAY_SIZE: '3' })).toMatchObject({ status: 0, stderr: '' });
  expect(start('Merge', {})).toMatchObject({ status: 1, stderr: '' });
  expect(readFileSync(path.join(bucket, 'reports', `${commit}.json`), 'utf8')).toBe(run(tree, ['scan', '--format', 'json']).stdout);
});

it('shows a template that CloudFormation takes, and starts what is in it', (context) => {
  const check = checkTemplate(makeFolder({ 'stack.yaml': find('# stack.yaml') }));
  const { Resources: resources } = parse(find('# stack.yaml'), { logLevel: 'silent' }) as Template;
  for (const { Properties: { JobDefinitionName: name } } of Object.values(resources)) expect(find('submit-job')).toContain(`--job-definition ${name} `);
  expect(spawnSync('sh', ['-n', '-c', find('submit-job')])).toMatchObject({ status: 0 });
  if (check === 'missing') {
    expect(isRequired).toBe(false);
    return context.skip();
  }
  expect(check).toEqual({ code: 0, output: '' });
});
