import type { Provider } from '../core/detector.ts';

export const codecov: Provider = {
  name: 'Codecov',
  revoke: 'https://app.codecov.io, the repository, Configuration',
  formats: [
    {
      id: 'codecov-upload-token',
      title: 'a Codecov upload token',
      severity: 'medium',
      source: 'https://docs.codecov.com/docs/codecov-tokens',
      near: ['codecov'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
      minEntropy: 3,
    },
  ],
};
