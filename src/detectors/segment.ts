import type { Provider } from '../core/detector.ts';

export const segment: Provider = {
  name: 'Segment',
  formats: [
    {
      id: 'segment-public-api-token',
      title: 'a Segment public API token',
      severity: 'high',
      source: 'Segment: public API',
      anchors: ['sgp_'],
      pattern: /sgp_[A-Za-z\d]{64}/uy,
      minEntropy: 3.3,
      // SHAPE: Sourcegraph shares the prefix: tell apart by length and alphabet
      // CONFIDENCE: high
    },
  ],
};
