import type { Provider } from '../core/detector.ts';

export const braintree: Provider = {
  name: 'Braintree',
  formats: [
    {
      id: 'braintree-access-token',
      title: 'a Braintree access token',
      severity: 'critical',
      source: 'PayPal Braintree: access tokens',
      anchors: ['access_token$production$', 'access_token$sandbox$'],
      pattern: /(?:access_token\$production\$|access_token\$sandbox\$)[\da-z]{16}\$[\da-f]{32}/uy,
      // SHAPE: merchant id, dollar, secret
      // CONFIDENCE: high
    },
  ],
};
