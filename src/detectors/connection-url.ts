import type { Provider } from '../core/detector.ts';

export const connectionUrl: Provider = {
  name: 'Connection URLs',
  formats: [
    {
      id: 'git-url-token',
      title: 'a Connection URLs git URL token',
      severity: 'critical',
      source: '-',
      anchors: ['https://'],
      isCaseless: true,
      pattern: /https:\/\/[^\s:/@"'`<>{}]{1,256}(?::[^\s@/"'`<>]{1,256})?@(?:github\.com|gitlab\.com|bitbucket\.org|dev\.azure\.com)\//iuy,
      // SHAPE: token as user (x-oauth-basic, x-access-token, oauth2, x-token-auth) or password in a git remote URL; user name alone is no secret
      // CONFIDENCE: medium
    },
  ],
};
