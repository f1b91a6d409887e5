import type { Provider } from '../core/detector.ts';

export const twitter: Provider = {
  name: 'X (Twitter)',
  formats: [
    {
      id: 'twitter-bearer-token',
      title: 'an X (Twitter) bearer token',
      severity: 'high',
      source: 'X API: OAuth 2.0 app-only',
      anchors: ['AAAAAAAAAAAAAAAAAAAAA'],
      pattern: /AAAAAAAAAAAAAAAAAAAAA[A-Za-z\d%]{20,60}%3D[A-Za-z\d]{40,60}/uy,
      minEntropy: 3.5,
      // SHAPE: 21 or 22 A at the start, percent-encoded middle, 50-char tail
      // CONFIDENCE: high
    },
  ],
};
