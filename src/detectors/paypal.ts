import type { Provider } from '../core/detector.ts';

const credentials = 'https://developer.paypal.com/api/rest/#get-client-id-and-client-secret';

export const paypal: Provider = {
  name: 'PayPal',
  revoke: 'https://developer.paypal.com/dashboard/applications/live',
  formats: [
    {
      id: 'paypal-client-id',
      title: 'a PayPal client id (public)',
      severity: 'low',
      source: credentials,
      near: ['paypal'],
      isTelling: true,
      pattern: /A[\w-]{79}/uy,
      minEntropy: 3.5,
      pairWith: ['paypal-client-secret'],
    },
    {
      id: 'paypal-client-secret',
      title: 'a PayPal client secret',
      severity: 'critical',
      source: credentials,
      near: ['paypal'],
      isTelling: true,
      pattern: /E[\w-]{79}/uy,
      minEntropy: 3.5,
      pairWith: ['paypal-client-id'],
    },
  ],
};
