import type { Provider } from '../core/detector.ts';

export const perplexity: Provider = {
  name: 'Perplexity',
  formats: [
    {
      id: 'perplexity-api-key',
      title: 'a Perplexity API key',
      severity: 'high',
      source: 'docs.perplexity.ai/guides/getting-started',
      anchors: ['pplx-'],
      pattern: /pplx-[A-Za-z\d]{48}/uy,
      minEntropy: 3.8,
      // CONFIDENCE: high
    },
  ],
};
