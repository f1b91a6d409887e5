import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { git, makeFolder, put, run } from '../support/command.ts';

const policy = (action: string): string => `${JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: [action], Resource: 'arn:aws:ssm:us-east-1:123456789012:parameter/sandbox/shop/password' }] }, undefined, 2)}\n`;
const program = 'import boto3\n\nssm = boto3.client("ssm")\n\n\ndef connect(env):\n    login(ssm.get_parameter(Name=f"/sandbox/{env}/password", WithDecryption=True)["Parameter"]["Value"])\n';
const files = { 'infra/policy.json': policy('ssm:GetParameters'), 'app/main.py': program };

const list = (folder: string, args: readonly string[] = []): string[] => {
  const { findings } = JSON.parse(run(folder, ['scan', '--store', 'none', '--format', 'json', ...args]).stdout) as { findings: { rule: string; kind: string; path: string }[] };
  return findings.map(({ rule, kind, path: file }) => `${file} ${rule} ${kind}`);
};

const found = ['infra/policy.json no-mismatched-grant wrong-action'];

describe('a policy and the code beside it', () => {
  it('are held against each other by scan and made to fit by fix', () => {
    const folder = makeFolder(files);
    expect(run(folder, ['scan', '--store', 'none']).stdout).toContain('ssm:GetParameters is granted on /sandbox/*/password; app/main.py:7 reads it with ssm:GetParameter, which nothing grants.');
    expect(run(folder, ['fix', '--store', 'none', '--apply'])).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(path.join(folder, 'infra/policy.json'), 'utf8')).toBe(policy('ssm:GetParameter'));
    expect(list(folder)).toEqual([]);
  });

  it('are so only where both are in the run', () => {
    const folder = makeFolder(files);
    expect(list(folder, ['infra'])).toEqual([]);
    expect(list(folder, ['app'])).toEqual([]);
    expect(list(folder, ['./infra/', 'app/main.py'])).toEqual(found);
  });

  it('are so before a commit', () => {
    const folder = makeFolder(files);
    git(folder, 'init', '-q');
    git(folder, 'add', 'infra');
    expect(list(folder, ['--staged'])).toEqual([]);
    git(folder, 'add', 'app');
    expect(list(folder, ['--staged'])).toEqual(found);
  });

  it('say the rest only where the whole folder was looked at', () => {
    const folder = makeFolder({ ...files, 'infra/policy.json': policy('ssm:GetParameter'), 'app/other.py': 'import boto3\nuse(boto3.client("ssm").get_parameter(Name="/other/shop/password", WithDecryption=True))\nuse(boto3.client("ssm").get_parameter(Name="/sandbox/shop/password", WithDecryption=True))\n' });
    const missing = ['app/other.py no-mismatched-grant missing-grant'];
    expect(list(folder)).toEqual(missing);
    expect(list(folder, ['.'])).toEqual(missing);
    expect(list(folder, ['app', 'infra'])).toEqual([]);
  });

  it('are not rewritten in a file that is not UTF-8', () => {
    const folder = makeFolder({ ...files, 'infra/policy.json': Buffer.from(policy('ssm:GetParameters').replace('2012-10-17"', '2012-10-17", "Id": "caf\u00E9"'), 'latin1') });
    expect(run(folder, ['scan', '--store', 'none']).stdout).toContain('fix none: the file is latin1 and is not written');
  });

  it('are let off by a comment and by the config', () => {
    const folder = makeFolder({ 'policy.yaml': 'Statement:\n  - Effect: Allow\n    # paramguard-disable-next-line no-mismatched-grant -- of the agent\n    Action: ssm:GetParameters\n    Resource: arn:aws:ssm:us-east-1:123456789012:parameter/sandbox/shop/password\n', 'app.py': program });
    expect(run(folder, ['scan', '--store', 'none']).code).toBe(0);
    put(folder, 'policy.json', policy('ssm:GetParameters'));
    expect(run(folder, ['scan', '--store', 'none']).code).toBe(1);
    put(folder, 'paramguard.json', '{"rules": {"no-mismatched-grant": "off"}}');
    expect(run(folder, ['scan', '--store', 'none']).code).toBe(0);
  });
});
