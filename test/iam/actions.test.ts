import { describe, expect, it } from 'vitest';
import { expandAction, isGlobMatch, isKeyAction, isParameterAction, isUnscopable } from '../../src/iam/actions.ts';

describe('expandAction', () => {
  it.each([
    ['ssm:GetParameter', ['ssm:GetParameter']],
    ['SSM:getparameter', ['ssm:GetParameter']],
    ['ssm:GetParameter?', ['ssm:GetParameters']],
    ['ssm:Get*', ['ssm:GetParameter', 'ssm:GetParameterHistory', 'ssm:GetParameters', 'ssm:GetParametersByPath']],
    ['s*:Get*Value', ['secretsmanager:GetSecretValue']],
    ['kms:ReEncrypt*', ['kms:ReEncryptFrom']],
    ['*:Decrypt', ['kms:Decrypt']],
    ['ssm:DescribeParameters', []],
    ['ssm:PutParameter', []],
    ['secretsmanager:ListSecrets', []],
    ['secretsmanager:BatchGetSecretValue', []],
    ['kms:Encrypt', []],
    ['s3:*', []],
    ['', []],
  ])('%s', (pattern, actions) => {
    expect(expandAction(pattern)).toEqual(actions);
  });

  it('takes the star for all', () => {
    expect(expandAction('*')).toHaveLength(7);
  });
});

describe('classes of actions', () => {
  it.each(['ssm:DescribeParameters', 'secretsmanager:ListSecrets', 'secretsmanager:GetRandomPassword', 'kms:ListKeys', 'kms:ListAliases', 'ssm:*', 'kms:List*'])(
    '%s takes no resource but the star',
    (action) => {
      expect(isUnscopable(action)).toBe(true);
    },
  );

  it.each(['ssm:GetParameter', 'ssm:GetParameter*', 'ssm:PutParameter'])('%s works on parameters', (action) => {
    expect(isParameterAction(action)).toBe(true);
  });

  it.each(['ssm:Get*', 'ssm:*', 'ssm:GetDocument', 'ssm:DescribeParameters', '*', 'kms:Decrypt'])('%s does not only work on parameters', (action) => {
    expect(isParameterAction(action)).toBe(false);
  });

  it.each([['kms:Decrypt', true], ['kms:ReEncrypt*', true], ['kms:*', false], ['kms:ListKeys', false], ['ssm:GetParameter', false]] as const)('%s on keys: %s', (action, expected) => {
    expect(isKeyAction(action)).toBe(expected);
  });
});

describe('isGlobMatch', () => {
  it.each([
    ['*', '', true],
    ['?', '', false],
    ['a*c', 'abbc', true],
    ['a*c', 'abcd', false],
    ['a?c', 'abc', true],
    ['**a', 'bca', true],
    ['[a]', 'a', false],
    ['a.c', 'abc', false],
  ])('%s on %s: %s', (pattern, text, expected) => {
    expect(isGlobMatch(pattern, text)).toBe(expected);
  });

  it('is quick on hostile patterns', () => {
    expect(isGlobMatch(`${'*a'.repeat(500)}b`, 'a'.repeat(5000))).toBe(false);
  });
});
