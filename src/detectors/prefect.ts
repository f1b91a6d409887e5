import type { Provider } from '../core/detector.ts';

export const prefect: Provider = {
  name: 'Prefect',
  formats: [
    {
      id: 'prefect-api-key',
      title: 'a Prefect API key',
      severity: 'high',
      source: 'Prefect Cloud: API keys',
      anchors: ['pnu_', 'pnb_'],
      pattern: /(?:pnu_|pnb_)[A-Za-z\d]{36}/uy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
  ],
};
