import type { Provider } from '../core/detector.ts';

export const cohere: Provider = {
  name: 'Cohere',
  formats: [
    {
      id: 'cohere-api-key',
      title: 'a Cohere API key',
      severity: 'high',
      source: 'docs.cohere.com/reference/list-connectors',
      near: ['cohere', 'co_api_key'],
      pattern: /[A-Za-z\d]{40}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
