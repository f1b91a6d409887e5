import type { Provider } from '../core/detector.ts';

export const twitter: Provider = {
  name: 'X (Twitter)',
  revoke: 'https://developer.x.com/en/portal/projects-and-apps',
  formats: [
    {
      id: 'twitter-bearer-token',
      title: 'an X (Twitter) bearer token',
      severity: 'high',
      source: 'https://docs.x.com/fundamentals/authentication/oauth-2-0/application-only',
      anchors: ['AAAAAAAAAAAAAAAAAAAAA'],
      pattern: /A{21,22}[A-Za-z\d%]{20,60}(?:%3D|=)[A-Za-z\d]{40,60}/uy,
      minEntropy: 3.5,
    },
  ],
};
