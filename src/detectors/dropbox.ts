import type { Provider } from '../core/detector.ts';

const guide = 'https://developers.dropbox.com/oauth-guide';

export const dropbox: Provider = {
  name: 'Dropbox',
  revoke: 'https://www.dropbox.com/account/connected_apps',
  formats: [
    {
      id: 'dropbox-app-secret',
      title: 'a Dropbox app secret',
      severity: 'high',
      source: guide,
      near: ['dropbox'],
      pattern: /[a-z\d]{15}/uy,
      minEntropy: 3,
      accepts: (secret) => /[g-z]/u.test(secret) && /\d/u.test(secret),
    },
    {
      id: 'dropbox-long-lived-access-token',
      title: 'a Dropbox access token',
      severity: 'high',
      source: guide,
      anchors: ['AAAAAAAAAA'],
      lookBehind: 11,
      near: ['dropbox'],
      pattern: /[A-Za-z\d]{11}A{10}[\w=-]{43}/uy,
    },
    {
      id: 'dropbox-short-lived-access-token',
      title: 'a short-lived Dropbox access token',
      severity: 'high',
      source: guide,
      anchors: ['sl.'],
      pattern: /sl\.(?:u\.)?[\w=-]{77,1400}/uy,
      minEntropy: 3.3,
    },
  ],
};
