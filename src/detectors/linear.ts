import type { Provider } from '../core/detector.ts';

export const linear: Provider = {
  name: 'Linear',
  revoke: 'https://linear.app/settings/account/security',
  formats: [
    {
      id: 'linear-api-key',
      title: 'a Linear API key',
      severity: 'high',
      source: 'https://linear.app/developers/graphql',
      anchors: ['lin_api_'],
      pattern: /lin_api_[A-Za-z\d]{36,48}/uy,
      minEntropy: 2,
    },
    {
      id: 'linear-oauth-token',
      title: 'a Linear OAuth token',
      severity: 'high',
      source: 'https://linear.app/developers/oauth-2-0-authentication',
      anchors: ['lin_oauth_'],
      pattern: /lin_oauth_[A-Za-z\d]{48,80}/uy,
    },
    {
      id: 'linear-webhook-secret',
      title: 'a Linear webhook secret',
      severity: 'medium',
      source: 'https://linear.app/developers/webhooks',
      anchors: ['lin_wh_'],
      pattern: /lin_wh_[A-Za-z\d]{24,80}/uy,
    },
  ],
};
