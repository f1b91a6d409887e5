import type { Provider } from '../core/detector.ts';

export const typeform: Provider = {
  name: 'Typeform',
  formats: [
    {
      id: 'typeform-personal-access-token',
      title: 'a Typeform personal access token',
      severity: 'high',
      source: 'Typeform: personal access token',
      anchors: ['tfp_'],
      pattern: /tfp_[\w.=-]{40,64}/uy,
      minEntropy: 3.5,
      // SHAPE: 59 usual
      // CONFIDENCE: high
    },
  ],
};
