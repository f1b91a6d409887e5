import type { Provider } from '../core/detector.ts';

export const nuget: Provider = {
  name: 'NuGet',
  formats: [
    {
      id: 'nuget-api-key',
      title: 'a NuGet API key',
      severity: 'critical',
      source: 'Microsoft security-utilities: SEC101/031',
      anchors: ['oy2'],
      isCaseless: true,
      pattern: /oy2[a-z2-7]{43}/iuy,
      minEntropy: 3.3,
      // CONFIDENCE: high
    },
  ],
};
