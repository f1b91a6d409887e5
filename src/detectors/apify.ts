import type { Provider } from '../core/detector.ts';

export const apify: Provider = {
  name: 'Apify',
  formats: [
    {
      id: 'apify-api-token',
      title: 'an Apify API token',
      severity: 'high',
      source: 'docs.apify.com/api/v2',
      anchors: ['apify_api_'],
      pattern: /apify_api_[A-Za-z\d]{34,38}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
  ],
};
