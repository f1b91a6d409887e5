import type { Provider } from '../core/detector.ts';

export const groq: Provider = {
  name: 'Groq',
  revoke: 'https://console.groq.com/keys',
  formats: [
    {
      id: 'groq-api-key',
      title: 'a Groq API key',
      severity: 'high',
      source: 'https://console.groq.com/docs/quickstart',
      anchors: ['gsk_'],
      pattern: /gsk_[A-Za-z\d]{48,56}/uy,
      minEntropy: 3.5,
    },
  ],
};
