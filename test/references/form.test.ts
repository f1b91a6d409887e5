import { describe, expect, it } from 'vitest';
import { judgeForm, judgeGrantedArn } from '../../src/references/form.ts';
import { reference } from './reference.ts';

describe('names that no parameter can have', () => {
  it.each([
    ['/prod//db', 'double-slash', '/prod/db'],
    ['/api//new-relic-license-key', 'double-slash', '/api/new-relic-license-key'],
    ['prod/db', 'missing-slash', '/prod/db'],
    ['/prod/db/', 'trailing-slash', '/prod/db'],
    ['/prod/db:', 'empty-version', '/prod/db'],
    ['/prod/db:1st', 'bad-label', undefined],
    ['/prod/db:awsCurrent', 'bad-label', undefined],
    ['/aws/own', 'reserved-prefix', undefined],
    ['SSM-password', 'reserved-prefix', undefined],
    ['/awsome/x', 'reserved-prefix', undefined],
    ['/pröd/db', 'bad-character', undefined],
    ['/prod/db password', 'bad-character', undefined],
    ['/prod/db?', 'bad-character', undefined],
    [`/${'a/'.repeat(15)}b`, 'too-deep', undefined],
    [`/${'a'.repeat(1011)}`, 'too-long', undefined],
    ['arn:aws:ssm:eu-west-1:123456789:parameter/prod/db', 'bad-account', undefined],
    ['arn:aws:ssm:eu-west-1:1234567890123:parameter/prod/db', 'bad-account', undefined],
    ['arn:aws:ssm::123456789012:parameter/prod/db', 'missing-region', undefined],
    ['arn:aws:ssm:eu-west-1:123456789012:prod/db', 'bad-arn', undefined],
    ['arn:aws:ssm:eu-west-1:123456789012:parameter//prod/db', 'double-slash', undefined],
  ])('%s', (name, kind, meant) => {
    const fault = judgeForm(reference(name));
    expect([fault?.kind, fault?.meant]).toEqual([kind, meant]);
  });
});

describe('names that are fine', () => {
  it.each([
    '/prod/db', 'db-password', '/prod/db:3', '/prod/db:live', '/prod/db:a.b-c', '/*/db', '*/db', '/prod/*', '/prod/db:*',
    '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64', '/aws/reference/secretsmanager/prod/db',
    'arn:aws:ssm:eu-west-1:123456789012:parameter/prod/db', 'arn:aws:ssm:eu-west-1:123456789012:parameter/db:3', 'arn:aws:ssm:*:*:parameter/prod/db', 'arn:aws-cn:ssm:cn-north-1:123456789012:parameter/db',
    'arn:aws:ssm:*:*:parameter*',
    // written for readers of a document
    'arn:aws:ssm:region:aws_account_id:parameter/parameter_name', '/<env>/db', '',
  ])('%s', (name) => {
    expect(judgeForm(reference(name))).toBeUndefined();
  });

  it('ends in a slash where a path is read', () => {
    expect(judgeForm(reference('/prod/shop/', { isPath: true }))).toBeUndefined();
  });
});

describe('secrets', () => {
  const arn = 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db';
  it.each([
    [arn, 'execution', 'missing-suffix'],
    [`${arn}-AbCdEf`, 'execution', undefined],
    [arn, 'program', undefined],
    ['arn:aws:secretsmanager:eu-west-1:123456789:secret:prod/db-AbCdEf', 'program', 'bad-account'],
    ['prod/db', 'program', undefined],
    ['rds!cluster-1', 'program', undefined],
    ['prod/db password', 'program', 'bad-character'],
  ] as const)('%s, read by %s', (name, reader, kind) => {
    expect(judgeForm(reference(name, { service: 'secretsmanager', reader }))?.kind).toBe(kind);
  });
});

describe('resources of a policy', () => {
  it.each([
    ['arn:aws:secretsmanager:ap-southeast-1:123456789:secret:prod/myapp/*', 'bad-account'],
    ['arn:aws:ssm:eu-west-1:123456789012:parameter//prod/*', 'double-slash'],
    ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db', 'missing-suffix'],
    ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db-??????', undefined],
    ['arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/db*', undefined],
    ['arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/prod/*', undefined],
    ['arn:aws:ssm:*:*:parameter/*', undefined],
    ['arn:aws:ssm:*:*:parameter${local.path}', undefined],
    ['arn:aws:secretsmanager:*:*:sqlworkbench!*', undefined],
    ['arn:aws:secretsmanager:eu-west-1:<account>:secret:<name>', undefined],
    ['arn:aws:secretsmanager:region:aws_account_id:secret:secret_name', undefined],
  ])('%s', (arn, kind) => {
    expect(judgeGrantedArn(arn)?.kind).toBe(kind);
  });
});

it('takes no longer for long names', () => {
  for (const name of ['/'.repeat(50_000), 'a:'.repeat(50_000), `arn:${':'.repeat(50_000)}`, '${'.repeat(50_000), '*'.repeat(50_000)]) expect(() => judgeForm(reference(name))).not.toThrow();
});
