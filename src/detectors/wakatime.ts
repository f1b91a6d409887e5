import type { Provider } from '../core/detector.ts';

export const wakatime: Provider = {
  name: 'WakaTime',
  formats: [
    {
      id: 'wakatime-api-key',
      title: 'a WakaTime API key',
      severity: 'low',
      source: 'WakaTime: API keys',
      anchors: ['waka_'],
      pattern: /waka_[A-Za-z\d-]{36,64}/uy,
      // SHAPE: usually a UUID
      // CONFIDENCE: high
    },
  ],
};
