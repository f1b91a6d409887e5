import type { Provider } from '../core/detector.ts';

export const asana: Provider = {
  name: 'Asana',
  formats: [
    {
      id: 'asana-personal-access-token',
      title: 'an Asana personal access token',
      severity: 'high',
      source: 'Asana: personal access token',
      near: ['asana'],
      pattern: /(?:1\/|0\/)\d{13,19}:[a-f\d]{32}/uy,
      minEntropy: 3,
      // SHAPE: version/USER-ID:SECRET
      // CONFIDENCE: medium
    },
    {
      id: 'asana-personal-access-token-v2',
      title: 'an Asana personal access token (version 2)',
      severity: 'high',
      source: 'Asana: personal access token',
      near: ['asana'],
      pattern: /2\/\d{13,19}\/\d{13,19}:[a-f\d]{32}/uy,
      minEntropy: 3,
      // SHAPE: version/USER-ID/TOKEN-ID:SECRET; distinctive even without context
      // CONFIDENCE: medium
    },
  ],
};
