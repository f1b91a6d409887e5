import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeFolder } from '../support/command.ts';
import { fake } from '../support/fake.ts';
import { planDocument } from './plan-document.ts';

const password = fake.password();
const names = ['/prod/shop/db-password', '/prod/shop/database-url'];
const file = '.github/workflows/deploy.yml';
const plan = async (text: string, subject?: string, path = file): Promise<string> => (await planDocument(path, text, names, subject)).result;

const login = '      - uses: aws-actions/configure-aws-credentials@v4\n        with:\n          role-to-assume: arn:aws:iam::123456789012:role/deploy\n          aws-region: eu-west-1\n';
const workflow = (job: string, head = 'permissions: {id-token: write}'): string => `on: push\n${head}\njobs:\n  deploy:\n    runs-on: ubuntu-latest\n${job}`;
const read = (target: string, id = ''): string => `      - name: Read /prod/shop/db-password
${id}        shell: bash
        run: |
          value="$(aws ssm get-parameter --name /prod/shop/db-password --with-decryption --query Parameter.Value --output text)"
          while IFS= read -r line; do [ -z "$line" ] || echo "::add-mask::\${line//'%'/%25}"; done <<< "$value"
          end="end-$RANDOM-$RANDOM-$RANDOM"
          printf '${target === '$GITHUB_ENV' ? 'DB_PASSWORD' : 'value'}<<%s\\n%s\\n%s\\n' "$end" "$value" "$end" >> "${target}"
`;
const output = '${{ steps.parameter-prod-shop-db-password.outputs.value }}';
const readOutput = read('$GITHUB_OUTPUT', '        id: parameter-prod-shop-db-password\n');

describe('variables of a job', () => {
  it('leave env, and come from a step', async () => {
    const env = (lines: string): string => workflow(`    env:\n      A: b\n${lines}    steps:\n${login}`);
    expect(await plan(env(`      DB_PASSWORD: ${password} # old\n`))).toBe(env('') + read('$GITHUB_ENV'));
  });

  it('take env with them', async () => {
    expect(await plan(workflow(`    env:\n      DB_PASSWORD: ${password}\n    steps:\n${login}      - run: a\n`))).toBe(workflow(`    steps:\n${login}${read('$GITHUB_ENV')}      - run: a\n`));
  });

  it('of a workflow with one job', async () => {
    expect(await plan(workflow(`    steps:\n${login}`, `permissions: write-all\nenv:\n  DB_PASSWORD: ${password}`))).toBe(workflow(`    steps:\n${login}${read('$GITHUB_ENV')}`, 'permissions: write-all'));
  });
});

describe('values of a step', () => {
  it.each([
    ['env', `      - run: a\n        env:\n          DB_PASSWORD: `, password, output],
    ['quotes', `      - run: a\n        env:\n          DB_PASSWORD: `, `"${password}"`, `"${output}"`],
    ['braces', `      - run: a\n        env: { DB_PASSWORD: `, `${password} }`, `"${output}" }`],
    ['with', `      - uses: example/a@v1\n        with:\n          db-password: `, `'${password}'`, `'${output}'`],
    ['a URL', `      - run: a\n        env:\n          DATABASE_URL: `, `postgres://shop:${password.replace('#', '')}@db/shop`, output.replaceAll('db-password', 'database-url')],
  ])('%s', async (kind, before, value, expected) => {
    const step = kind === 'a URL' ? readOutput.replaceAll('db-password', 'database-url') : readOutput;
    expect(await plan(workflow(`    steps:\n${login}${before}${value}\n`))).toBe(workflow(`    steps:\n${login}${step}${before}${expected}\n`));
  });

  it('takes no id that is taken', async () => {
    expect(await plan(workflow(`    steps:\n${login}      - id: parameter-prod-shop-db-password\n        run: a\n        env:\n          DB_PASSWORD: ${password}\n`))).toContain('steps.parameter-prod-shop-db-password-2.outputs.value');
  });

  it('names the region where the job is in another', async () => {
    expect(await plan(workflow(`    steps:\n${login.replace('eu-west-1', 'us-east-1')}      - run: a\n        env:\n          DB_PASSWORD: ${password}\n`))).toContain(' --region eu-west-1 ');
  });
});

describe('scripts', () => {
  const script = (lines: string): string => workflow(`    steps:\n${login}      - run: |\n${lines.replace(/^/gmu, '          ')}\n`);

  it.each([
    [`export DB_PASSWORD='${password}'\nrun`, 'export DB_PASSWORD="$DB_PASSWORD"\nrun'],
    [`DB_PASSWORD=${password.replace(/[!#]/gu, 'x')} run`, 'DB_PASSWORD="$DB_PASSWORD" run'],
  ])('%#', async (before, after) => {
    const expected = script(after).replace('      - run: |', `${read('$GITHUB_ENV')}      - run: |`);
    expect(await plan(script(before))).toBe(expected);
  });

  it.each([
    ['a document', `cat > .env <<E\nDB_PASSWORD=${password}\nE`],
    ['a part of a line', `run DB_PASSWORD='${password}'`],
  ])('not in %s', async (_, lines) => {
    expect(await plan(script(lines))).toContain('only a part');
  });
});

describe('reasons', () => {
  const env = `        env:\n          DB_PASSWORD: ${password}\n`;

  it.each([
    ['no one signs in', workflow(`    steps:\n      - run: a\n${env}`), 'Nothing signs in to AWS'],
    ['it signs in later', workflow(`    steps:\n      - run: a\n${env}${login}`), 'before the job signs in'],
    ['it signs in with it', workflow(`    steps:\n${login}          aws-secret-access-key: ${fake.secretAccessKey()}\n`), 'sign in with a role'],
    ['no permission', workflow(`    steps:\n${login}      - run: a\n${env}`, 'permissions: read-all'), 'may not sign in'],
    ['a condition', workflow(`    steps:\n${login}        if: a\n      - run: a\n${env}`), 'under a condition'],
    ['two accounts', workflow(`    steps:\n${login}${login}      - run: a\n${env}`), 'more than once'],
    ['a service', workflow(`    services:\n      db:\n        image: postgres\n${env.replaceAll('    env', '    env')}    steps:\n${login}`), 'before any step'],
    ['an earlier use', workflow(`    env:\n      DB_PASSWORD: ${password}\n    steps:\n      - run: echo $DB_PASSWORD\n${login}`), 'uses the variable'],
    ['a name that bash would read', workflow(`    env:\n      "'; a; DB_PASSWORD": ${password}\n    steps:\n${login}`), 'No step can set'],
    ['several jobs', `on: push\nenv:\n  DB_PASSWORD: ${password}\njobs:\n  a:\n    steps: []\n  b:\n    steps: []\n`, 'Several jobs'],
    ['Windows', workflow(`    steps:\n${login}      - run: a\n${env}`).replace('ubuntu', 'windows'), 'on Windows'],
    ['an input', workflow(`    steps:\n${login}`, `on:\n  workflow_dispatch:\n    inputs:\n      a: {db_password: ${password}}`), 'No step can fill this in'],
  ])('%s', async (_, text, reason) => {
    expect(await plan(text)).toContain(reason);
  });
});

describe('the step', () => {
  const run = (answer: string): { status: number | null; stdout: string; env: string } => {
    const folder = makeFolder({ aws: `#!/bin/sh\n${answer}\n`, env: '', value: 'one%25\n\nt\'w"o $x' });
    chmodSync(path.join(folder, 'aws'), 0o755);
    const { steps } = parse(`steps:\n${read('$GITHUB_ENV')}`) as { steps: { run: string }[] };
    const { status, stdout } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', steps[0]?.run ?? ''], {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, GITHUB_ENV: path.join(folder, 'env') },
    });
    return { status, stdout, env: readFileSync(path.join(folder, 'env'), 'utf8') };
  };

  it('masks each line before it passes the value on', () => {
    const { status, stdout, env } = run('cat value');
    expect({ status, stdout }).toEqual({ status: 0, stdout: '::add-mask::one%2525\n::add-mask::t\'w"o $x\n' });
    expect(env).toMatch(/^DB_PASSWORD<<(?<end>end[-\d]+)\none%25\n\nt'w"o \$x\n\k<end>\n$/u);
  });

  it('stops where the parameter cannot be read', () => {
    expect(run('exit 254')).toEqual({ status: 254, stdout: '', env: '' });
  });
});
