import type { Provider } from '../core/detector.ts';

export const deepgram: Provider = {
  name: 'Deepgram',
  formats: [
    {
      id: 'deepgram-api-key',
      title: 'a Deepgram API key',
      severity: 'medium',
      source: 'developers.deepgram.com/docs/authenticating',
      near: ['deepgram'],
      pattern: /[a-f\d]{40}/iuy,
      minEntropy: 3.3,
      // CONFIDENCE: medium
    },
  ],
};
