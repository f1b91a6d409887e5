import type { Provider } from '../core/detector.ts';

export const sendgrid: Provider = {
  name: 'SendGrid',
  revoke: 'https://app.sendgrid.com/settings/api_keys',
  formats: [
    {
      id: 'sendgrid-api-key',
      title: 'a SendGrid API key',
      severity: 'high',
      source: 'https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys',
      anchors: ['SG.'],
      pattern: /SG\.[\w-]{18,26}\.[\w-]{36,52}/uy,
      minEntropy: 3.5,
    },
  ],
};
