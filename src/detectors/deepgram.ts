import type { Provider } from '../core/detector.ts';

export const deepgram: Provider = {
  name: 'Deepgram',
  revoke: 'https://console.deepgram.com',
  formats: [
    {
      id: 'deepgram-api-key',
      title: 'a Deepgram API key',
      severity: 'medium',
      source: 'https://developers.deepgram.com/docs/create-additional-api-keys',
      near: ['deepgram'],
      pattern: /[a-f\d]{40}/iuy,
      minEntropy: 3.3,
    },
  ],
};
