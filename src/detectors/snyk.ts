import type { Provider } from '../core/detector.ts';

export const snyk: Provider = {
  name: 'Snyk',
  formats: [
    {
      id: 'snyk-api-token-legacy',
      title: 'a Snyk API token legacy',
      severity: 'high',
      source: 'Snyk: authentication',
      near: ['snyk_token', 'snyk_api', 'snyk'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
      // CONFIDENCE: medium
    },
  ],
};
