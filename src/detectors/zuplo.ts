import { getCrc32 } from '../core/checksum.ts';
import type { Provider } from '../core/detector.ts';

export const zuplo: Provider = {
  name: 'Zuplo',
  revoke: 'https://zuplo.com/docs/articles/api-key-management',
  formats: [
    {
      id: 'zuplo-consumer-api-key',
      title: 'a Zuplo API key',
      severity: 'medium',
      source: 'https://zuplo.com/docs/articles/api-key-best-practices',
      anchors: ['zpka_'],
      pattern: /zpka_[a-z\d]{32}_[a-f\d]{8}/uy,
      minEntropy: 3.3,
      doubt: (key) => (hasChecksum(key) ? undefined : 'its checksum does not match'),
    },
  ],
};

/** The last eight digits are the CRC-32 of the body. */
const hasChecksum = (key: string): boolean => getCrc32(key.slice(5, 37)).toString(16).padStart(8, '0') === key.slice(38);
