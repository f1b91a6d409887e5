import type { Provider } from '../core/detector.ts';

export const mattermost: Provider = {
  name: 'Mattermost',
  revoke: 'https://developers.mattermost.com/integrate/reference/personal-access-token/',
  formats: [
    {
      id: 'mattermost-access-token',
      title: 'a Mattermost access token',
      severity: 'high',
      source: 'https://developers.mattermost.com/integrate/reference/personal-access-token/',
      near: ['mattermost', 'mm_token'],
      pattern: /[a-km-uw-z13-9]{26}/iuy,
      minEntropy: 3.3,
      accepts: (token) => /\d/u.test(token),
    },
  ],
};
