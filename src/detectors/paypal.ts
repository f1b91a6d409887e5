import type { Provider } from '../core/detector.ts';

export const paypal: Provider = {
  name: 'PayPal',
  formats: [
    {
      id: 'paypal-client-id',
      title: 'a PayPal client id',
      severity: 'low',
      source: 'PayPal: REST credentials',
      near: ['paypal'],
      pattern: /A[\w-]{79}/uy,
      minEntropy: 3.5,
      pairWith: ['paypal-client-secret'],
      // PUBLIC
      // SHAPE: 80 chars in all
      // CONFIDENCE: medium
    },
    {
      id: 'paypal-client-secret',
      title: 'a PayPal client secret',
      severity: 'critical',
      source: 'PayPal: REST credentials',
      near: ['paypal'],
      pattern: /E[\w-]{79}/uy,
      minEntropy: 3.5,
      pairWith: ['paypal-client-id'],
      // SHAPE: 80 chars in all
      // CONFIDENCE: medium
    },
  ],
};
