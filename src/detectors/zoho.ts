import type { Provider } from '../core/detector.ts';

export const zoho: Provider = {
  name: 'Zoho',
  revoke: 'https://accounts.zoho.com/home#sessions/userauthtoken',
  formats: [
    {
      id: 'zoho-oauth-token',
      title: 'a Zoho OAuth token',
      severity: 'high',
      source: 'https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html',
      anchors: ['1000.'],
      isCaseless: true,
      pattern: /1000\.[a-f\d]{32}\.[a-f\d]{32}/iuy,
      minEntropy: 3,
    },
  ],
};
