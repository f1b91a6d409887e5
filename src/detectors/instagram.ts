import type { Provider } from '../core/detector.ts';

export const instagram: Provider = {
  name: 'Instagram',
  revoke: 'https://www.instagram.com/accounts/manage_access/',
  formats: [
    {
      id: 'instagram-graph-access-token',
      title: 'an Instagram access token',
      severity: 'high',
      source: 'https://developers.facebook.com/docs/instagram-platform/instagram-api-with-instagram-login/business-login',
      anchors: ['IGQV', 'IGAA'],
      pattern: /(?:IGQV|IGAA)[\w-]{50,300}/uy,
      // letters alone also stand in base64 of anything
      boundary: /[\w+/-]/u,
      minEntropy: 3.5,
    },
  ],
};
