import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/core/config.ts';

describe('parseConfig', () => {
  it.each([
    [{ timeout: { hook: 0.2, run: 10 } }],
    [{ timeout: {} }],
    [{ kmsKeyId: 'alias/shop' }],
    [{ kmsKeyId: 'arn:aws:kms:eu-west-1:123456789012:key/12345678-1234-1234-1234-123456789012' }],
    [{ kmsKeyId: '12345678-1234-1234-1234-123456789012' }],
  ])('takes %j', (config) => {
    expect(parseConfig(config)).toEqual({ config: expect.objectContaining(config) });
  });

  it.each([
    [{ timeout: 3 }, '"timeout" must be a map of hook and run to seconds'],
    [{ timeout: { editor: 3 } }, '"timeout" must be a map of hook and run to seconds'],
    [{ timeout: { hook: 0 } }, '"timeout" must give seconds, above 0 and at most 600'],
    [{ timeout: { run: 601 } }, '"timeout" must give seconds, above 0 and at most 600'],
    [{ kmsKeyId: 'shop' }, '"kmsKeyId" must be the id, the ARN or the alias of a KMS key, such as alias/shop'],
    [{ kmsKeyId: 'alias/a b' }, '"kmsKeyId" must be the id, the ARN or the alias of a KMS key, such as alias/shop'],
  ])('refuses %j', (config, error) => {
    expect(parseConfig(config)).toEqual({ errors: [error] });
  });
});
