import type { Provider } from '../core/detector.ts';

export const adobe: Provider = {
  name: 'Adobe',
  formats: [
    {
      id: 'adobe-client-secret',
      title: 'an Adobe client secret',
      severity: 'high',
      source: 'developer.adobe.com/developer-console/docs/guides/authentication',
      anchors: ['p8e-'],
      pattern: /p8e-[A-Za-z\d-]{32}/uy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
  ],
};
