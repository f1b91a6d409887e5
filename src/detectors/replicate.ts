import type { Provider } from '../core/detector.ts';

export const replicate: Provider = {
  name: 'Replicate',
  formats: [
    {
      id: 'replicate-api-token',
      title: 'a Replicate API token',
      severity: 'high',
      source: 'Replicate: API tokens',
      anchors: ['r8_'],
      pattern: /r8_[A-Za-z\d]{37}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
  ],
};
