import type { Provider } from '../core/detector.ts';

export const contentful: Provider = {
  name: 'Contentful',
  formats: [
    {
      id: 'contentful-personal-access-token',
      title: 'a Contentful personal access token',
      severity: 'high',
      source: 'Contentful: personal access tokens',
      anchors: ['CFPAT-'],
      pattern: /CFPAT-[\w-]{43}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: high
    },
  ],
};
