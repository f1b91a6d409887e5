import type { Provider } from '../core/detector.ts';

export const firecrawl: Provider = {
  name: 'Firecrawl',
  formats: [
    {
      id: 'firecrawl-api-key',
      title: 'a Firecrawl API key',
      severity: 'medium',
      source: 'firecrawl.dev',
      anchors: ['fc-'],
      pattern: /fc-[a-f\d]{32}/uy,
      minEntropy: 3,
      // CONFIDENCE: high
    },
  ],
};
