import { parse as parseScript } from '@typescript-eslint/parser';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import type { Proposal } from '../../src/core/remedy.ts';
import type { Present } from '../../src/core/store.ts';
import { findWildcardGrants } from '../../src/ecmascript/policies.ts';
import { policy } from '../../src/remedies/policy.ts';
import { scanDocument } from '../scanners/scan-document.ts';
import { present } from './present.ts';

const keyId = '3c9d6f1e-5b7a-4e20-8d14-f0a2b6c8e957';
const parameters = 'arn:aws:ssm:eu-west-1:123456789012:parameter/prod/shop/*';
const key = `arn:aws:kms:eu-west-1:123456789012:key/${keyId}`;
const known = [present('/prod/shop/db', { keyId }), present('/prod/shop/api', { keyId: key })];

describe('exact resources', () => {
  const json = (action: string, resource: string): string => `{"Effect": "Allow", "Action": ${action}, "Resource": ${resource}}`;

  it.each([
    ['"ssm:GetParameter"', '"*"', `"${parameters}"`],
    ['["ssm:GetParameter", "kms:Decrypt"]', '"*"', `["${parameters}", "${key}"]`],
    ['["ssm:GetParameter*", "ssm:PutParameter"]', '["*"]', `["${parameters}"]`],
    ['["ssm:GetParameters", "kms:Decrypt"]', '[ "arn:aws:ssm:*:*:parameter/x", "*" ]', `[ "arn:aws:ssm:*:*:parameter/x", "${parameters}", "${key}" ]`],
    ['"kms:Decrypt"', '"arn:aws:kms:*:*:key/*"', `"${key}"`],
  ])('JSON %s on %s', async (action, before, after) => {
    expect(await fix('policy.json', json(action, before))).toBe(json(action, after));
  });

  it('leaves no action of the statement without its resource', async () => {
    const text = (resource: string): string =>
      `{"Effect": "Allow", "Action": ["ssm:GetParameter", "kms:Decrypt"], "Resource": ${resource}, "Condition": {"StringEquals": {"kms:ViaService": "ssm.eu-west-1.amazonaws.com"}}}`;
    const two = text('"*"').replace('"Condition"', '"Sid": "x", "Condition"');
    expect(await fix('policy.json', two)).toBe(text(`["${parameters}", "${key}"]`).replace('"Condition"', '"Sid": "x", "Condition"'));
  });

  const yaml = (resource: string): string => `Effect: Allow\nAction:\n  - ssm:GetParameter\n  - kms:Decrypt\nResource:${resource}\nSid: x\n`;

  it.each([
    [" '*'", ` ['${parameters}', '${key}']`],
    [' "*"', ` ["${parameters}", "${key}"]`],
    ["\n  - 'arn:aws:ssm:*:*:parameter/x'\n  - '*'", `\n  - 'arn:aws:ssm:*:*:parameter/x'\n  - '${parameters}'\n  - '${key}'`],
    [" !Sub 'arn:${AWS::Partition}:ssm:${AWS::Region}:${AWS::AccountId}:parameter/*'", ` '${parameters}'`],
  ])('YAML %s', async (before, after) => {
    expect(await fix('policy.yaml', yaml(before))).toBe(yaml(after));
  });

  it.each([
    ["'*'", `'${parameters}', '${key}'`],
    ['STAR', `'${parameters}', '${key}'`],
    ['"*"', `"${parameters}", "${key}"`],
  ])('program %s', (before, after) => {
    const text = (resource: string): string => `const STAR = '*';\nnew PolicyStatement({ actions: ['ssm:GetParameter', 'kms:Decrypt'], resources: [${resource}] });\n`;
    const [problem] = findWildcardGrants(parseScript(text(before), { range: true }), text(before));
    const site = problem?.site;
    const proposal = problem !== undefined && site?.carrier === 'policy' ? policy.propose({ text: text(before), problem, site, parametersBelowPrefix: known, project: { dependencies: new Set(), prefix: '/prod/shop/' } }) : undefined;
    expect(applyEdits(text(before), proposal?.edits ?? [])).toBe(text(after));
  });

  it('knows the partitions, and names without a slash', async () => {
    const china = [present('shop-db', {}, 'cn-north-1')];
    expect(await fix('policy.json', json('"ssm:GetParameter"', '"*"'), china, 'shop-')).toBe(json('"ssm:GetParameter"', '"arn:aws-cn:ssm:cn-north-1:123456789012:parameter/shop-*"'));
  });
});

describe('reasons', () => {
  it.each([
    ['every action', '"*"', known, '/prod/shop/', 'every action'],
    ['secrets', '"secretsmanager:GetSecretValue"', known, '/prod/shop/', 'ARN of each secret'],
    ['un-scopable actions', '["ssm:GetParameter", "ssm:DescribeParameters"]', known, '/prod/shop/', 'Move ssm:DescribeParameters'],
    ['wide patterns', '"ssm:*"', known, '/prod/shop/', 'Move ssm:*'],
    ['other services', '["ssm:GetParameter", "s3:GetObject"]', known, '/prod/shop/', 'Move s3:GetObject'],
    ['no prefix', '"ssm:GetParameter"', known, '', 'Set the prefix'],
    ['an empty prefix', '"ssm:GetParameter"', [], '/prod/shop/', 'confirmed no parameter'],
    ['no account', '"ssm:GetParameter"', [{ ...present('/prod/shop/db'), evidence: { checkedAt: 0, region: 'eu-west-1' } }], '/prod/shop/', 'account'],
    ['two regions', '"ssm:GetParameter"', [...known, present('/prod/shop/x', {}, 'eu-west-2')], '/prod/shop/', 'several regions'],
    ['the default key', '["ssm:GetParameter", "kms:Decrypt"]', [present('/prod/shop/db', { keyId: 'alias/aws/ssm' })], '/prod/shop/', 'needs no grant'],
    ['an alias', '["ssm:GetParameter", "kms:Decrypt"]', [present('/prod/shop/db', { keyId: 'alias/shop' })], '/prod/shop/', 'by alias only'],
    ['no secrets', '["ssm:GetParameter", "kms:Decrypt"]', [present('/prod/shop/db', { type: 'String' })], '/prod/shop/', 'No SecureString'],
  ])('%s', async (_, action, below, prefix, reason) => {
    const proposal = await propose('policy.json', `{"Effect": "Allow", "Action": ${action}, "Resource": "*"}`, below, prefix);
    expect(proposal).toMatchObject({ edits: undefined, reason: expect.stringContaining(reason) as string });
  });
});

async function propose(path: string, text: string, below: readonly Present[], prefix: string): Promise<Proposal | undefined> {
  const [problem] = (await scanDocument(path, text)).problems;
  const site = problem?.site;
  if (problem === undefined || site?.carrier !== 'policy') return undefined;
  return policy.propose({ text, problem, site, parametersBelowPrefix: below, project: { dependencies: new Set(), prefix } });
}

async function fix(path: string, text: string, below: readonly Present[] = known, prefix = '/prod/shop/'): Promise<string> {
  const proposal = await propose(path, text, below, prefix);
  return applyEdits(text, proposal?.edits ?? []);
}
