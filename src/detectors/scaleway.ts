import type { Provider } from '../core/detector.ts';

export const scaleway: Provider = {
  name: 'Scaleway',
  revoke: 'https://console.scaleway.com/iam/api-keys',
  formats: [
    {
      id: 'scaleway-secret-key',
      title: 'a Scaleway secret key',
      severity: 'critical',
      source: 'https://www.scaleway.com/en/docs/iam/how-to/create-api-keys/',
      near: ['scaleway', 'scw_secret_key', 'scw_token'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
    },
  ],
};
