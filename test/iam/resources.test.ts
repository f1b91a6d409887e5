import { describe, expect, it } from 'vitest';
import { getReach } from '../../src/iam/resources.ts';

describe('getReach', () => {
  it.each([
    '*',
    '**',
    'arn:aws:ssm:*:*:*',
    'arn:aws:ssm:*',
    'arn:*:ssm:*:*:parameter/*',
    'arn:aws:ssm:*:*:parameter*',
    'arn:aws:ssm:*:*:parameter/*/*',
    'arn:aws:*:*:*:*',
    'arn:${AWS::Partition}:ssm:*:*:parameter/*',
  ])('%s is every parameter', (resource) => {
    expect(getReach(resource, 'ssm')).toBe('everything');
  });

  it.each([
    'arn:aws:ssm:eu-west-1:*:parameter/*',
    'arn:aws:ssm:*:123456789012:*',
    'arn:aws-cn:ssm:cn-north-1:123456789012:parameter/*',
    'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/*',
    'arn:aws:ssm:${self:provider.region}:${file(./x.yml):${opt:stage}.account}:parameter/*',
  ])('%s is every parameter of a region or account', (resource) => {
    expect(getReach(resource, 'ssm')).toBe('bounded');
  });

  it.each([
    'arn:aws:ssm:*:*:parameter/prod/*',
    'arn:aws:ssm:*:*:parameter/${App}*',
    'arn:aws:ssm:*:*:parameter/${aws:PrincipalTag/app}/*',
    'arn:aws:ssm:*:*:parameter/*password*',
    'arn:aws:ssm:*:*:document/*',
    'arn:aws:s3:::*',
    '${Bucket.Arn}/*',
    '${Star}',
    'arn:${x}',
    '${x}*',
    'arn',
    '',
    ':::::',
  ])('%s is not', (resource) => {
    expect(getReach(resource, 'ssm')).toBeUndefined();
  });

  it('knows the other services', () => {
    expect(getReach('arn:aws:secretsmanager:*:*:secret:*', 'secretsmanager')).toBe('everything');
    expect(getReach('arn:aws:secretsmanager:*:*:secret:*-??????', 'secretsmanager')).toBe('everything');
    expect(getReach('arn:aws:secretsmanager:eu-west-1:123456789012:secret:prod/*', 'secretsmanager')).toBeUndefined();
    expect(getReach('arn:aws:kms:*:*:key/*', 'kms')).toBe('everything');
    expect(getReach('arn:aws:kms:*:*:alias/*', 'kms')).toBeUndefined();
    expect(getReach('arn:aws:kms:eu-west-1:123456789012:key/${Key}', 'kms')).toBeUndefined();
  });
});
