import type { Provider } from '../core/detector.ts';

export const fastly: Provider = {
  name: 'Fastly',
  formats: [
    {
      id: 'fastly-api-token',
      title: 'a Fastly API token',
      severity: 'critical',
      source: 'Fastly: API tokens',
      near: ['fastly'],
      pattern: /[\w-]{32}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
