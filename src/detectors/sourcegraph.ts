import type { Provider } from '../core/detector.ts';

export const sourcegraph: Provider = {
  name: 'Sourcegraph',
  formats: [
    {
      id: 'sourcegraph-access-token',
      title: 'a Sourcegraph access token',
      severity: 'high',
      source: 'Sourcegraph: access tokens',
      anchors: ['sgp_'],
      isCaseless: true,
      pattern: /sgp_(?:[a-f\d]{16}_|local_)?[a-f\d]{40}/iuy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
  ],
};
