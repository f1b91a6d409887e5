import type { Provider } from '../core/detector.ts';

export const mattermost: Provider = {
  name: 'Mattermost',
  formats: [
    {
      id: 'mattermost-access-token',
      title: 'a Mattermost access token',
      severity: 'high',
      source: 'developers.mattermost.com/api-documentation',
      near: ['mattermost', 'mm_token'],
      pattern: /[a-km-uw-z13-9]{26}/iuy,
      minEntropy: 3.3,
      // SHAPE: zbase32-like alphabet
      // CONFIDENCE: medium
    },
  ],
};
