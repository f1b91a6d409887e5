import type { Provider } from '../core/detector.ts';

const tokens = 'https://developers.facebook.com/docs/facebook-login/guides/access-tokens';

export const facebook: Provider = {
  name: 'Facebook',
  revoke: 'https://developers.facebook.com/apps, Settings, Basic, Reset',
  formats: [
    {
      id: 'facebook-access-token',
      title: 'a Facebook access token',
      severity: 'high',
      source: tokens,
      anchors: ['EAA'],
      pattern: /EAA[A-Z][A-Za-z\d]{90,300}/uy,
      boundary: /[\w+/-]/u,
      minEntropy: 4,
      accepts: (token) => /\d/u.test(token),
    },
    {
      id: 'facebook-app-access-token',
      title: 'a Facebook app access token',
      severity: 'high',
      source: tokens,
      near: ['facebook', 'fb_access_token', 'fb_app', 'access_token', 'graph_facebook_com'],
      isTelling: true,
      pattern: /\d{15,16}(?:\||%7C)[\w-]{27,40}/uy,
      minEntropy: 3,
    },
    {
      id: 'facebook-app-secret',
      title: 'a Facebook app secret',
      severity: 'critical',
      source: 'https://developers.facebook.com/docs/facebook-login/security',
      near: ['facebook', 'fb_app_secret', 'fb_secret', 'fb_client_secret'],
      pattern: /[a-f\d]{32}/uy,
      minEntropy: 3,
    },
  ],
};
