import type { Provider } from '../core/detector.ts';

export const resend: Provider = {
  name: 'Resend',
  formats: [
    {
      id: 'resend-api-key',
      title: 'a Resend API key',
      severity: 'high',
      source: 'resend.com/docs/api-reference/introduction',
      anchors: ['re_'],
      pattern: /re_[A-Za-z\d]{8}_[A-Za-z\d]{24}/uy,
      minEntropy: 3.2,
      // CONFIDENCE: high
    },
  ],
};
