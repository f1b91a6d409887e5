import type { Provider } from '../core/detector.ts';

export const elastic: Provider = {
  name: 'Elastic',
  formats: [
    {
      id: 'elastic-cloud-api-key',
      title: 'an Elastic cloud API key',
      severity: 'critical',
      source: 'Elastic Cloud: API keys',
      anchors: ['essu_'],
      pattern: /essu_[\w-]{60,200}={0,2}/uy,
      // CONFIDENCE: high
    },
  ],
};
