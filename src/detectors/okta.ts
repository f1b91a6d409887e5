import type { Provider } from '../core/detector.ts';

export const okta: Provider = {
  name: 'Okta',
  formats: [
    {
      id: 'okta-api-token',
      title: 'an Okta API token',
      severity: 'critical',
      source: 'Okta: create an API token',
      near: ['okta', 'ssws'],
      pattern: /00[\w-]{40}/uy,
      minEntropy: 3.5,
      // SHAPE: 42 chars in all; header scheme SSWS; used together with the okta domain
      // CONFIDENCE: medium
    },
    {
      id: 'okta-client-secret',
      title: 'an Okta client secret',
      severity: 'critical',
      source: 'Okta: client credentials',
      near: ['okta_client_secret', 'okta_oauth2', 'okta'],
      pattern: /[\w-]{40,64}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
