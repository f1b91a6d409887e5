import type { Provider } from '../core/detector.ts';

export const firecrawl: Provider = {
  name: 'Firecrawl',
  revoke: 'https://www.firecrawl.dev/app/api-keys',
  formats: [
    {
      id: 'firecrawl-api-key',
      title: 'a Firecrawl API key',
      severity: 'medium',
      source: 'https://docs.firecrawl.dev/api-reference/introduction',
      anchors: ['fc-'],
      pattern: /fc-[a-f\d]{32}/uy,
      minEntropy: 3,
    },
  ],
};
