import type { Provider } from '../core/detector.ts';

export const brevo: Provider = {
  name: 'Brevo',
  formats: [
    {
      id: 'brevo-api-key',
      title: 'a Brevo API key',
      severity: 'high',
      source: 'Brevo: API keys',
      anchors: ['xkeysib-'],
      pattern: /xkeysib-[a-f\d]{64}-[A-Za-z\d]{16}/uy,
      minEntropy: 2,
      // SHAPE: formerly Sendinblue
      // CONFIDENCE: high
    },
    {
      id: 'brevo-smtp-key',
      title: 'a Brevo SMTP key',
      severity: 'high',
      source: 'Brevo: SMTP keys',
      anchors: ['xsmtpsib-'],
      pattern: /xsmtpsib-[a-f\d]{64}-[A-Za-z\d]{16}/uy,
      // CONFIDENCE: high
    },
  ],
};
