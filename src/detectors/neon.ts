import type { Provider } from '../core/detector.ts';

export const neon: Provider = {
  name: 'Neon',
  formats: [
    {
      id: 'neon-api-key',
      title: 'a Neon API key',
      severity: 'critical',
      source: 'Neon: API keys',
      anchors: ['napi_'],
      pattern: /napi_[A-Za-z\d]{64}/uy,
      // CONFIDENCE: high
    },
  ],
};
