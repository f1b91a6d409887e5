import type { Provider } from '../core/detector.ts';

export const nylas: Provider = {
  name: 'Nylas',
  revoke: 'https://dashboard-v3.nylas.com',
  formats: [
    {
      id: 'nylas-api-key',
      title: 'a Nylas API key',
      severity: 'high',
      source: 'https://developer.nylas.com/docs/v3/auth/hosted-oauth-apikey/',
      anchors: ['nyk_'],
      pattern: /nyk_(?:v0_)?[A-Za-z\d]{56,74}/uy,
      minEntropy: 3.3,
    },
  ],
};
