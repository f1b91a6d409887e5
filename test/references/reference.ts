import type { Reference } from '../../src/core/reference.ts';

/** A name that a program reads with decryption, as far as a test does not say otherwise. */
export const reference = (name: string, more: Partial<Reference> = {}): Reference => ({
  service: 'ssm',
  name,
  range: [10, 10 + name.length],
  isVerbatim: true,
  action: 'ssm:GetParameter',
  reader: 'program',
  takes: 'any',
  decryption: 'present',
  isPath: false,
  ...more,
});
