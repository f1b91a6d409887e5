import type { Provider } from '../core/detector.ts';

export const mailersend: Provider = {
  name: 'MailerSend',
  formats: [
    {
      id: 'mailersend-api-token',
      title: 'a MailerSend API token',
      severity: 'high',
      source: '-',
      anchors: ['mlsn.'],
      isCaseless: true,
      pattern: /mlsn\.[a-z\d]{30,100}/iuy,
      // CONFIDENCE: high
    },
  ],
};
