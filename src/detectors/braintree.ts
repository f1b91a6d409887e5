import type { Provider } from '../core/detector.ts';

export const braintree: Provider = {
  name: 'Braintree',
  revoke: 'https://www.braintreegateway.com/login, Settings, API',
  formats: [
    {
      id: 'braintree-access-token',
      title: 'a Braintree access token',
      severity: 'critical',
      source: 'https://developer.paypal.com/braintree/docs/guides/extend/oauth/access-tokens',
      anchors: ['access_token$production$', 'access_token$sandbox$'],
      pattern: /access_token\$(?:production|sandbox)\$[\da-z]{16}\$[\da-f]{32}/uy,
    },
  ],
};
