import type { Provider } from '../core/detector.ts';

export const brevo: Provider = {
  name: 'Brevo',
  revoke: 'https://app.brevo.com/settings/keys/api',
  formats: [
    {
      id: 'brevo-api-key',
      title: 'a Brevo API key',
      severity: 'high',
      source: 'https://developers.brevo.com/docs/getting-started',
      anchors: ['xkeysib-'],
      pattern: /xkeysib-[a-f\d]{64}-[A-Za-z\d]{14,18}/uy,
      minEntropy: 2,
    },
    {
      id: 'brevo-smtp-key',
      title: 'a Brevo SMTP key',
      severity: 'high',
      source: 'https://help.brevo.com/hc/en-us/articles/7959631848850',
      anchors: ['xsmtpsib-'],
      pattern: /xsmtpsib-[a-f\d]{64}-[A-Za-z\d]{14,18}/uy,
    },
  ],
};
