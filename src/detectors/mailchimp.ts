import type { Provider } from '../core/detector.ts';

export const mailchimp: Provider = {
  name: 'Mailchimp',
  revoke: 'https://mailchimp.com/help/about-api-keys/',
  formats: [
    {
      id: 'mailchimp-api-key',
      title: 'a Mailchimp API key',
      severity: 'high',
      source: 'https://mailchimp.com/developer/marketing/docs/fundamentals/#connecting-to-the-api',
      anchors: ['-us'],
      lookBehind: 32,
      // the data centre stands at the end
      pattern: /[a-f\d]{32}-us\d{1,2}/uy,
      visible: 0,
      minEntropy: 3,
    },
  ],
};
