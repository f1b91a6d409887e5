import type { Provider } from '../core/detector.ts';

export const mandrill: Provider = {
  name: 'Mandrill',
  formats: [
    {
      id: 'mandrill-api-key',
      title: 'a Mandrill API key',
      severity: 'high',
      source: 'Mailchimp Transactional: API keys',
      anchors: ['md-'],
      near: ['mandrill'],
      pattern: /md-[\w-]{22}/uy,
      minEntropy: 3,
      // CONFIDENCE: medium
    },
  ],
};
