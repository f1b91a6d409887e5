import type { Provider } from '../core/detector.ts';

export const sendgrid: Provider = {
  name: 'SendGrid',
  formats: [
    {
      id: 'sendgrid-api-key',
      title: 'a SendGrid API key',
      severity: 'high',
      source: 'Twilio SendGrid: API keys',
      anchors: ['SG.'],
      pattern: /SG\.[\w-]{20,24}\.[\w-]{39,50}/uy,
      minEntropy: 3.5,
      // SHAPE: 22 and 43 usual, 69 chars in all
      // CONFIDENCE: high
    },
  ],
};
