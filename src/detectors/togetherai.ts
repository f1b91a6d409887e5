import type { Provider } from '../core/detector.ts';

export const togetherai: Provider = {
  name: 'Together AI',
  revoke: 'https://api.together.ai/settings/api-keys',
  formats: [
    {
      id: 'together-ai-api-key',
      title: 'a Together AI API key',
      severity: 'medium',
      source: 'https://docs.together.ai/docs/quickstart',
      anchors: ['tgp_v1_'],
      pattern: /tgp_v1_[\w-]{40,50}/uy,
      minEntropy: 3,
    },
  ],
};
