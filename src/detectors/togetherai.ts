import type { Provider } from '../core/detector.ts';

export const togetherai: Provider = {
  name: 'Together AI',
  formats: [
    {
      id: 'together-ai-api-key',
      title: 'a Together AI API key',
      severity: 'medium',
      source: 'docs.together.ai/reference/authentication',
      anchors: ['tgp_v1_'],
      pattern: /tgp_v1_[\w-]{43}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
  ],
};
