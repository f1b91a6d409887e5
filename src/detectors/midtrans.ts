import type { Provider } from '../core/detector.ts';

export const midtrans: Provider = {
  name: 'Midtrans',
  revoke: 'https://dashboard.midtrans.com/settings/access-keys',
  formats: [
    {
      id: 'midtrans-server-key',
      title: 'a Midtrans server key',
      severity: 'critical',
      source: 'https://docs.midtrans.com/docs/midtrans-account',
      anchors: ['Mid-server-', 'SB-Mid-server-'],
      pattern: /(?:SB-)?Mid-server-[\w-]{10,30}/uy,
      minEntropy: 3,
    },
  ],
};
