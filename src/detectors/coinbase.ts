import type { Provider } from '../core/detector.ts';

export const coinbase: Provider = {
  name: 'Coinbase',
  formats: [
    {
      id: 'coinbase-cdp-key-name',
      title: 'a Coinbase cdp key name',
      severity: 'medium',
      source: '-',
      anchors: ['organizations/'],
      pattern: /organizations\/[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}\/apiKeys\/[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/uy,
      pairWith: ['pem-ec-private-key'],
      // SHAPE: key name; the secret beside it is an EC private key (PEM) or 64 bytes of base64
      // CONFIDENCE: high
    },
  ],
};
