import type { Provider } from '../core/detector.ts';

export const easypost: Provider = {
  name: 'EasyPost',
  revoke: 'https://www.easypost.com/account/api-keys',
  formats: [
    {
      id: 'easypost-api-key',
      title: 'an EasyPost API key',
      severity: 'high',
      source: 'https://docs.easypost.com/docs/authentication',
      anchors: ['EZAK', 'EZTK'],
      pattern: /EZ[AT]K[A-Za-z\d]{50,58}/uy,
      minEntropy: 2,
    },
  ],
};
