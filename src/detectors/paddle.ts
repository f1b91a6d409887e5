import type { Provider } from '../core/detector.ts';

export const paddle: Provider = {
  name: 'Paddle',
  formats: [
    {
      id: 'paddle-api-key',
      title: 'a Paddle API key',
      severity: 'critical',
      source: 'Paddle: API keys',
      anchors: ['pdl_live_apikey_', 'pdl_sdbx_apikey_'],
      pattern: /(?:pdl_live_apikey_|pdl_sdbx_apikey_)[a-z\d]{26}_[A-Za-z\d]{22}_[A-Za-z\d]{3}/uy,
      // SHAPE: 69 chars in all; last 3 look like a checksum (not published)
      // CONFIDENCE: high
    },
  ],
};
