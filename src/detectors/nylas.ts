import type { Provider } from '../core/detector.ts';

export const nylas: Provider = {
  name: 'Nylas',
  formats: [
    {
      id: 'nylas-api-key',
      title: 'a Nylas API key',
      severity: 'high',
      source: 'developer.nylas.com/docs/v3/auth/hosted-oauth-apikey',
      anchors: ['nyk_'],
      pattern: /nyk_[A-Za-z\d]{67}/uy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
  ],
};
