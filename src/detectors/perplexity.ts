import type { Provider } from '../core/detector.ts';

export const perplexity: Provider = {
  name: 'Perplexity',
  revoke: 'https://www.perplexity.ai/account/api/keys',
  formats: [
    {
      id: 'perplexity-api-key',
      title: 'a Perplexity API key',
      severity: 'high',
      source: 'https://docs.perplexity.ai/docs/getting-started/quickstart',
      anchors: ['pplx-'],
      pattern: /pplx-[A-Za-z\d]{40,64}/uy,
      minEntropy: 3.5,
    },
  ],
};
