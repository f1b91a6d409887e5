import type { Provider } from '../core/detector.ts';

export const php: Provider = {
  name: 'Symfony',
  formats: [
    {
      id: 'symfony-app-secret',
      title: 'a Symfony symfony app secret',
      severity: 'high',
      source: 'Symfony: APP_SECRET',
      anchors: ['APP_SECRET='],
      pattern: /APP_SECRET=[a-f\d]{32}/uy,
      // CONFIDENCE: high
    },
  ],
};
