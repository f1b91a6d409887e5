import type { Provider } from '../core/detector.ts';

export const mandrill: Provider = {
  name: 'Mandrill',
  revoke: 'https://mandrillapp.com/settings',
  formats: [
    {
      id: 'mandrill-api-key',
      title: 'a Mandrill API key',
      severity: 'high',
      source: 'https://mailchimp.com/developer/transactional/docs/fundamentals/',
      anchors: ['md-'],
      near: ['mandrill', 'mailchimp', 'transactional'],
      pattern: /md-[\w-]{22}/uy,
      minEntropy: 3,
    },
  ],
};
