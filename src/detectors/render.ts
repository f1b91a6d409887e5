import type { Provider } from '../core/detector.ts';

export const render: Provider = {
  name: 'Render',
  formats: [
    {
      id: 'render-api-key',
      title: 'a Render API key',
      severity: 'critical',
      source: 'Render: API keys',
      anchors: ['rnd_'],
      pattern: /rnd_[A-Za-z\d]{28,36}/uy,
      // CONFIDENCE: high
    },
  ],
};
