import type { Provider } from '../core/detector.ts';

export const auth0: Provider = {
  name: 'Auth0',
  formats: [
    {
      id: 'auth0-client-secret',
      title: 'an Auth0 client secret',
      severity: 'critical',
      source: 'auth0.com/docs/get-started/applications/application-settings',
      near: ['auth0'],
      pattern: /[\w-]{64,128}/uy,
      minEntropy: 3.5,
      // SHAPE: used together with the auth0 client id
      // CONFIDENCE: medium
    },
  ],
};
