import type { Provider } from '../core/detector.ts';

export const gitea: Provider = {
  name: 'Gitea',
  formats: [
    {
      id: 'gitea-access-token',
      title: 'a Gitea access token',
      severity: 'critical',
      source: '-',
      near: ['gitea', 'forgejo'],
      pattern: /[a-f\d]{40}/uy,
      minEntropy: 3.2,
      // CONFIDENCE: medium
    },
  ],
};
