import type { Provider } from '../core/detector.ts';

export const nuget: Provider = {
  name: 'NuGet',
  revoke: 'https://www.nuget.org/account/apikeys',
  formats: [
    {
      id: 'nuget-api-key',
      title: 'a NuGet API key',
      severity: 'critical',
      source: 'https://learn.microsoft.com/en-us/nuget/nuget-org/publish-a-package#create-an-api-key',
      anchors: ['oy2'],
      isCaseless: true,
      pattern: /oy2[a-z2-7]{43}/iuy,
      boundary: /[\w+/-]/u,
      minEntropy: 3.3,
    },
  ],
};
