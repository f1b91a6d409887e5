import type { Provider } from '../core/detector.ts';

export const wakatime: Provider = {
  name: 'WakaTime',
  revoke: 'https://wakatime.com/settings/api-key',
  formats: [
    {
      id: 'wakatime-api-key',
      title: 'a WakaTime API key',
      severity: 'low',
      source: 'https://wakatime.com/developers#authentication',
      anchors: ['waka_'],
      pattern: /waka_[A-Za-z\d-]{36,64}/uy,
      minEntropy: 3,
    },
  ],
};
