import type { Provider } from '../core/detector.ts';

export const vultr: Provider = {
  name: 'Vultr',
  formats: [
    {
      id: 'vultr-api-key',
      title: 'a Vultr API key',
      severity: 'critical',
      source: '-',
      near: ['vultr'],
      pattern: /[A-Z\d]{36}/uy,
      minEntropy: 3.5,
      // CONFIDENCE: medium
    },
  ],
};
