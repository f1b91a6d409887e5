import type { ParameterFacts, Present } from '../../src/core/store.ts';

/** A parameter that a store confirmed. */
export const present = (name: string, facts: Partial<ParameterFacts> = {}, region = 'eu-west-1', account: string | undefined = '123456789012'): Present => ({
  state: 'present',
  parameter: { name, type: 'SecureString', version: 1, ...facts },
  evidence: { checkedAt: 0, region, ...(account === undefined ? {} : { account }) },
});
