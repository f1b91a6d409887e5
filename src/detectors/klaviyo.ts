import type { Provider } from '../core/detector.ts';

export const klaviyo: Provider = {
  name: 'Klaviyo',
  formats: [
    {
      id: 'klaviyo-private-api-key',
      title: 'a Klaviyo private API key',
      severity: 'high',
      source: 'Klaviyo: authenticate API requests',
      anchors: ['pk_'],
      isCaseless: true,
      near: ['klaviyo'],
      pattern: /pk_[a-z\d]{34}/iuy,
      minEntropy: 3.3,
      // SHAPE: 34-char body is a private key although it starts pk_
      // CONFIDENCE: medium
    },
  ],
};
