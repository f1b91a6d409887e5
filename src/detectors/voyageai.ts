import type { Provider } from '../core/detector.ts';

export const voyageai: Provider = {
  name: 'Voyage AI',
  revoke: 'https://dashboard.voyageai.com/api-keys',
  formats: [
    {
      id: 'voyage-ai-api-key',
      title: 'a Voyage AI API key',
      severity: 'medium',
      source: 'https://docs.voyageai.com/docs/api-key-and-installation',
      anchors: ['pa-'],
      near: ['voyage'],
      pattern: /pa-[\w-]{40,48}/uy,
      minEntropy: 3.5,
    },
  ],
};
