import type { Provider } from '../core/detector.ts';

export const zoho: Provider = {
  name: 'Zoho',
  formats: [
    {
      id: 'zoho-oauth-token',
      title: 'a Zoho OAuth token',
      severity: 'high',
      source: 'Zoho: OAuth tokens',
      anchors: ['1000.'],
      isCaseless: true,
      pattern: /1000\.[a-f\d]{32}\.[a-f\d]{32}/iuy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
  ],
};
