import type { Provider } from '../core/detector.ts';

export const voyageai: Provider = {
  name: 'Voyage AI',
  formats: [
    {
      id: 'voyage-ai-api-key',
      title: 'a Voyage AI API key',
      severity: 'medium',
      source: '-',
      anchors: ['pa-'],
      near: ['voyage'],
      pattern: /pa-[\w-]{43}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
