import type { Provider } from '../core/detector.ts';

export const gitea: Provider = {
  name: 'Gitea',
  revoke: 'Settings of the user, Applications',
  formats: [
    {
      id: 'gitea-access-token',
      title: 'a Gitea or Forgejo access token',
      severity: 'critical',
      source: 'https://docs.gitea.com/development/api-usage',
      near: ['gitea', 'forgejo', 'codeberg'],
      pattern: /[a-f\d]{40}/uy,
      minEntropy: 3.2,
    },
  ],
};
