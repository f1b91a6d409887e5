import type { Provider } from '../core/detector.ts';

export const packagist: Provider = {
  name: 'Packagist',
  formats: [
    {
      id: 'packagist-api-token',
      title: 'a Packagist API token',
      severity: 'critical',
      source: '-',
      anchors: ['packagist_'],
      pattern: /packagist_(?:ack|aut|oat|out|uat|upt|ort)_[a-f\d]{64,100}/uy,
      // SHAPE: three-letter type after the prefix
      // CONFIDENCE: high
    },
  ],
};
