import type { Provider } from '../core/detector.ts';

export const mailchimp: Provider = {
  name: 'Mailchimp',
  formats: [
    {
      id: 'mailchimp-api-key',
      title: 'a Mailchimp API key',
      severity: 'high',
      source: 'Mailchimp: API keys',
      anchors: ['-us'],
      lookBehind: 32,
      pattern: /[a-f\d]{32}-us\d{1,2}/uy,
      minEntropy: 3,
      // SHAPE: 32 hex, then the data-centre suffix
      // CONFIDENCE: high
    },
  ],
};
