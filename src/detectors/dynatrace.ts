import type { Provider } from '../core/detector.ts';

export const dynatrace: Provider = {
  name: 'Dynatrace',
  formats: [
    {
      id: 'dynatrace-api-token',
      title: 'a Dynatrace API token',
      severity: 'high',
      source: 'Dynatrace: token format',
      anchors: ['dt0c01.', 'dt0s01.', 'dt0s02.', 'dt0s08.', 'dt0s16.', 'dt0a01.'],
      isCaseless: true,
      pattern: /(?:dt0c01\.|dt0s01\.|dt0s02\.|dt0s08\.|dt0s16\.|dt0a01\.)[A-Z\d]{24}\.[A-Z\d]{64}/iuy,
      minEntropy: 3.3,
      // SHAPE: prefix.public-id(24).secret(64)
      // CONFIDENCE: high
    },
  ],
};
