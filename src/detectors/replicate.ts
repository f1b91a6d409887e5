import type { Provider } from '../core/detector.ts';

export const replicate: Provider = {
  name: 'Replicate',
  revoke: 'https://replicate.com/account/api-tokens',
  formats: [
    {
      id: 'replicate-api-token',
      title: 'a Replicate API token',
      severity: 'high',
      source: 'https://replicate.com/docs/topics/security/api-tokens',
      anchors: ['r8_'],
      pattern: /r8_[A-Za-z\d]{37}/uy,
      minEntropy: 3,
    },
  ],
};
