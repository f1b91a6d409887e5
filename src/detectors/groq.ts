import type { Provider } from '../core/detector.ts';

export const groq: Provider = {
  name: 'Groq',
  formats: [
    {
      id: 'groq-api-key',
      title: 'a Groq API key',
      severity: 'high',
      source: 'groq.com',
      anchors: ['gsk_'],
      pattern: /gsk_[A-Za-z\d]{50,54}/uy,
      minEntropy: 3.5,
      // SHAPE: 52 usual; marker WGdyb3FY (base64 XgroqX) inside
      // CONFIDENCE: high
    },
  ],
};
