import type { Provider } from '../core/detector.ts';

export const rapidapi: Provider = {
  name: 'RapidAPI',
  formats: [
    {
      id: 'rapidapi-key',
      title: 'a RapidAPI key',
      severity: 'medium',
      source: '-',
      near: ['rapidapi'],
      pattern: /[\w-]{50}/uy,
      minEntropy: 3.5,
      // SHAPE: often holds the marker msh at offset 10 (not documented)
      // CONFIDENCE: medium
    },
  ],
};
