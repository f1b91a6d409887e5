import type { Provider } from '../core/detector.ts';

export const postmark: Provider = {
  name: 'Postmark',
  revoke: 'https://account.postmarkapp.com/servers',
  formats: [
    {
      id: 'postmark-server-token',
      title: 'a Postmark server token',
      severity: 'high',
      source: 'https://postmarkapp.com/developer/api/overview#authentication',
      near: ['postmark'],
      pattern: /[a-f\d]{8}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{4}-[a-f\d]{12}/iuy,
    },
  ],
};
