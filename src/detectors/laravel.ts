import type { Provider } from '../core/detector.ts';

export const laravel: Provider = {
  name: 'Laravel',
  formats: [
    {
      id: 'laravel-app-key',
      title: 'a Laravel app key',
      severity: 'critical',
      source: 'Laravel: encryption',
      anchors: ['base64:'],
      near: ['app_key'],
      pattern: /base64:[A-Za-z\d+/]{43}=/uy,
      // SHAPE: 32 bytes; encrypts cookies and sessions
      // CONFIDENCE: high
    },
  ],
};
