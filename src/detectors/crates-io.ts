import type { Provider } from '../core/detector.ts';

export const cratesIo: Provider = {
  name: 'crates.io',
  formats: [
    {
      id: 'crates-io-api-token',
      title: 'a crates.io API token',
      severity: 'critical',
      source: 'crates: API tokens',
      anchors: ['cio'],
      pattern: /cio[A-Za-z\d]{32}/uy,
      minEntropy: 3.3,
      // SHAPE: 35 chars in all
      // CONFIDENCE: high
    },
  ],
};
