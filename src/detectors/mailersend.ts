import type { Provider } from '../core/detector.ts';

export const mailersend: Provider = {
  name: 'MailerSend',
  revoke: 'https://app.mailersend.com/api-tokens',
  formats: [
    {
      id: 'mailersend-api-token',
      title: 'a MailerSend API token',
      severity: 'high',
      source: 'https://developers.mailersend.com/general.html#authentication',
      anchors: ['mlsn.'],
      isCaseless: true,
      pattern: /mlsn\.[a-z\d]{30,100}/iuy,
      minEntropy: 3,
    },
  ],
};
