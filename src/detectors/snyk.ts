import type { Provider } from '../core/detector.ts';

export const snyk: Provider = {
  name: 'Snyk',
  revoke: 'https://docs.snyk.io/developer-tools/snyk-api/authentication-for-api/revoke-and-regenerate-a-snyk-api-token',
  formats: [
    {
      id: 'snyk-api-token',
      title: 'a Snyk API token',
      severity: 'high',
      source: 'https://docs.snyk.io/developer-tools/snyk-api/authentication-for-api',
      near: ['snyk'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
    },
  ],
};
