import type { Provider } from '../core/detector.ts';
import { isMixed } from '../core/entropy.ts';

export const cohere: Provider = {
  name: 'Cohere',
  revoke: 'https://dashboard.cohere.com/api-keys',
  formats: [
    {
      id: 'cohere-api-key',
      title: 'a Cohere API key',
      severity: 'high',
      source: 'https://docs.cohere.com/reference/about',
      near: ['cohere', 'co_api_key'],
      pattern: /[A-Za-z\d]{40}/uy,
      minEntropy: 3.5,
      accepts: isMixed,
    },
  ],
};
