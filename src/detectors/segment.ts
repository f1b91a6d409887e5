import type { Provider } from '../core/detector.ts';

export const segment: Provider = {
  name: 'Segment',
  revoke: 'https://app.segment.com/goto-my-workspace/settings/access-management',
  formats: [
    {
      id: 'segment-public-api-token',
      title: 'a token of the Segment Public API',
      severity: 'high',
      source: 'https://segment.com/docs/api/public-api/',
      anchors: ['sgp_'],
      pattern: /sgp_[A-Za-z\d]{64}/uy,
      minEntropy: 3.3,
    },
  ],
};
