import type { Provider } from '../core/detector.ts';

export const linear: Provider = {
  name: 'Linear',
  formats: [
    {
      id: 'linear-api-key',
      title: 'a Linear API key',
      severity: 'high',
      source: 'Linear: API keys',
      anchors: ['lin_api_'],
      pattern: /lin_api_[A-Za-z\d]{40}/uy,
      minEntropy: 2,
      // CONFIDENCE: high
    },
    {
      id: 'linear-oauth-token',
      title: 'a Linear OAuth token',
      severity: 'high',
      source: 'Linear: OAuth 2.0',
      anchors: ['lin_oauth_'],
      pattern: /lin_oauth_[a-f\d]{64}/uy,
      // CONFIDENCE: high
    },
    {
      id: 'linear-webhook-secret',
      title: 'a Linear webhook secret',
      severity: 'medium',
      source: 'Linear: webhooks',
      anchors: ['lin_wh_'],
      pattern: /lin_wh_[A-Za-z\d]{32,64}/uy,
      // CONFIDENCE: high
    },
  ],
};
