import type { Provider } from '../core/detector.ts';

export const xai: Provider = {
  name: 'xAI',
  formats: [
    {
      id: 'xai-api-key',
      title: 'a xAI API key',
      severity: 'high',
      source: 'x.ai/api',
      anchors: ['xai-'],
      pattern: /xai-[\w-]{70,120}/uy,
      minEntropy: 3.5,
      // SHAPE: 80 usual
      // CONFIDENCE: high
    },
  ],
};
