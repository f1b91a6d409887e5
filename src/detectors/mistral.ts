import type { Provider } from '../core/detector.ts';

export const mistral: Provider = {
  name: 'Mistral',
  formats: [
    {
      id: 'mistral-api-key',
      title: 'a Mistral API key',
      severity: 'high',
      source: 'docs.mistral.ai/getting-started/quickstart :contentReference[oaicite:1]{index=1}',
      near: ['mistral'],
      pattern: /[A-Za-z\d]{32}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: medium
    },
  ],
};
