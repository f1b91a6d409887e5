import type { Provider } from '../core/detector.ts';

export const algolia: Provider = {
  name: 'Algolia',
  formats: [
    {
      id: 'algolia-admin-api-key',
      title: 'an Algolia admin API key',
      severity: 'high',
      source: 'Algolia: API keys',
      near: ['algolia'],
      pattern: /[a-f\d]{32}/iuy,
      minEntropy: 3.1,
      // SHAPE: same shape as the search-only key, which is public by design; used together with the algolia application id
      // CONFIDENCE: medium
    },
  ],
};
