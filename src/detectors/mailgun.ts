import type { Provider } from '../core/detector.ts';

const keys = 'https://documentation.mailgun.com/docs/mailgun/user-manual/api-key-mgmt/api-key-mgmt';

export const mailgun: Provider = {
  name: 'Mailgun',
  revoke: 'https://app.mailgun.com/settings/api_security',
  formats: [
    {
      id: 'mailgun-api-key-v2',
      title: 'a Mailgun API key',
      severity: 'high',
      source: keys,
      near: ['mailgun', 'mg_api', 'mg_key', 'mg_sending', 'mg_domain'],
      isTelling: true,
      // sending keys and the key that signs webhooks as well
      pattern: /[a-f\d]{32}-[a-f\d]{8}-[a-f\d]{8}/uy,
      minEntropy: 3,
    },
    {
      id: 'mailgun-private-api-key',
      title: 'a Mailgun private API key',
      severity: 'high',
      source: keys,
      anchors: ['key-'],
      near: ['mailgun', 'mg_api', 'mg_key', 'mg_domain'],
      pattern: /key-[a-f\d]{32}/uy,
      minEntropy: 3,
    },
    {
      id: 'mailgun-public-validation-key',
      title: 'a Mailgun validation key (public)',
      severity: 'low',
      source: keys,
      anchors: ['pubkey-'],
      pattern: /pubkey-[a-f\d]{32}/uy,
      minEntropy: 3,
    },
  ],
};
