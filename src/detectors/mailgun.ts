import type { Provider } from '../core/detector.ts';

export const mailgun: Provider = {
  name: 'Mailgun',
  formats: [
    {
      id: 'mailgun-api-key-v2',
      title: 'a Mailgun API key (version 2)',
      severity: 'high',
      source: 'Mailgun: API keys',
      near: ['mailgun', 'mg_api_key'],
      pattern: /[a-f\d]{32}-[a-f\d]{8}-[a-f\d]{8}/uy,
      minEntropy: 3,
      // SHAPE: 32-8-8 hex; also sending keys and the HTTP signing key
      // CONFIDENCE: medium
    },
    {
      id: 'mailgun-private-api-key',
      title: 'a Mailgun private API key',
      severity: 'high',
      source: 'Mailgun: API keys',
      anchors: ['key-'],
      near: ['mailgun', 'api_mailgun_net'],
      pattern: /key-[a-f\d]{32}/uy,
      minEntropy: 3,
      // CONFIDENCE: medium
    },
    {
      id: 'mailgun-public-validation-key',
      title: 'a Mailgun public validation key',
      severity: 'low',
      source: 'Mailgun: API keys',
      anchors: ['pubkey-'],
      pattern: /pubkey-[a-f\d]{32}/uy,
      minEntropy: 3,
      // PUBLIC
      // CONFIDENCE: high
    },
  ],
};
