import type { Provider } from '../core/detector.ts';

export const codecov: Provider = {
  name: 'Codecov',
  formats: [
    {
      id: 'codecov-upload-token',
      title: 'a Codecov upload token',
      severity: 'medium',
      source: 'docs.codecov.com/reference/api-overview',
      near: ['codecov'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      minEntropy: 3,
      // CONFIDENCE: medium
    },
  ],
};
