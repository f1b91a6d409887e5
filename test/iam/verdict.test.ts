import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/core/problem.ts';
import { readStatement } from '../../src/iam/policy.ts';
import { judgeStatement } from '../../src/iam/verdict.ts';
import { parseJson } from '../../src/scanners/json.ts';

describe('judgeStatement', () => {
  it('names the exact actions and the resource', async () => {
    const [problem] = await judge({ Effect: 'Allow', Action: ['ssm:GetParameter', 'ssm:DescribeParameters', 'kms:Decrypt'], Resource: '*' });
    expect(problem).toMatchObject({
      ruleId: 'no-wildcard-resource',
      kind: 'wildcard-resource',
      severity: 'high',
      message: 'Granting ssm:GetParameter and kms:Decrypt on "*" opens every parameter and what every KMS key protects.',
      secretRanges: [],
    });
  });

  it('expands patterns', async () => {
    const [problem] = await judge({ Effect: 'Allow', Action: 'secretsmanager:Get*', Resource: '*' });
    expect(problem?.message).toBe('Granting secretsmanager:Get* (secretsmanager:GetSecretValue) on "*" opens every secret.');
  });

  it('is milder within a region or account', async () => {
    const [problem] = await judge({ Effect: 'Allow', Action: 'ssm:GetParameters', Resource: 'arn:aws:ssm:eu-west-1:123456789012:parameter/*' });
    expect(problem?.severity).toBe('medium');
    expect(problem?.message).toBe('Granting ssm:GetParameters on "arn:aws:ssm:eu-west-1:123456789012:parameter/*" opens every parameter of a region or account.');
  });

  it('marks each wide resource and no other', async () => {
    const wide = 'arn:aws:kms:*:*:key/*';
    const problems = await judge({ Effect: 'Allow', Action: ['ssm:GetParameter', 'kms:Decrypt'], Resource: ['arn:aws:ssm:*:*:parameter/a', wide, '*'] });
    expect(problems.map(({ message }) => message)).toEqual([
      `Granting kms:Decrypt on "${wide}" opens what every KMS key protects.`,
      'Granting ssm:GetParameter and kms:Decrypt on "*" opens every parameter and what every KMS key protects.',
    ]);
  });

  it.each([
    ['deny', { Effect: 'Deny', Action: 'ssm:GetParameter', Resource: '*' }],
    ['an unknown effect', { Effect: { Ref: 'Effect' }, Action: 'ssm:GetParameter', Resource: '*' }],
    ['a resource policy', { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, Action: 'kms:*', Resource: '*' }],
    ['an excluding principal', { Effect: 'Allow', NotPrincipal: '*', Action: 'kms:*', Resource: '*' }],
    ['un-scopable actions', { Effect: 'Allow', Action: ['ssm:DescribeParameters', 'kms:ListAliases', 'secretsmanager:ListSecrets'], Resource: '*' }],
    ['other services', { Effect: 'Allow', Action: ['s3:*', 'logs:PutLogEvents', 'iam:PassRole'], Resource: '*' }],
    ['writing', { Effect: 'Allow', Action: ['ssm:PutParameter', 'kms:Encrypt', 'secretsmanager:PutSecretValue'], Resource: '*' }],
    ['another service’s star', { Effect: 'Allow', Action: ['ssm:GetParameter'], Resource: 'arn:aws:s3:::*' }],
    ['an exact resource', { Effect: 'Allow', Action: 'ssm:Get*', Resource: 'arn:aws:ssm:*:*:parameter/prod/shop/*' }],
    ['no resource', { Effect: 'Allow', Action: 'ssm:GetParameter' }],
    ['a NotResource that names them all', { Effect: 'Allow', Action: 'ssm:GetParameter', NotResource: 'arn:aws:ssm:*:*:parameter/*' }],
    ['a NotAction that takes them out', { Effect: 'Allow', NotAction: ['ssm:*', 'secretsmanager:*', 'kms:*'], Resource: '*' }],
    ['an open condition', { Effect: 'Allow', Action: 'ssm:GetParameter', Resource: '*', Condition: { 'Fn::If': ['A', {}, {}] } }],
  ])('keeps quiet on %s', async (_, statement) => {
    expect(await judge(statement)).toEqual([]);
  });

  it('takes what NotAction and NotResource leave', async () => {
    const [not] = await judge({ Effect: 'Allow', NotAction: ['ssm:*', 'kms:*', 'iam:*'], Resource: '*' });
    expect(not?.message).toBe('Granting secretsmanager:GetSecretValue on "*" opens every secret.');
    const [rest] = await judge({ Effect: 'Allow', Action: 'ssm:GetParameter', NotResource: 'arn:aws:ssm:*:*:parameter/prod/*' });
    expect(rest?.message).toBe('Granting ssm:GetParameter on all but what NotResource names opens every parameter that is not named.');
    expect(rest?.site).toBeUndefined();
  });
});

describe('conditions', () => {
  it.each([
    ['ssm:GetParameter', { StringEquals: { 'ssm:resourceTag/team': 'shop' } }],
    ['ssm:GetParameter', { StringLike: { 'AWS:ResourceTag/team': ['shop-*'] } }],
    ['kms:Decrypt', { StringEquals: { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' } }],
    ['kms:Decrypt', { StringLike: { 'kms:EncryptionContext:PARAMETER_ARN': 'arn:aws:ssm:*:*:parameter/prod/*' } }],
    ['kms:Decrypt', { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/shop' } }],
    ['secretsmanager:GetSecretValue', { StringEquals: { 'secretsmanager:SecretId': 'x' } }],
    ['secretsmanager:GetSecretValue', { StringEquals: { 'secretsmanager:ResourceTag/team': { Ref: 'Team' } } }],
  ])('%s is narrowed by %j', async (Action, Condition) => {
    expect(await judge({ Effect: 'Allow', Action, Resource: '*', Condition })).toEqual([]);
  });

  it.each([
    ['ssm:GetParameter', { Bool: { 'aws:SecureTransport': 'true' } }],
    ['ssm:GetParameter', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }],
    ['ssm:GetParameter', { Bool: { 'aws:MultiFactorAuthPresent': true } }],
    ['ssm:GetParameter', { StringEquals: { 'aws:RequestedRegion': 'eu-west-1' } }],
    ['ssm:GetParameter', { StringEquals: { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' } }],
    ['ssm:GetParameter', { StringLike: { 'aws:ResourceTag/team': '*' } }],
    ['ssm:GetParameter', { StringNotEquals: { 'aws:ResourceTag/team': 'bank' } }],
    ['ssm:GetParameter', { StringEqualsIfExists: { 'aws:ResourceTag/team': 'shop' } }],
    ['kms:Decrypt', { 'ForAllValues:StringEquals': { 'kms:ResourceAliases': 'alias/shop' } }],
    ['kms:Decrypt', { Null: { 'kms:EncryptionContextKeys': 'false' } }],
  ])('%s is not narrowed by %j', async (Action, Condition) => {
    expect(await judge({ Effect: 'Allow', Action, Resource: '*', Condition })).toHaveLength(1);
  });

  it('counts for its own service only', async () => {
    const Condition = { StringEquals: { 'kms:ViaService': 'ssm.eu-west-1.amazonaws.com' } };
    const [problem] = await judge({ Effect: 'Allow', Action: ['ssm:GetParameter', 'kms:Decrypt'], Resource: '*', Condition });
    expect(problem?.message).toBe('Granting ssm:GetParameter on "*" opens every parameter.');
  });
});

async function judge(statement: object): Promise<Problem[]> {
  const parsed = await parseJson(JSON.stringify(statement));
  const read = parsed?.tree === undefined ? undefined : readStatement(parsed.tree);
  return read === undefined ? [] : judgeStatement(read, { format: 'json' });
}
