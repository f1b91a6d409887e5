import type { Provider } from '../core/detector.ts';

export const jenkins: Provider = {
  name: 'Jenkins',
  formats: [
    {
      id: 'jenkins-api-token',
      title: 'a Jenkins API token',
      severity: 'critical',
      source: 'Jenkins: API token',
      near: ['jenkins'],
      pattern: /(?:[a-f\d]{34}|[a-f\d]{32})/uy,
      minEntropy: 3,
      // SHAPE: current tokens: 34 hex whose first two are 11
      // CONFIDENCE: medium
    },
  ],
};
