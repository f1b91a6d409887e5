import type { Provider } from '../core/detector.ts';

export const shippo: Provider = {
  name: 'Shippo',
  formats: [
    {
      id: 'shippo-api-token',
      title: 'a Shippo API token',
      severity: 'high',
      source: 'Shippo: API tokens',
      anchors: ['shippo_live_', 'shippo_test_'],
      isCaseless: true,
      pattern: /(?:shippo_live_|shippo_test_)[a-f\d]{40}/iuy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
  ],
};
